"""Fuzz tests of every input of the program; `python -m tests.fuzz TARGET CASES` runs more cases."""
