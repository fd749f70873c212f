"""Products of quantities that some dial settings push out of bounds, so that the page can report them.

A file or a flag that gives such a product is refused. When dials move, theories use the nearest valid value
instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dilemma.case.estimates import evaluate_product
from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Graph
from dilemma.quantity import Quantity, Truth, any_of, negated, negative, never, positive
from dilemma.robustness.dials.dial import products
from dilemma.scenario import model
from dilemma.scenario.numbers import FieldBounds, Product, best_of

__all__ = ["Impossible", "impossible"]


class Impossible(NamedTuple):
    """A product at its address: its amount, and whether that amount is out of bounds."""

    address: str
    amount: Quantity
    beyond: Truth


def impossible(
    scenario: model.Scenario, frameworks: Iterable[Framework], free: Mapping[str, Bounds], graph: Graph
) -> Iterator[Impossible]:
    """Yield the products that some setting of these dials pushes out of bounds."""

    def named(id: str) -> Quantity:
        value, address = scenario.quantities[id].value, f"quantities.{id}.value"
        if isinstance(value, Product):
            return evaluate_product(value, named)
        return graph.input(address, *free[address]) if address in free else best_of(value)

    for one, within in products(scenario, frameworks):
        if isinstance(one.number, Product):
            amount = evaluate_product(one.number, named)
            beyond = _out_of_bounds(amount, within)
            if not never(beyond):
                yield Impossible(one.address, amount, beyond)


def _out_of_bounds(amount: Quantity, within: FieldBounds) -> Truth:
    over_low, over_high = amount - float(within.low), amount - float(within.high)
    return any_of(
        negated(positive(over_low)) if within.above_low else negative(over_low), positive(over_high)
    )
