"""Reports of views: a collection of them, two rounds, and as a page."""
