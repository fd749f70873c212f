"""Tests of `dilemma/robustness/dials`."""
