"""A stand-in for the genesyscloud provider, so that the tests read real plans of the real terraform.

Attribute names and nesting follow the provider's public documentation; the org is a JSON file.
"""
