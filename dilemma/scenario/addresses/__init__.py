"""Addresses: the dotted keys that lead to a value of a scenario file, read and written."""
