"""The report of `weigh`."""
