"""Tests of `dilemma/reports/schemas`."""
