"""Positions of the values of a scenario in its file."""

from __future__ import annotations

from typing import Any, NamedTuple

from dilemma.scenario.problem import At, Path, Spot

__all__ = ["NOWHERE", "Place", "Places", "span_of"]

START = Spot(1, 1, 2)


class Place:
    """The position of a map or list and of each value in it, as the parser's events.

    `keys` holds the event of each key of a map. `values` holds, by key or by position in a list, the place of
    a map or list and the event of anything else. `end` is the end of a map or list written in brackets.
    """

    __slots__ = ("end", "keys", "start", "values")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.end: Any = None
        self.keys: dict[str | int, Any] = {}
        self.values: dict[str | int, Any] = {}


class Places(NamedTuple):
    """The positions of all values of one file; `top` is None if the file is not a map or list."""

    top: Place | None

    def spot(self, path: Path, at: At) -> Spot:
        """Return the span to report for a path: that of the nearest value in the file.

        Keys that only the canonical form has are not in the file, but the values below them are.
        """
        if at == "parent":
            path, at = path[:-1], "key"
        here: Any = self.top
        key = name = None
        for step in path:
            if isinstance(here, Place) and step in here.values:
                key, name, here = here.keys.get(step), step, here.values[step]
        if name is None:
            return START
        start, end = (here.start, here.end or here.start) if isinstance(here, Place) else (here, here)
        has_width = start.start_mark.index < end.end_mark.index
        if key is not None and (not has_width or (at == "key" and name == path[-1])):
            return span_of(key.start_mark, key.end_mark)
        return span_of(start.start_mark, end.end_mark)


def span_of(start: Any, end: Any) -> Spot:
    """Return the span between two of the parser's marks, on the first line only."""
    last = end.column if end.line == start.line else start.column + 1
    return Spot(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


NOWHERE = Places(None)
"""Positions for data that is not from a file: every path is at line 1, column 1."""
