"""The report of `dials`: blocks and record."""
