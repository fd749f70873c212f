"""Scenarios as sheets: written, read, refused at their cells."""
