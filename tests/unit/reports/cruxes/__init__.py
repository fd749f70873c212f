"""Tests of `dilemma/reports/cruxes`."""
