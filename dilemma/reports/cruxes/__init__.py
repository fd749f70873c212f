"""The report of `cruxes`: blocks and record."""
