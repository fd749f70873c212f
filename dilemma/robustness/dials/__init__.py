"""Dials: the numbers of a scenario that a reader may vary."""
