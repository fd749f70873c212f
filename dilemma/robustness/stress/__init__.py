"""The stress test: everything uncertain drawn at random, many times."""
