"""How firmly a verdict stands: what single fact would have changed it."""

from __future__ import annotations

from dilemma.robustness.flips import Flip, Retrial, flips

__all__ = ["Flip", "Retrial", "flips"]
