"""The data for the script of the page: theories as a graph, numbers, views and words."""
