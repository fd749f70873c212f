"""Products where a number is due, and settings of frameworks: checked at what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from dilemma.scenario.estimates import Estimate, Estimates, estimate, number_or_none
from dilemma.scenario.numbers import Product, Within
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.references import Theories
from dilemma.scenario.saying import figure
from dilemma.scenario.shape import figures, scenario_shape

__all__ = ["product_problems"]


def product_problems(
    data: Mapping[str, Any], known: Estimates, theories: Theories | None
) -> Iterator[Problem]:
    """Yield what is wrong with the products and the settings of canonical data."""
    for path, raw, within in figures(data, scenario_shape()):
        bounds = interval(path, theories) if path[0] == "frameworks" else None
        if path[0] != "quantities" and (bounds or isinstance(raw, str)):
            problem = problem_with(raw, path, bounds or within, known)
            if problem:
                yield problem


def interval(path: Path, theories: Theories | None) -> Within | None:
    """Return the bounds of a framework's setting, where they are known."""
    _, framework, setting = path
    ends = (theories or {}).get(str(framework), {}).get(str(setting))
    if ends is None:
        return None
    low, high, above_low = ends
    words = "above {} and at most {}" if above_low else "from {} to {}"
    return Within(words.format(figure(low), figure(high)), low, high, above_low)


def problem_with(raw: Any, path: Path, within: Within, known: Estimates) -> Problem | None:
    """Return what is wrong with one number, or None."""
    number = number_or_none(raw)
    if number is None:
        return None
    if not isinstance(number, Product):
        return fault_of_plain(number, path, within)
    found = estimate(number, path, known)
    if not isinstance(found, Estimate):
        return found
    fault = found.too_large() or within.fault(found.best)
    return Problem(path, "out-of-range", fault) if fault else None


def fault_of_plain(number: Any, path: Path, within: Within) -> Problem | None:
    """Return what is wrong with a number or a range of numbers, or None."""
    try:
        within(number)
    except PydanticCustomError as error:
        return Problem(path, "out-of-range", error.message())
    return None
