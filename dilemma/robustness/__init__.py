"""The robustness of verdicts: dials, cruxes, stress tests, and what single fact would have changed it."""
