"""Hostile input at every door: `python -m tests.fuzz DOOR CASES`, and a few thousand cases in the tests."""
