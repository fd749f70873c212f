"""Tests of `dilemma/frameworks/catalogue`."""
