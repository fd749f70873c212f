"""Skeletons for new parts of the program."""
