"""Many views of one scenario: what they share, what divides them, and one view pooled from them."""
