"""The scripts and style sheets of the page, and in `vendor` a script of others with its licence."""
