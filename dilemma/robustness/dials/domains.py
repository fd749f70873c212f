"""Domains: the span over which a number is swept, by its kind.

Probabilities, chances, liability and ties 0 to 1; degrees -1 to 1; weights of duties and virtues 0 to 10;
weights of parties 0 to ten times the largest; counts, values, levels, delays and quantities 0 to ten times
the best estimate, on its side of 0, but no count above the size of its party; the worst and sizes from just
above 0, or from the largest count, to ten times; the exchange a hundredth to a hundred times; the discount 0
to 0.2; settings their interval. Each domain includes the stated range.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dilemma.case.estimates import best_estimate
from dilemma.frameworks.framework import Interval
from dilemma.scenario import model
from dilemma.scenario.numbers import (
    ABOVE_0,
    ANY,
    DEGREE,
    LARGEST,
    NOT_BELOW_0,
    SHARE,
    STRINGENCY,
    TRUTH,
    FieldBounds,
    Range,
    best_of,
    ends_of,
)

__all__ = ["BOUNDS", "SMALLEST_SHARE", "Span", "bounds_of_setting", "heaviest", "span", "span_of_setting"]

WEIGHT_REACH = 10.0  # a party's weight is tried up to ten times the largest in the file
AMOUNT_REACH = 10.0  # an amount up to ten times its best estimate
EXCHANGE_REACH = 100.0  # the exchange from a hundredth to a hundred times its best estimate
STEEPEST_DISCOUNT = 0.2  # per year; at this rate what falls due in ten years counts a sixth

BOUNDS: Mapping[str, FieldBounds] = {
    "exchange": ABOVE_0,
    "worst": ABOVE_0,
    "enough": ANY,
    "discount": SHARE,
    "quantity": ANY,
    "party-weight": NOT_BELOW_0,
    "level": ANY,
    "size": ABOVE_0,
    "combatant": TRUTH,
    "liability": TRUTH,
    "tie": SHARE,
    "belief": SHARE,
    "event": SHARE,
    "value": ANY,
    "count": NOT_BELOW_0,
    "chance": SHARE,
    "delay": NOT_BELOW_0,
    "duty-weight": STRINGENCY,
    "virtue-weight": STRINGENCY,
    "degree": DEGREE,
    "virtue": DEGREE,
}
"""The bounds that the file format sets for each kind of number."""

AMOUNTS = ("quantity", "level", "enough", "value", "count", "delay")

SMALLEST_SHARE = 1e-6
"""Of a best estimate: tried in place of 0 for an amount that must be above 0."""


class Span(NamedTuple):
    """The numbers from low to high; if these are equal, there is nothing to sweep."""

    low: float
    high: float


def heaviest(scenario: model.Scenario) -> float:
    """Return the largest weight tried for a party: ten times the largest in the file, or 10 if all are 0."""
    largest = max((best_estimate(scenario, party.weight) for party in scenario.parties.values()), default=0.0)
    return WEIGHT_REACH * (largest or 1.0)


def span(kind: str, number: float | Range, most: float, bounds: FieldBounds) -> Span:
    """Return the span over which a number of a kind is swept within bounds.

    `most` is the largest weight of a party.
    """
    best = best_of(number)
    match kind:
        case "party-weight":
            reach = Span(0.0, most)
        case "exchange":
            reach = Span(best / EXCHANGE_REACH, best * EXCHANGE_REACH)
        case "worst" | "size":
            reach = Span(bounds.low or best * SMALLEST_SHARE, best * AMOUNT_REACH)
        case "discount":
            reach = Span(0.0, STEEPEST_DISCOUNT)
        case _ if kind in AMOUNTS:
            reach = Span(min(0.0, AMOUNT_REACH * best), max(0.0, AMOUNT_REACH * best))
        case _:
            reach = Span(bounds.low, bounds.high)
    return _widened(reach, number, bounds)


def span_of_setting(interval: Interval, number: float | Range) -> Span:
    """Return the span over which a setting is swept: its interval.

    A setting without an upper bound is a unit of measure, not an uncertain number; it is not swept.
    """
    if interval.high >= LARGEST:
        reach = Span(best_of(number), best_of(number))
    else:
        reach = Span(interval.least, interval.high)
    return _widened(reach, number, bounds_of_setting(interval))


def bounds_of_setting(interval: Interval) -> FieldBounds:
    """Return the bounds within which a setting is valid."""
    return FieldBounds("", interval.low, interval.high, interval.above_low)


def _widened(reach: Span, number: float | Range, bounds: FieldBounds) -> Span:
    """Return the span extended to the number's best estimate and range, within its bounds."""
    ends = (best_of(number), *ends_of(number))
    low, high = max(bounds.low, min(reach.low, *ends)), min(bounds.high, max(reach.high, *ends))
    return Span(float(low), float(high))
