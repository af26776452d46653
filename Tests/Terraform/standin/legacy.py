"""Lets the provider return another id than the plan has, as only providers on the old plugin SDK may; the real one does."""

import functools

from tf.provider import ProviderServicer


def allow_computed_surprises():
    """Marks every answer to a plan or an apply as an answer of the old SDK, so that terraform accepts such differences."""
    for name in ("PlanResourceChange", "ApplyResourceChange"):
        setattr(ProviderServicer, name, _marked(getattr(ProviderServicer, name)))


def _marked(method):
    @functools.wraps(method)
    def answer(*arguments):
        response = method(*arguments)
        response.legacy_type_system = True
        return response

    return answer
