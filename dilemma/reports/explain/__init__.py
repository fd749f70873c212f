"""The report of `explain`: blocks and record."""
