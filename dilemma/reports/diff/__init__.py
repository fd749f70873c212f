"""Report of the difference of two files or views."""
