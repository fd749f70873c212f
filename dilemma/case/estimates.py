"""What the numbers of a scenario come to: each read as a quantity, a product of quantities multiplied out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dilemma.quantity import Quantity, greatest, least
from dilemma.scenario import model
from dilemma.scenario.numbers import Number, Product, Range, best_of
from dilemma.scenario.structure import bounds_at

__all__ = ["Evaluator", "Reading", "best_estimate", "evaluate_product", "read_best_estimate"]

Reading = Callable[[str, float | Range], Quantity]
"""What the number written at an address stands for: its best estimate, a column of draws, a symbol."""

Q = TypeVar("Q", float, Quantity)


def read_best_estimate(_address: str, number: float | Range) -> Quantity:
    """Read every number at its best estimate."""
    return number if isinstance(number, float) else number.best


def best_estimate(scenario: model.Scenario, number: Number) -> float:
    """Return the best estimate of a written number, products multiplied out."""
    if not isinstance(number, Product):
        return best_of(number)
    return evaluate_product(number, lambda id: best_estimate(scenario, scenario.quantities[id].value))


def evaluate_product(product: Product, quantity: Callable[[str], Q]) -> Q:
    """Return what a product comes to, its quantities as given."""
    result: Q = 1.0
    for sign, factor_or_id in product.steps:
        factor = factor_or_id if isinstance(factor_or_id, float) else quantity(factor_or_id)
        result = result * factor if sign == "*" else result / factor
    return result


class Evaluator:
    """The numbers of one scenario as quantities; each named quantity worked out once."""

    def __init__(self, scenario: model.Scenario, read: Reading) -> None:
        self._scenario = scenario
        self._read = read
        self._named: dict[str, Quantity] = {}

    def at(self, address: str, number: Number) -> Quantity:
        """Return the number written at the address; a product held within what may stand there.

        Each end of a range is checked where it is written, but a product of several such ends may come to
        what its place cannot hold, a chance above 1. It then counts as the nearest that may stand there.
        """
        if not isinstance(number, Product):
            return self._read(address, number)
        low, high = bounds_at(address)
        return least(high, greatest(low, evaluate_product(number, self._quantity)))

    def _quantity(self, id: str) -> Quantity:
        if id not in self._named:
            self._named[id] = self.at(f"quantities.{id}.value", self._scenario.quantities[id].value)
        return self._named[id]
