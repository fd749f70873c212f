"""Checks of a scenario file; each yields problems, and all are reported at once."""
