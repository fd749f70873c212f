"""Theories, methods and shipped scenarios, described as blocks and as data."""
