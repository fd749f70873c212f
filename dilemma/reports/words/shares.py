"""Shares of draws, written so that what may happen is never rounded to never, nor what may not to always."""

from __future__ import annotations

__all__ = ["in_hundred", "per_cent", "points"]

FINEST = 0.1  # of a hundred: what is less is said to be less
NEAR_AN_END = 1  # of a hundred: closer to none or all a decimal is worth reading


def in_hundred(share: float) -> str:
    """Return a share as a figure of 100: whole, a decimal near the ends, 0 or 100 only where exact."""
    amount = 100 * share
    if amount in (0, 100):
        return f"{amount:.0f}"
    if amount < FINEST:
        return f"<{FINEST}"
    if amount > 100 - FINEST:
        return f">{100 - FINEST}"
    return f"{amount:.0f}" if NEAR_AN_END <= round(amount, 1) <= 100 - NEAR_AN_END else f"{amount:.1f}"


def per_cent(share: float) -> str:
    """Return a share as a percentage."""
    return f"{in_hundred(share)} %"


def points(share: float) -> str:
    """Return a difference of shares, or an error of one, in percentage points."""
    return f"{100 * share:.2g}"
