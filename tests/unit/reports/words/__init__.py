"""Tests of `dilemma/reports/words`."""
