"""Robustness of verdicts: dials, cruxes, stress tests, counterfactuals, comparison of views."""
