"""Tests of `dilemma/reports/media/terminal`."""
