"""How firmly a verdict stands: dials, cruxes, stress tests, and what single fact would have changed it."""
