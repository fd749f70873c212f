"""The parts of the page as HTML: its first screen, its tabs, and the dialog."""
