"""The studio in a real browser, from the files that a build writes."""
