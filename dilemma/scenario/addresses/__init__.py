"""Addresses, the dotted keys of values in a scenario file: lookup, and assignment of new values."""
