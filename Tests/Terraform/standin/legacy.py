"""What providers on the old plugin SDK may do, and the real one does: give another id than was planned."""

import functools

from tf.provider import ProviderServicer


def allow_computed_surprises():
    """Marks every answer to a plan or an apply as one of the old SDK's, which terraform then takes as it comes."""
    for name in ("PlanResourceChange", "ApplyResourceChange"):
        setattr(ProviderServicer, name, _marked(getattr(ProviderServicer, name)))


def _marked(method):
    @functools.wraps(method)
    def answer(*arguments):
        response = method(*arguments)
        response.legacy_type_system = True
        return response

    return answer
