"""The README and the pages of docs/: what they show is what happens, and what they name is there."""
