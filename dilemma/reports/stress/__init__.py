"""The report of `stress`: blocks and record."""
