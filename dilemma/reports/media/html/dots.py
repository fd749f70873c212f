"""Dots along an axis, one a value, with those of equal or nearly equal values on top of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["BINS", "HIGH", "STEP", "dots_path", "highest", "step_of"]

BINS: Final = 80  # places along the axis; nearer values share one
STEP: Final = 2.4  # from a dot to the next above it, in units of the picture
HIGH: Final = 22.5  # units that the dots may fill
DECIMALS: Final = 4  # of a position, as the page has them


def bin_of(value: float) -> int:
    """Return the place of a position along the axis."""
    return min(BINS - 1, max(0, int(round(value, DECIMALS) * BINS)))


def highest(values: Iterable[float]) -> int:
    """Return how many dots of these values the highest stack has."""
    return max(Counter(map(bin_of, values)).values(), default=0)


def step_of(values: Iterable[float]) -> float:
    """Return how far apart dots of one place stand, so that the highest stack of these values fits."""
    return round(min(STEP, (HIGH - 1) / max(1, highest(values) - 1)), DECIMALS)


def dots_path(values: Iterable[float], step: float) -> str:
    """Return dots as the data of a path: strokes without length, which round ends draw as dots.

    Across the path has 100 units, down HIGH.
    """
    counts = sorted(Counter(map(bin_of, values)).items())
    return "".join(
        f"M{100 * (place + 0.5) / BINS:.2f} {round(HIGH - step * level, DECIMALS):g}h0"
        for place, count in counts
        for level in range(count)
    )
