"""Blocks drawn as lines of a terminal."""
