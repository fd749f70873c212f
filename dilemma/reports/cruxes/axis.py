"""Axis of a strip: the stated range of a number, linear or logarithmic, so that its turns can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from dilemma.robustness.cruxes.sweep import GEOMETRIC
from dilemma.robustness.dials.dial import Dial

__all__ = ["Axis", "axis_of", "share_of_domain"]

APART = 0.05  # share of an axis at which two signs are seen apart: two columns of forty
BEYOND = 0.1  # share of an axis shown beyond a turn at or outside the stated range
DECADE = 10.0  # a logarithmic axis from 0 starts at a tenth of the smallest value that it has to show


class Axis(NamedTuple):
    """The values along a strip, from `low` to `high`, evenly or, if `log`, in equal ratios."""

    low: float
    high: float
    log: bool = False

    def position(self, value: float) -> float:
        """Return the position of a value on the axis, 0 to 1; values outside it are at its ends."""
        if value <= self.low:
            return 0.0
        if value >= self.high:
            return 1.0
        if self.log:
            start, end, at = (log(abs(number)) for number in (self.low, self.high, value))
            return (at - start) / (end - start)
        return (value - self.low) / (self.high - self.low)

    def apart(self, best: float, turns: Iterable[float]) -> float:
        """Return the distance on the axis from the best estimate to the nearest turn, 0 if there is none."""
        here = self.position(best)
        return min((abs(self.position(turn) - here) for turn in turns), default=0.0)


def axis_of(dial: Dial, turns: Sequence[float]) -> Axis:
    """Return the axis for a dial with turns at these values.

    It is the stated range, or the domain if there is none, extended to the nearest turn if none lies inside.
    It is linear, or logarithmic where the file says so or where only that shows the best estimate and the
    nearest turn apart.
    """
    low, high = _ends(dial, turns)
    moved = [turn for turn in turns if turn != dial.best and low <= turn <= high]
    plain = Axis(low, high)
    ratios = _logarithmic(plain, [dial.best, *moved])
    if ratios is None:
        return plain
    if dial.scale == "log" or dial.kind in GEOMETRIC:
        first, second = ratios, plain
    else:
        first, second = plain, ratios
    found = first.apart(dial.best, moved)
    return first if found >= APART or found >= second.apart(dial.best, moved) else second


def share_of_domain(dial: Dial, value: float) -> float:
    """Return the position of a value in a dial's domain, 0 to 1, on the scale it is swept on."""
    return Axis(dial.low, dial.high, dial.kind in GEOMETRIC).position(value)


def _ends(dial: Dial, turns: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis: those of the stated range, with room on both sides of the nearest turn."""
    low, high = dial.range or (dial.low, dial.high)
    if not turns or any(low < turn < high for turn in turns):
        return low, high
    nearest = min(turns, key=lambda turn: abs(turn - dial.best))
    room = BEYOND * (max(high, nearest) - min(low, nearest))
    if nearest <= low:
        return min(low, max(dial.low, nearest - room)), high
    return low, max(high, min(dial.high, nearest + room))


def _logarithmic(plain: Axis, values: Sequence[float]) -> Axis | None:
    """Return the logarithmic axis with these ends; None if it would have to pass 0."""
    low, high = plain.low, plain.high
    least = min((abs(value) for value in values if value), default=0.0) / DECADE
    if low == 0 < least and values[0] > 0:
        low = least
    elif high == 0 < least and values[0] < 0:
        high = -least
    return Axis(low, high, log=True) if low * high > 0 and low < high else None
