"""Input of `reconcile` besides scenarios: tables of verdicts, and the output of `weigh --json`."""
