"""Tests of `dilemma/weighing`."""
