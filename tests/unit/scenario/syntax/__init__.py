"""Tests of `dilemma/scenario/syntax`."""
