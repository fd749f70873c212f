"""Exact fractions from text: `0.35`, `35%` or `1/3`."""

from __future__ import annotations

from fractions import Fraction

from dilemma.scenario.numbers.constants import LARGEST
from dilemma.scenario.numbers.notation import parse_number

__all__ = ["exact", "parse_credence"]

PERCENT = 100

LONGEST = 40  # characters; longer ones would only cost time

SMALLEST = 1e-15  # the counterpart of the largest number a file may hold


def exact(number: float) -> Fraction:
    """Return the exact fraction for the decimal form of a number: 1/10 for 0.1."""
    return Fraction(repr(number))


def parse_credence(text: str) -> Fraction | None:
    """Return the credence or other share that a text represents, 0 or more; None if it is not one."""
    numerator, slash, denominator = text.partition("/")
    if slash:
        above, below = parse_fraction(numerator.strip()), parse_fraction(denominator.strip())
        return above / below if above is not None and below else None
    number, percent, rest = text.partition("%")
    value = parse_fraction(number.strip())
    if value is None or rest:
        return None
    return value / PERCENT if percent else value


def parse_fraction(text: str) -> Fraction | None:
    """Return the number that a text represents; None if it is not one, below 0, or too large or small."""
    number = parse_number(text) if len(text) <= LONGEST else None
    if number is None or not 0 <= number <= LARGEST:
        return None
    if number < SMALLEST:
        return None if any(digit in text.lower().partition("e")[0] for digit in "123456789") else Fraction(0)
    return Fraction(text)
