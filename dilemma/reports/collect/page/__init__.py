"""A collection as a page."""
