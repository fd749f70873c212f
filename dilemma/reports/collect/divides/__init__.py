"""What divides two groups, or those who choose two options, in words."""
