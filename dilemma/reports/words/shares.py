"""Shares of draws in words; only an exact 0 or 1 is written as 0 or 100."""

from __future__ import annotations

__all__ = ["at_most", "in_hundred", "per_cent", "points"]

FINEST = 0.1  # per cent: smaller shares are written as <0.1
NEAR_AN_END = 1  # per cent: nearer than this to 0 or 100 one decimal is shown


def in_hundred(share: float) -> str:
    """Return a share in per cent without a sign: an integer, with one decimal near 0 and 100."""
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


def at_most(share: float) -> str:
    """Return a share as an upper bound; one that is written as 0 or as less than a bound needs no words."""
    told = per_cent(share)
    return told if 100 * share < FINEST else f"at most {told}"


def points(share: float) -> str:
    """Return a difference of shares, or a standard error, in percentage points."""
    return f"{100 * share:.2g}"
