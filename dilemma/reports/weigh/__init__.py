"""The report of `weigh`: blocks and record."""
