"""A test provider that replaces the genesyscloud provider, so that the tests read plans that the real terraform makes.

Attribute names and nesting follow the real provider's public documentation. The org is a JSON file.
"""
