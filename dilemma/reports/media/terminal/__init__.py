"""Renderer of blocks as lines of a terminal."""
