"""Walking canonical data that may be wrong anywhere: what is not there is skipped, not an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dilemma.scenario.problem import Path

__all__ = ["chosen", "rows_at", "words_at"]


def rows_at(data: Any, *path: str) -> dict[str, Any]:
    """Return the map at a path, or an empty one where none is."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def chosen(value: Any, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield the path and value of everything a pattern of keys leads to; `*` is any key or list position."""
    if not pattern:
        yield path, value
        return
    first, *rest = pattern
    if isinstance(value, dict):
        keys = value if first == "*" else (first,) if first in value else ()
        for key in keys:
            yield from chosen(value[key], tuple(rest), (*path, key))
    elif isinstance(value, tuple) and first == "*":
        for position, item in enumerate(value):
            yield from chosen(item, tuple(rest), (*path, position))


def words_at(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of a value that is a text, each text of a list, or each key of a map."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, position), item) for position, item in enumerate(value) if isinstance(item, str))
    elif isinstance(value, dict):
        yield from (((*path, key), key) for key in value)
