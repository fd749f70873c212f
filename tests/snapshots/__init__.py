"""What is public, as it was last agreed to be."""
