"""Tests of `dilemma/reports/media/html`."""
