"""How firmly a verdict stands: the numbers one may turn, and what single fact would have changed it."""

from __future__ import annotations

from dilemma.robustness.counterfactuals import Flip, Retrial, flips
from dilemma.robustness.dials.dial import Derived, Dial, derived, dials, unread

__all__ = ["Derived", "Dial", "Flip", "Retrial", "derived", "dials", "flips", "unread"]
