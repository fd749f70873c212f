"""Domains: over what a number is swept, by its kind.

Probabilities, chances and ties 0 to 1; degrees -1 to 1; weights of duties and virtues 0 to 10; weights of
parties 0 to ten times the largest; counts, values, levels, delays and quantities 0 to ten times the best
estimate, on its side of 0; the exchange a hundredth to a hundred times; the discount 0 to 0.2; settings their
interval. Each takes in the stated range.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dilemma.case.estimates import settled
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
    Range,
    Within,
    best_of,
    ends_of,
)

__all__ = ["BOUNDS", "Span", "bounds_of_setting", "heaviest", "span", "span_of_setting"]

WEIGHT_REACH = 10.0  # a party's weight is tried up to ten times the largest in the file
AMOUNT_REACH = 10.0  # an amount up to ten times its best estimate
EXCHANGE_REACH = 100.0  # the exchange from a hundredth to a hundred times its best estimate
STEEPEST_DISCOUNT = 0.2  # a year: what falls due in ten years would weigh a sixth

BOUNDS: Mapping[str, Within] = {
    "exchange": ABOVE_0,
    "discount": SHARE,
    "quantity": ANY,
    "party-weight": NOT_BELOW_0,
    "level": ANY,
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
"""The bounds of each kind of number, as the format has them."""

AMOUNTS = ("quantity", "level", "value", "count", "delay")


class Span(NamedTuple):
    """All numbers from low to high; where these are one, there is nothing to sweep."""

    low: float
    high: float


def heaviest(scenario: model.Scenario) -> float:
    """Return the largest weight that is tried for a party; where all weigh nothing, as if one weighed 1."""
    largest = max((settled(scenario, party.weight) for party in scenario.parties.values()), default=0.0)
    return WEIGHT_REACH * (largest or 1.0)


def span(kind: str, number: float | Range, most: float) -> Span:
    """Return over what a number of a kind is swept; `most` is the largest weight of a party tried."""
    best, bounds = best_of(number), BOUNDS[kind]
    match kind:
        case "party-weight":
            reach = Span(0.0, most)
        case "exchange":
            reach = Span(best / EXCHANGE_REACH, best * EXCHANGE_REACH)
        case "discount":
            reach = Span(0.0, STEEPEST_DISCOUNT)
        case _ if kind in AMOUNTS:
            reach = Span(min(0.0, AMOUNT_REACH * best), max(0.0, AMOUNT_REACH * best))
        case _:
            reach = Span(bounds.low, bounds.high)
    return _widened(reach, number, bounds)


def span_of_setting(interval: Interval, number: float | Range) -> Span:
    """Return over what a setting is swept: a scale without a bound is a unit of measure, not a doubt."""
    if interval.high >= LARGEST:
        reach = Span(best_of(number), best_of(number))
    else:
        reach = Span(interval.least, interval.high)
    return _widened(reach, number, bounds_of_setting(interval))


def bounds_of_setting(interval: Interval) -> Within:
    """Return what a setting may be at all."""
    return Within("", interval.low, interval.high, interval.above_low)


def _widened(reach: Span, number: float | Range, bounds: Within) -> Span:
    """Return a span with the number's best estimate and range taken in, within what it may be at all."""
    ends = (best_of(number), *ends_of(number))
    low, high = max(bounds.low, min(reach.low, *ends)), min(bounds.high, max(reach.high, *ends))
    return Span(float(low), float(high))
