"""The structure of a scenario file: the shape of each path, and the one form to which all writings lead."""
