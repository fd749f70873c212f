"""What `reconcile` reads besides a scenario: tables of verdicts, and the output of `weigh --json`."""
