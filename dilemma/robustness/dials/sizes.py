"""Bounds of the numbers of members: no count is above the size of its party, no size below a count."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.case.estimates import best_estimate
from dilemma.robustness.dials.domains import BOUNDS
from dilemma.robustness.dials.inventory import Written
from dilemma.scenario import model
from dilemma.scenario.numbers import FieldBounds, Number, Product, ends_of

__all__ = ["bounds_of"]


def bounds_of(scenario: model.Scenario, one: Written) -> FieldBounds:
    """Return the bounds within which a number is valid while others are at their best estimates.

    A count and a size bound each other unless the other one is a product, which may move along.
    """
    bounds, path = BOUNDS[one.kind], one.address.split(".")
    if one.kind == "count":
        party = path[-1] if path[-2] == "falls_on" else scenario.consequences[path[-2]].party
        size = scenario.parties[party].size if party else None
        if size is None or isinstance(size, Product):
            return bounds
        return bounds._replace(high=max(best_estimate(scenario, size), _high(one.number)))
    if one.kind == "size":
        counts = [best_estimate(scenario, count) for count in _counts(scenario, path[1]) if _plain(count)]
        most = min(max(counts, default=0.0), _low(one.number))
        return bounds._replace(low=most, above_low=not most)
    return bounds


def _counts(scenario: model.Scenario, party: str) -> Iterator[Number]:
    """Yield every count of members of a party, of consequences and of options."""
    for id, factor in scenario.consequences.items():
        rows = [option.consequences[id] for option in scenario.options.values() if id in option.consequences]
        if factor.party == party:
            yield from (count for count in (factor.count, *(row.count for row in rows)) if count is not None)
        parts = (factor.falls_on or {}, *(row.falls_on or {} for row in rows))
        yield from (counts[party] for counts in parts if party in counts)


def _plain(number: Number) -> bool:
    return not isinstance(number, Product)


def _low(number: Number) -> float:
    return 0.0 if isinstance(number, Product) else ends_of(number)[0]


def _high(number: Number) -> float:
    return 0.0 if isinstance(number, Product) else ends_of(number)[1]
