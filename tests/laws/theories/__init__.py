"""Laws of single theories, and of families of them."""
