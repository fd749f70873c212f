"""The syntax of scenario files: bytes are read to plain data with the position of every value."""
