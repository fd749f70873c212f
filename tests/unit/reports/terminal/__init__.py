"""Tests of `dilemma/reports/terminal`."""
