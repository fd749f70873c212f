"""Tests of `dilemma/reports/reconcile`."""
