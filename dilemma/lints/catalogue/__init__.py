"""The lints, one file for each thing they look at."""
