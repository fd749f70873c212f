"""Traversal of canonical data that may contain mistakes: missing parts are skipped, without an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from dilemma.scenario.problem import Path

__all__ = ["matches_of", "rows_at", "size", "texts_in", "texts_with_paths", "values_at"]


def rows_at(data: Any, *path: str) -> dict[str, Any]:
    """Return the map at a path, or an empty map if there is none."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def matches_of(data: Any, pattern: str) -> list[tuple[Path, Any]]:
    """Return the path and value of each match of a dotted pattern; `*` matches any key or list position."""
    matches: list[tuple[Path, Any]] = [((), data)]
    for step in pattern.split("."):
        if step == "*":
            matches = [((*path, key), item) for path, value in matches for key, item in entries(value)]
        else:
            maps = [(path, value) for path, value in matches if isinstance(value, dict) and step in value]
            matches = [((*path, step), value[step]) for path, value in maps]
    return matches


def values_at(data: Any, patterns: tuple[str, ...]) -> dict[str, list[Any]]:
    """Return, for each dotted pattern, the values that match it: those of `matches_of`, without their paths.

    This is faster, since no path is built and a prefix that several patterns share is looked up once.
    """
    matches = {"": [data]}
    for pattern, above, step in steps_to(patterns):
        values = matches[above]
        if step == "*" and values:
            values = [item for value in values for item in items_of(value)]
        elif values:
            values = [value[step] for value in values if isinstance(value, dict) and step in value]
        matches[pattern] = values
    return matches


@cache
def steps_to(patterns: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Return each prefix of the patterns with its parent prefix and its last step, parents first."""
    starts: dict[str, tuple[str, str, str]] = {}
    for pattern in patterns:
        above = ""
        for step in pattern.split("."):
            start = f"{above}.{step}" if above else step
            starts[start] = (start, above, step)
            above = start
    return tuple(starts.values())


def items_of(value: Any) -> Iterable[Any]:
    """Return the values in a map or list; nothing for any other value."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()


def entries(value: Any) -> Iterable[tuple[str | int, Any]]:
    """Return the keys or positions of a map or list, each with its value."""
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()


def texts_with_paths(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Yield texts with their paths: the value if it is a text, each text of a list, or each key of a map."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, position), item) for position, item in enumerate(value) if isinstance(item, str))
    elif isinstance(value, dict):
        yield from (((*path, key), key) for key in value)


def texts_in(value: Any) -> Iterable[str]:
    """Return the texts of a value: itself if it is a text, each text of a list, or each key of a map."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return [item for item in value if isinstance(item, str)]
    return value if isinstance(value, dict) else ()


def size(value: Any) -> int:
    """Return the number of values in a value, at any depth, itself included."""
    return 1 + sum(size(item) for _, item in entries(value))
