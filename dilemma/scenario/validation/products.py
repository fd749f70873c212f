"""Validation of products, and of settings of frameworks, against the bounds of their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.numbers import LARGEST, FieldBounds, Product, is_distribution
from dilemma.scenario.phrases import figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.structure.shapes import Products, Theories
from dilemma.scenario.validation.amounts import Estimates, estimate, number_or_none

__all__ = ["product_problems"]


def product_problems(
    data: Mapping[str, Any], products: Products, known: Estimates, theories: Theories | None
) -> Iterator[Problem]:
    """Yield the problems of products and of framework settings in canonical data."""
    for path, text, within in products:
        if path[0] not in {"quantities", "frameworks"}:
            yield from faults_of(text, path, within, known)
    for framework, settings in rows_at(data, "frameworks").items():
        intervals = (theories or {}).get(framework, {})
        for setting, raw in rows_at(settings).items():
            low, high, above_low = intervals.get(setting, (-LARGEST, LARGEST, False))
            words = "above {} and at most {}" if above_low else "from {} to {}"
            within = FieldBounds(words.format(figure(low), figure(high)), low, high, above_low)
            yield from faults_of(raw, ("frameworks", framework, setting), within, known)


def faults_of(raw: Any, path: Path, within: FieldBounds, known: Estimates) -> Iterator[Problem]:
    """Yield the problem of one number, if it has one."""
    number = number_or_none(raw)
    if number is None:
        return
    found = estimate(number, path, known)
    if isinstance(found, Problem):
        yield found._replace(message=within.reworded(found.message))
    elif found is not None:
        fault = found.too_large() or within.fault(found.best)
        if fault is None and not isinstance(number, Product):
            fault = within.fault(found.low) or within.fault(found.high)
            if fault and is_distribution(raw):
                reach = f"its draws reach from {found.low:.3g} to {found.high:.3g}"
                fault = f"{reach}, and it should be {within.words}: give it `min` and `max`"
        if fault:
            yield Problem(path, "out-of-range", fault)
