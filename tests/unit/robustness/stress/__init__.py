"""Tests of `dilemma/robustness/stress`."""
