"""Cruxes: the values at which a theory's choice changes, one number at a time."""
