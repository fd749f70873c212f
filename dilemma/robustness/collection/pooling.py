"""One view made of many: each number pooled over all views, credences by their mean.

- `median`: half of the weight lies on either side of it.
- `mean`: Σ w x / Σ w.
- `trimmed`: the mean without a fifth of the weight at either end (Jose and Winkler 2008).
- `log-odds`: of probabilities the number whose log-odds are the mean of theirs, that is, of
  log(p / (1 - p)), the logarithmic pool of Genest and Zidek (1986); of other numbers the mean. A probability
  of 0 or 1 counts as 0.001 or 0.999, since its log-odds have no bounds. The result
  stays within what was said.

On a log scale numbers are pooled in the logarithm. A view that does not set a number holds the file's.
Credences are pooled by the mean of shares (the linear pool of Stone 1961), over the views that state them.
Anything else, such as a role, is taken over if views with more than half of the weight set it so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias, get_args

import numpy as np

from dilemma.errors import BadSetting, Named
from dilemma.frameworks.framework import Framework
from dilemma.graph.columns import Column
from dilemma.robustness.collection.bases import bases, is_wording, number_of, plain_dials
from dilemma.robustness.collection.numbers import Number, plain_number, values_by_view
from dilemma.scenario.document import Document
from dilemma.scenario.structure.shapes import bounds_at
from dilemma.scenario.views.checks import FORMAT, ViewChecker
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.view import plain_data

__all__ = ["POOLS", "Pool", "pool_of_values", "pooled", "pooled_number", "pooled_view"]

Pool: TypeAlias = Literal["median", "mean", "trimmed", "log-odds"]

POOLS: tuple[Pool, ...] = get_args(Pool)

TRIMMED: Final = 0.2  # of the weight, left out at either end
NEAREST: Final = 1e-3  # to 0 and to 1 that a probability counts as in log-odds
LEAST: Final = 1e-12  # share of credence that is kept
SIGNIFICANT: Final = 12  # digits of a pooled number; those after it are rounding
HALF: Final = 0.5
PROBABILITIES: Final = frozenset({"belief", "event", "chance"})
"""Kinds of number that are probabilities."""


def pooled(
    pool: Pool,
    document: Document,
    views: Sequence[PersonView],
    numbers: Sequence[Number],
    weights: Sequence[float],
    checker: ViewChecker | None = None,
) -> PersonView:
    """Return one view made of these; `numbers` are theirs (`numbers_of_views`), `weights` one for each.

    Raises BadSetting if the pooled numbers cannot stand together, which products of them may rule out.
    """
    weight = np.asarray(weights, float)
    settings: dict[str, Any] = {}
    for number in numbers:
        value = pooled_number(pool, number, weight)
        if value is not None and not (number.of_file and value == number.dial.best):
            settings[number.address] = value
    settings |= agreed_settings(views, {number.address for number in numbers}, weight)
    data = {
        "view": FORMAT,
        "of": document.id,
        "name": f"{pool.capitalize()} of {len(views)} views",
        "set": settings,
        "credences": pooled_credences(views, weight),
    }
    stated = {key: value for key, value in data.items() if value not in ({}, None)}
    checked = (checker or ViewChecker(document)).checked(stated, str(data["name"]))
    if checked.view is None:
        told = "; ".join(problem.message for problem in checked.problems)
        raise BadSetting(Named("pool"), f" {pool}: the pooled numbers cannot stand together: {told}")
    return checked.view


def pooled_view(
    pool: Pool,
    document: Document,
    views: Sequence[PersonView],
    frameworks: Sequence[Framework],
    weights: Sequence[float] | None = None,
) -> PersonView:
    """Return one view made of these, without a collection of them; `weights` are 1 if left out.

    Raises as `pooled`.
    """
    values = values_by_view(list(bases(document, views, frameworks)), len(views))
    own = {dial.address for dial in plain_dials(document.scenario, frameworks)}
    numbers = [
        plain_number(document, address, *found)._replace(of_file=address in own)
        for address, found in values.items()
    ]
    return pooled(pool, document, views, numbers, weights or [1.0] * len(views))


def pooled_number(pool: Pool, number: Number, weights: Column) -> float | None:
    """Return the pool of a number's values.

    None if the number is not the file's own and views with half of the weight or more do not have it.
    """
    held = ~np.isnan(number.values)
    if weights[held].sum() <= HALF * weights.sum():
        return None
    return pool_of_values(pool, number, number.values[held], weights[held])


def pool_of_values(pool: Pool, number: Number, values: Column, weight: Column) -> float:
    """Return the pool of these values of a number, none of which is NaN, on the number's scale."""
    apart = pool == "log-odds" and number.dial.kind in PROBABILITIES
    to, back = log_odds() if apart else logarithm(values) if number.logarithmic else plainly()
    result = float(back(np.asarray(POOLED[pool](to(values), weight))))
    low, high = (
        bounds_at(number.address) if not number.address.startswith("frameworks.") else (result, result)
    )
    inside = min(max(result, low, float(values.min())), high, float(values.max()))
    return float(f"{inside:.{SIGNIFICANT}g}")


