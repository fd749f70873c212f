"""Tests of `dilemma/reconciliation/input`."""
