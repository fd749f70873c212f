"""Six buildings by seven criteria: the methods of MULTIMOORA, and what of ours corresponds to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import exp, hypot, log

from .study import Ours, inputs, order, scored

__all__ = ["NAME", "ours", "product_scores", "ratio_scores"]

NAME = "kracka-2010"

RATIO_DIGITS, PRODUCT_DIGITS = 8, 4
"""Digits after the point that the published scores have."""


def ours() -> Ours:
    """Return our result for each row."""
    ratio, product = ratio_scores(), product_scores()
    return {
        **{f"ratio system, {one}": round(score, RATIO_DIGITS) for one, score in ratio.items()},
        **{f"full multiplicative form, {one}": round(x, PRODUCT_DIGITS) for one, x in product.items()},
        "reference point, order": order(scored("maximin", buildings(), columns(float))),
        "MULTIMOORA, order": order(majorities()),
    }


def buildings() -> list[str]:
    """Return the names of the buildings."""
    return list(inputs(NAME)["buildings"])


def ratio_scores() -> Mapping[str, float]:
    """Return the sum of normalised criteria: the expected score, times the number of criteria."""
    found = columns(float)
    return {one: len(found) * score for one, score in scored("expected-raw", buildings(), found).items()}


def product_scores() -> Mapping[str, float]:
    """Return the product of normalised criteria: the same sum over logarithms, and its exponential."""
    found = columns(log)
    return {one: exp(len(found) * x) for one, x in scored("expected-raw", buildings(), found).items()}


def majorities() -> Mapping[str, float]:
    """Return the scores by Copeland of the three published orders, each with the same credence."""
    orders = inputs(NAME)["orders"].values()
    return scored("copeland", buildings(), [[-place for place in places] for places in orders])


def columns(scale: Callable[[float], float]) -> list[list[float]]:
    """Return each criterion on a scale, the greater the better.

    Values are first divided by the root of the sum of their squares, as MOORA does.
    """
    stated = inputs(NAME)
    return [
        [(scale if goal == "max" else lambda x: -scale(x))(value / hypot(*column)) for value in column]
        for goal, column in zip(stated["goals"], zip(*stated["matrix"], strict=True), strict=True)
    ]
