"""From a file's bytes to plain data, with the position of every value."""
