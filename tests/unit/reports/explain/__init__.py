"""Tests of `dilemma/reports/explain`."""
