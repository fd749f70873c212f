"""Tests of `dilemma/reports/html`."""
