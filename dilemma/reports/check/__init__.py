"""The report of `check`: blocks, record and SARIF."""