Change: TypeAlias = Callable[[Any], Any]


def plainly() -> tuple[Change, Change]:
    """Return the change of scale that leaves numbers as they are, and its inverse."""
    return (lambda x: x), (lambda x: x)


def logarithm(values: Column) -> tuple[Change, Change]:
    """Return the logarithm of numbers that all have the sign of these, and its inverse."""
    sign = np.sign(values[0])
    return (lambda x: np.log(sign * x)), (lambda x: sign * np.exp(x))


def log_odds() -> tuple[Change, Change]:
    """Return the log-odds of probabilities, and its inverse."""

    def odds(p: Column) -> Column:
        inside = np.clip(p, NEAREST, 1 - NEAREST)
        result: Column = np.log(inside / (1 - inside))
        return result

    return odds, (lambda x: 1 / (1 + np.exp(-x)))


def weighted_median(values: Column, weights: Column) -> float:
    """Return the middle value by weight; the mean of two where exactly half lies below the second."""
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    below = np.cumsum(weights) / weights.sum()
    at = int(np.searchsorted(below, HALF - np.finfo(float).eps * len(values)))
    beside = np.isclose(below[at], HALF, rtol=0, atol=1e-12) and at + 1 < len(values)
    rest = np.flatnonzero(weights[at + 1 :])
    if beside and len(rest):
        return float((values[at] + values[at + 1 + int(rest[0])]) / 2)
    return float(values[at])


def weighted_mean(values: Column, weights: Column) -> float:
    """Return Σ w x / Σ w."""
    return float(np.average(values, weights=weights))


def trimmed_mean(values: Column, weights: Column) -> float:
    """Return the mean of the middle three fifths by weight; a value at a border counts in part."""
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order] / weights.sum()
    ends = np.cumsum(weights)
    inside = np.clip(ends, TRIMMED, 1 - TRIMMED) - np.clip(ends - weights, TRIMMED, 1 - TRIMMED)
    return float(np.average(values, weights=inside))


POOLED: Mapping[Pool, Callable[[Column, Column], float]] = {
    "median": weighted_median,
    "mean": weighted_mean,
    "trimmed": trimmed_mean,
    "log-odds": weighted_mean,
}


def agreed_settings(views: Sequence[PersonView], numbers: set[str], weights: Column) -> dict[str, Any]:
    """Return what is no number of these and is set alike by views with more than half of the weight."""
    weight_of: dict[tuple[str, str], float] = {}
    values: dict[tuple[str, str], Any] = {}
    for view, weight in zip(views, weights.tolist(), strict=True):
        for address, value in view.values.items():
            if address not in numbers and not is_wording(address) and number_of(address, value) is None:
                key = (address, json.dumps(plain_data(value), sort_keys=True))
                weight_of[key] = weight_of.get(key, 0.0) + weight
                values[key] = value
    most = HALF * float(weights.sum())
    return {key[0]: values[key] for key, weight in weight_of.items() if weight > most}


def pooled_credences(views: Sequence[PersonView], weights: Column) -> dict[str, float]:
    """Return the mean of the shares of credence, over the views that state credences."""
    sums: dict[str, float] = {}
    whole = 0.0
    for view, weight in zip(views, weights.tolist(), strict=True):
        total = sum(view.credences.values(), Fraction(0))
        if total and weight:
            whole += weight
            for theory, credence in view.credences.items():
                sums[theory] = sums.get(theory, 0.0) + weight * float(credence / total)
    return {
        theory: float(f"{part / whole:.{SIGNIFICANT}g}")
        for theory, part in sums.items()
        if part >= whole * LEAST
    }
