"""Estimates of numbers: best estimate, lowest and highest value, with products evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from dilemma.scenario.numbers import (
    ANY,
    LARGEST,
    FieldBounds,
    Number,
    Product,
    Range,
    read_number,
    support_of,
)
from dilemma.scenario.phrases import describe, figure
from dilemma.scenario.problem import Path, Problem

__all__ = ["ONE", "Estimate", "Estimates", "estimate", "number_or_none"]

DEGREES = "; -1 is violated, 1 fulfilled"
"""The ends of the scale on which an option keeps a duty."""


class Estimate(NamedTuple):
    """The least value, best estimate and greatest value of a number.

    `chain` is the depth of the chain of quantities that it depends on.
    """

    low: float
    best: float
    high: float
    chain: int = 0

    def times(self, other: Estimate) -> Estimate:
        """Return the product; its ends assume that the factors vary independently."""
        ends = (self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high)
        return Estimate(min(ends), self.best * other.best, max(ends), max(self.chain, other.chain))

    def over(self, other: Estimate) -> Estimate:
        """Return the quotient; `other` must not include 0."""
        ends = (self.low / other.low, self.low / other.high, self.high / other.low, self.high / other.high)
        return Estimate(min(ends), self.best / other.best, max(ends), max(self.chain, other.chain))

    def includes_zero(self) -> bool:
        """Return whether 0 is within its ends."""
        return self.low <= 0 <= self.high

    def is_finite(self) -> bool:
        """Return whether best estimate and ends are all finite."""
        return isfinite(self.low) and isfinite(self.best) and isfinite(self.high)

    def too_large(self) -> str | None:
        """Return why it is too large for a file, or None if it is not."""
        if self.low >= -LARGEST and self.high <= LARGEST and abs(self.best) <= LARGEST:
            return None
        largest = max(self.best, self.low, self.high, key=abs)
        return f"comes to {figure(largest)}, beyond {figure(LARGEST)}, the largest number allowed"


ONE = Estimate(1, 1, 1)

Estimates = Mapping[str, Estimate | None]
"""The estimate of each quantity, by id; None if the quantity has a problem."""


def number_or_none(raw: Any, field: FieldBounds = ANY) -> Number | None:
    """Return the number that a raw value is in a field, or None if it is not one (reported elsewhere)."""
    try:
        return read_number(raw, field)
    except (PydanticCustomError, ValidationError):
        return None


def estimate(number: Number, path: Path, known: Estimates) -> Estimate | Problem | None:
    """Return the estimate of a number, or its problem; None if a quantity in it has a problem."""
    if isinstance(number, float):
        return Estimate(number, number, number)
    if isinstance(number, Range):
        low, high = support_of(number)
        return Estimate(low, number.best, high)
    result = ONE
    for sign, term in number.steps:
        if isinstance(term, str) and term not in known:
            return unknown_quantity(number, term, path, tuple(known))
        factor = Estimate(term, term, term) if isinstance(term, float) else known[term]
        if factor is None:
            return None
        if sign == "/" and factor.includes_zero():
            message = f"divides by '{term}', which may be 0" if isinstance(term, str) else "divides by 0"
            return Problem(path, "divides-by-0", message)
        if result is ONE and sign == "*":
            result = factor
        else:
            result = result.times(factor) if sign == "*" else result.over(factor)
        if not result.is_finite():
            return Problem(path, "out-of-range", f"comes to more than {figure(LARGEST)} on the way")
    return result


def unknown_quantity(product: Product, term: str, path: Path, known: tuple[str, ...]) -> Problem:
    """Return the problem of a product with an unknown quantity; a single word is reported as no number."""
    if len(product.steps) == 1:
        scale = DEGREES if path[-1:] == ("degree",) else ""
        message = f"should be a number, not {describe(product.text)}{scale}"
        return Problem(path, "not-a-number", message, "value", term, known)
    none = "" if known else ": `quantities` declares none"
    return Problem(path, "unknown-id", f"no quantity '{term}'{none}", "value", term, known)
