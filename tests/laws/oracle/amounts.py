"""Comparison of computed amounts, and a record of comparisons that rounding could decide.

Two amounts are equal if they differ by at most 1e-9 of the larger of them, or of 1. Sums that are equal in
exact arithmetic differ by less than `EXACT` of it in floats. So a difference between `EXACT` and `CLEAR` may
be on either side of the tolerance with another order of the operations: it is recorded as a near tie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

TOLERANCE = 1e-9
EXACT, CLEAR = 1e-12, 1e-6

NearTies = list[tuple[float, float]]

_recorded: NearTies = []


@contextmanager
def near_ties() -> Iterator[NearTies]:
    """Return a list that holds, at the end of the block, the near ties among amounts compared in it."""
    before = len(_recorded)
    found: NearTies = []
    try:
        yield found
    finally:
        found += _recorded[before:]
        del _recorded[before:]


def equal(a: float, b: float) -> bool:
    """Return whether two amounts are the same but for rounding."""
    apart = abs(a - b) / max(1.0, abs(a), abs(b))
    if EXACT < apart < CLEAR:
        _recorded.append((a, b))
    return apart <= TOLERANCE


def above(a: float, b: float) -> bool:
    return not equal(a, b) and a > b


def at_least(a: float, b: float) -> bool:
    return equal(a, b) or a > b


def difference(a: float, b: float) -> float:
    """Return a - b, which is 0 for equal amounts."""
    return 0.0 if equal(a, b) else a - b


def excess(a: float, b: float) -> float:
    """Return by how much an amount is above another, or 0."""
    return max(0.0, difference(a, b))


def less(amount: float, taken: float) -> float:
    """Return what is left of an amount; where nothing is taken off, the amount is exact."""
    return excess(amount, taken) if taken else amount


def same(amounts: Sequence[float], sources: Sequence[object] = ()) -> bool:
    """Return whether amounts are one number exactly.

    Amounts that differ by less than `CLEAR` of the larger one are a near tie. Where they come of inexact
    functions, `sources` are the numbers they are computed from: then amounts of different sources that
    agree are a near tie too.
    """
    if sources and all(source == sources[0] for source in sources):
        return True
    least, greatest = min(amounts), max(amounts)
    inexact = bool(sources) or least != greatest
    if inexact and 0 <= greatest - least < CLEAR * max(abs(least), abs(greatest)):
        _recorded.append((least, greatest))
    return least == greatest
