"""Tests of `dilemma/scenario/validation`."""
