"""Sensitivity of methods to credences: over all of them, and at a few others than those in force."""
