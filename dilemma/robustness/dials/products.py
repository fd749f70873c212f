"""Products of quantities: what they follow from, and how far a quantity may move before one is impossible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from dilemma.case.estimates import settled
from dilemma.scenario import model
from dilemma.scenario.numbers import Number, Product, Within, best_of

__all__ = ["Placed", "Power", "possible", "power_of"]

SMALLEST_SHARE = 1e-6  # of its best estimate: stands for 0 where a quantity may not be 0
JUST_WITHIN = 1e-12  # of a limit: more than rounding in a product of a few factors, less than is told


class Power(NamedTuple):
    """A product written out: `factor` times each quantity to its exponent.

    Quantities that follow from others are replaced by these; `divisors` may not be 0.
    """

    factor: float
    exponents: Mapping[str, int]
    divisors: frozenset[str] = frozenset()


def power_of(scenario: model.Scenario, number: Number) -> Power:
    """Return a number as a product of powers of the quantities it follows from in the end."""
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


class Placed(NamedTuple):
    """A product, the bounds of the place where it stands, and what it is when multiplied out."""

    product: Product
    bounds: Within
    power: Power


def possible(scenario: model.Scenario, id: str, amount: float, products: Iterable[Placed]) -> float:
    """Return the amount, or what is nearest to it that makes no product of the quantity impossible.

    It stays on its side of 0; 0 counts as on that of the best estimate. The other quantities keep theirs.
    """
    best = settled(scenario, scenario.quantities[id].value)
    side = -1.0 if amount < 0 or (amount == 0 and best < 0) else 1.0
    moved = [_Moved(scenario, id, *placed) for placed in products]
    size = abs(amount)
    if size == 0 and any(one.shuts_out_0 for one in moved):
        size = abs(best) * SMALLEST_SHARE
    for one in moved:
        size = one.held(size, side)
    return side * size + 0.0  # -0.0 becomes 0.0


class _Moved(NamedTuple):
    """A product as one of its quantities moves."""

    scenario: model.Scenario
    id: str
    product: Product
    bounds: Within
    power: Power

    @property
    def shuts_out_0(self) -> bool:
        return self.id in self.power.divisors or (self.bounds.above_low and self.bounds.low == 0)

    def held(self, size: float, side: float) -> float:
        """Return the nearest size of the quantity, on a side of 0, at which the product may stand."""
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
        """Return the product's amount without the quantity, the others at their best estimates."""
        amount = self.power.factor
        for other, exponent in self.power.exponents.items():
            if other != self.id:
                amount *= settled(self.scenario, self.scenario.quantities[other].value) ** exponent
        return amount

    def _fault(self, amount: float) -> bool:
        """Whether the product, multiplied out as written, is past its bounds: by rounding."""
        named = dict(self.scenario.quantities)
        named[self.id] = named[self.id].model_copy(update={"value": amount})
        comes_to = settled(self.scenario.model_copy(update={"quantities": named}), self.product)
        return self.bounds.fault(comes_to) is not None


def _root(amount: float, exponent: int) -> float:
    if amount == 0:
        return 0.0 if exponent > 0 else inf
    return float(amount ** (1 / exponent))
