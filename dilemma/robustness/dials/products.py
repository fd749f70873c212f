"""Products of quantities: their factors, and the limits that valid products set to a quantity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from dilemma.case.estimates import best_estimate
from dilemma.robustness.dials.domains import SMALLEST_SHARE
from dilemma.scenario import model
from dilemma.scenario.numbers import FieldBounds, Number, Product, best_of

__all__ = ["BoundedProduct", "Power", "possible", "power_of"]

JUST_WITHIN = 1e-12  # of a limit: more than the rounding of a product, less than reports show


class Power(NamedTuple):
    """A product as `factor` times powers of quantities, by their ids.

    Quantities that follow from others are replaced by these; `divisors` may not be 0.
    """

    factor: float
    exponents: Mapping[str, int]
    divisors: frozenset[str] = frozenset()


def power_of(scenario: model.Scenario, number: Number) -> Power:
    """Return a number as a product of powers of the plain quantities that it follows from."""
    if not isinstance(number, Product):
        return Power(best_of(number), {})
    factor, exponents, divisors = 1.0, Counter[str](), set[str]()
    for sign, term in number.steps:
        inside = _term(scenario, term)
        direction = 1 if sign == "*" else -1
        factor *= inside.factor**direction
        exponents.update({id: direction * exponent for id, exponent in inside.exponents.items()})
        divisors |= inside.divisors | (set() if sign == "*" else set(inside.exponents))
    return Power(factor, exponents, frozenset(divisors))


def _term(scenario: model.Scenario, term: float | str) -> Power:
    if isinstance(term, float):
        return Power(term, {})
    value = scenario.quantities[term].value
    return power_of(scenario, value) if isinstance(value, Product) else Power(1.0, {term: 1})


class BoundedProduct(NamedTuple):
    """A product, the bounds within which it is valid, and its form as powers of quantities."""

    product: Product
    bounds: FieldBounds
    power: Power


def possible(scenario: model.Scenario, id: str, amount: float, products: Iterable[BoundedProduct]) -> float:
    """Return the amount, or the nearest one at which every product of the quantity is valid.

    The result has the sign of the amount; 0 counts as having that of the best estimate. Other quantities
    have their best estimates.
    """
    best = best_estimate(scenario, scenario.quantities[id].value)
    side = -1.0 if amount < 0 or (amount == 0 and best < 0) else 1.0
    moved = [_VariedProduct(scenario, id, *bounded) for bounded in products]
    size = abs(amount)
    if size == 0 and any(one.shuts_out_0 for one in moved):
        size = abs(best) * SMALLEST_SHARE
    for one in moved:
        size = one.nearest_possible(size, side)
    return side * size + 0.0  # -0.0 becomes 0.0


class _VariedProduct(NamedTuple):
    """A product as a function of one of its quantities."""

    scenario: model.Scenario
    id: str
    product: Product
    bounds: FieldBounds
    power: Power

    @property
    def shuts_out_0(self) -> bool:
        return self.id in self.power.divisors or (self.bounds.above_low and self.bounds.low == 0)

    def nearest_possible(self, size: float, side: float) -> float:
        """Return the size nearest to this one, on a side of 0, at which the product is within its bounds."""
        exponent, factor = self.power.exponents[self.id], self._others()
        if not exponent or not factor:
            return size
        ends = (self.bounds.low, self.bounds.high)
        low, high = ends if factor * side**exponent > 0 else (-ends[1], -ends[0])
        least, most = sorted(_root(max(0.0, end) / abs(factor), exponent) for end in (low, high))
        if size < least:
            return least * (1 + JUST_WITHIN) if self._fault(side * least) else least
        if size > most:
            return most * (1 - JUST_WITHIN) if self._fault(side * most) else most
        return size

    def _others(self) -> float:
        """Return the product of the other factors, with quantities at their best estimates."""
        amount = self.power.factor
        for other, exponent in self.power.exponents.items():
            if other != self.id:
                amount *= best_estimate(self.scenario, self.scenario.quantities[other].value) ** exponent
        return amount

    def _fault(self, amount: float) -> bool:
        """Return whether the product, multiplied in the written order, is out of bounds (by rounding)."""
        named = dict(self.scenario.quantities)
        named[self.id] = named[self.id].model_copy(update={"value": amount})
        product = best_estimate(self.scenario.model_copy(update={"quantities": named}), self.product)
        return self.bounds.fault(product) is not None


def _root(amount: float, exponent: int) -> float:
    if amount == 0:
        return 0.0 if exponent > 0 else inf
    return float(amount ** (1 / exponent))
