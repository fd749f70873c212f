"""Evaluation of a scenario's numbers as quantities, with products evaluated."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dilemma.quantity import Quantity, greatest, least
from dilemma.scenario import model
from dilemma.scenario.numbers import Number, Product, Range, best_of
from dilemma.scenario.structure.shapes import bounds_at

__all__ = ["Evaluator", "Reading", "best_estimate", "evaluate_product", "read_best_estimate"]

Reading = Callable[[str, float | Range], Quantity]
"""A function that returns the quantity of a number at an address: best estimate, draws or symbol."""

Q = TypeVar("Q", float, Quantity)


def read_best_estimate(_address: str, number: float | Range) -> Quantity:
    """Return the best estimate of a number; the Reading for a weighing without draws or symbols."""
    return number if isinstance(number, float) else number.best


def best_estimate(scenario: model.Scenario, number: Number) -> float:
    """Return the best estimate of a number of a scenario, with products evaluated."""
    if not isinstance(number, Product):
        return best_of(number)
    return evaluate_product(number, lambda id: best_estimate(scenario, scenario.quantities[id].value))


def evaluate_product(product: Product, quantity: Callable[[str], Q]) -> Q:
    """Return the value of a product; `quantity` returns the value of a quantity by id."""
    result: Q = 1.0
    for sign, factor_or_id in product.steps:
        factor = factor_or_id if isinstance(factor_or_id, float) else quantity(factor_or_id)
        result = result * factor if sign == "*" else result / factor
    return result


class Evaluator:
    """An evaluator of one scenario's numbers as quantities; it evaluates each named quantity once."""

    def __init__(self, scenario: model.Scenario, read: Reading) -> None:
        self._scenario = scenario
        self._read = read
        self._named: dict[str, Quantity] = {}

    def at(self, address: str, number: Number) -> Quantity:
        """Return the quantity of the number at the address; a product is clamped to the bounds of its field.

        Ends of ranges are validated, but a product of several may still be out of bounds, such as a chance
        above 1. It then counts as the nearest value within bounds.
        """
        if not isinstance(number, Product):
            return self._read(address, number)
        low, high = bounds_at(address)
        return least(high, greatest(low, evaluate_product(number, self._quantity)))

    def _quantity(self, id: str) -> Quantity:
        if id not in self._named:
            self._named[id] = self.at(f"quantities.{id}.value", self._scenario.quantities[id].value)
        return self._named[id]
