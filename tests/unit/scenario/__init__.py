"""The scenario package: reading, checking, finding, addressing and changing files."""
