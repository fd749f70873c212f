"""Laws of the three readings of a quantity: floats, columns of draws, and symbols give the same verdicts."""
