"""Tests of `dilemma/reports/catalogue`."""
