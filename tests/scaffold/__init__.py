"""Skeletons of new parts of the program: `python -m tests.scaffold KIND NAME`, one file for each kind."""
