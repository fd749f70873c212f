"""What divides two sets of people: groups by verdicts, and those who choose two options."""
