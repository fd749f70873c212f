"""The least and the greatest an operation can give, from those of its arguments.

The result of a rounded + - * / never falls as an argument grows (or never rises), so ends worked out in
floats hold of floats. Where the result is the same at both ends there is nothing left to vary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import expm1, inf, isfinite
from typing import Final, NamedTuple

from dilemma.quantity import TOLERANCE

__all__ = ["BOUNDS", "Bounds", "either", "never_above", "surely_above", "widest_slack"]

ROUNDING: Final = 1e-12  # by what share a power or expm1 may stray from its true value, with room to spare


class Bounds(NamedTuple):
    """What a number keeps to, both ends included; infinite where nothing is known."""

    low: float
    high: float


ANYTHING: Final = Bounds(-inf, inf)


def _sum(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low + b.low, a.high + b.high)


def _difference(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low - b.high, a.high - b.low)


def _product(a: Bounds, b: Bounds) -> Bounds:
    corners = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    return Bounds(min(corners), max(corners)) if all(map(isfinite, corners)) else ANYTHING


def _quotient(a: Bounds, b: Bounds) -> Bounds:
    if b.low <= 0.0 <= b.high:
        return ANYTHING
    corners = (a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high)
    return Bounds(min(corners), max(corners)) if all(map(isfinite, corners)) else ANYTHING


def _least(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(min(a.low, b.low), min(a.high, b.high))


def _greatest(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(max(a.low, b.low), max(a.high, b.high))


def _power(base: Bounds, exponent: Bounds) -> Bounds:
    if base.low <= 0.0 or not all(map(isfinite, (*base, *exponent))):
        return ANYTHING
    corners = [b**e for b in base for e in exponent]
    return Bounds(min(corners) * (1 - ROUNDING), max(corners) * (1 + ROUNDING))


def _expm1(a: Bounds, _: Bounds) -> Bounds:
    ends = expm1(a.low), expm1(a.high)
    return Bounds(ends[0] - ROUNDING * abs(ends[0]), ends[1] + ROUNDING * abs(ends[1]))


def either(a: Bounds, b: Bounds) -> Bounds:
    """Return the bounds of what may be the one or the other."""
    return Bounds(min(a.low, b.low), max(a.high, b.high))


BOUNDS: Final[Mapping[str, Callable[[Bounds, Bounds], Bounds]]] = {
    "add": _sum,
    "subtract": _difference,
    "multiply": _product,
    "divide": _quotient,
    "least": _least,
    "greatest": _greatest,
    "power": _power,
    "expm1": _expm1,
}


def widest_slack(a: Bounds, b: Bounds) -> float:
    """Return by how much numbers in these bounds may at most differ and still be Equal."""
    return TOLERANCE * max(1.0, *(abs(end) for end in (*a, *b)))


def surely_above(a: Bounds, b: Bounds) -> bool:
    """Whether every number in a is above every number in b, and not Equal to it."""
    return a.low - b.high > widest_slack(a, b)


def never_above(a: Bounds, b: Bounds) -> bool:
    """Whether no number in a is above any in b: two numbers that differ by a tolerance may be Equal."""
    return a.high - b.low <= TOLERANCE
