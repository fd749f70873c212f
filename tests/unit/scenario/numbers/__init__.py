"""Tests of numbers: notations, ranges, distributions."""
