"""Interval arithmetic: the bounds of the result of an operation, from the bounds of its arguments.

+ - * / are monotonic in each argument even after rounding, so bounds computed in floats hold for all floats
between them. A result whose two bounds are the same number is a constant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import expm1, inf, isfinite
from typing import Final, NamedTuple

from dilemma.quantity import TOLERANCE

__all__ = ["BOUNDS", "Bounds", "either", "never_above", "surely_above", "widest_tolerance"]

ROUNDING: Final = 1e-12  # relative error allowed for power and expm1, more than any library makes


class Bounds(NamedTuple):
    """The interval that a number lies in, both ends included; infinite where nothing is known."""

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
    """Return the smallest bounds that contain both."""
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


def widest_tolerance(a: Bounds, b: Bounds) -> float:
    """Return the greatest difference at which two numbers in these bounds can still be Equal."""
    return TOLERANCE * max(1.0, *(abs(end) for end in (*a, *b)))


def surely_above(a: Bounds, b: Bounds) -> bool:
    """Return whether every number in a is above every number in b and not Equal to it."""
    return a.low - b.high > widest_tolerance(a, b)


def never_above(a: Bounds, b: Bounds) -> bool:
    """Return whether no number in a is above any number in b, or only by so little that they are Equal."""
    return a.high - b.low <= TOLERANCE
