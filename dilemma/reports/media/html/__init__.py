"""Blocks rendered as HTML."""
