"""The scale on which a curve stands: the real line, one side of an end, or between two ends.

On one side of an end the curve is that of the logarithm of the distance from it; between two ends, that of
the log odds (Johnson 1949; for metalogs Keelin 2016, section 4).
"""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

__all__ = ["STEEPEST", "Scale"]

STEEPEST = 700.0  # the exponential of more is not a number


class Scale(NamedTuple):
    """The ends between which a number lies; None where it has no end."""

    low: float | None = None
    high: float | None = None

    def value(self, place: float) -> float:
        """Return the number at a place of the curve."""
        if self.low is None and self.high is None:
            return place
        place = min(STEEPEST, max(-STEEPEST, place))
        if self.low is not None and self.high is not None:
            return self.low + (self.high - self.low) / (1.0 + exp(-place))
        if self.low is not None:
            return self.low + exp(place)
        return (self.high or 0.0) - exp(-place)

    def place(self, value: float) -> float:
        """Return the place of a number, which lies between the ends, on the curve."""
        if self.low is not None and self.high is not None:
            return log((value - self.low) / (self.high - value))
        if self.low is not None:
            return log(value - self.low)
        return value if self.high is None else -log(self.high - value)

    def holds(self, value: float) -> bool:
        """Return whether a number lies between the ends, and at neither."""
        return (self.low is None or self.low < value) and (self.high is None or value < self.high)
