"""Scripts of others that the page carries, each with its licence."""
