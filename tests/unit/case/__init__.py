"""Tests of `dilemma/case`."""
