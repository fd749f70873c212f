"""Tests of `dilemma/robustness/cruxes`."""
