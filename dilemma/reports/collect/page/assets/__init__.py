"""The script and the style sheet of the page of a collection."""
