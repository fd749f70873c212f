"""Checks of plain Python data, and its conversion to the form in which files are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isnan
from numbers import Integral, Real
from typing import Any

from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.phrases import describe, figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.reader import DEEPEST, MOST_VALUES

__all__ = ["frozen", "plain_number", "problems_of_data"]

PLAIN = (bool, int, float, str)
"""Types whose values are what a file may hold."""


def problems_of_data(data: Any) -> Iterator[Problem]:
    """Yield the problems of data that no file can contain: wrong key types or types, too large, too deep."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    values = 0
    while waiting:
        path, value = waiting.pop()
        values += 1
        if len(path) > DEEPEST:
            yield Problem(path, "depth", f"nested deeper than {DEEPEST}")
            return
        if values > MOST_VALUES:
            yield Problem(path, "values", f"more than {MOST_VALUES:,} values")
            return
        yield from problems_of_value(value, path)
        waiting.extend(((*path, key), item) for key, item in reversed(contents(value)))


def contents(value: Any) -> list[tuple[Any, Any]]:
    """Return the keys or positions of a map or list, each with its value."""
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, tuple | list) else []


def problems_of_value(value: Any, path: Path) -> Iterator[Problem]:
    """Yield the problems of one value, without the values inside it."""
    match plain_number(value):
        case Mapping():
            for key in value:
                if not isinstance(key, str):
                    yield Problem(path, "key", f"a key should be text, not {describe(key)}")
        case str():
            if refused := refused_character(value):
                yield Problem(path, "character", f"the character {refused} is refused: it cannot be seen")
        case bool() | None | tuple() | list():
            return
        case int() | float():
            if isinstance(value, float) and isnan(value):
                yield Problem(path, "not-a-number", "should be a number, not NaN, which stands for none")
            elif not abs(value) <= LARGEST:
                yield Problem(path, "out-of-range", f"numbers beyond {figure(LARGEST)} are refused")
        case _:
            yield Problem(path, "type", f"should be plain data, not {describe(value)}")


def frozen(value: Any) -> Any:
    """Return a copy of plain data: every map a new dict, every list a tuple, every number Python's own."""
    if isinstance(value, Mapping):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(frozen(item) for item in value) if isinstance(value, tuple | list) else plain_number(value)


def plain_number(value: Any) -> Any:
    """Return a number of another package, such as numpy, as Python's own; anything else unchanged."""
    if type(value) in PLAIN or not isinstance(value, Real):
        return value
    return int(value) if isinstance(value, Integral) else float(value)
