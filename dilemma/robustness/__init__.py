"""How firmly a verdict stands: the numbers one may turn, and what single fact would have changed it."""

from __future__ import annotations

from dilemma.robustness.dials import Derived, Dial, derived, dials, unread
from dilemma.robustness.flips import Flip, Retrial, flips

__all__ = ["Derived", "Dial", "Flip", "Retrial", "derived", "dials", "flips", "unread"]
