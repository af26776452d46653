"""Serves the provider to terraform, which starts this and talks to it over a socket."""

from tf import runner

from standin.legacy import allow_computed_surprises
from standin.provider import GenesysCloud

allow_computed_surprises()
runner.run_provider(GenesysCloud())
