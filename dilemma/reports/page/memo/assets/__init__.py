"""The style sheet of the printed memo."""
