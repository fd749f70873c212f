"""What several theories derive from a case: tests, balances of good and bad, complaints, needs."""
