"""Correlations of drawn numbers: which are correlated, and what is wrong with those that a file states."""
