"""The report of `reconcile`: blocks and record."""
