"""Modules shared by tests: random scenarios, samples, verdicts of every theory, pictures."""
