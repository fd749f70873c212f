"""Results that others published, and what this program gives on the same input: see README.md."""
