"""Where in its file each value of a scenario stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from dilemma.scenario.problem import At, Path, Spot

__all__ = ["NOWHERE", "Place", "Places", "spanned"]

START = Spot(1, 1, 2)


class Place(NamedTuple):
    """The parser's events for a value: its key (None in a list), its start, the end of a flow list or map."""

    key: Any
    value: Any
    end: Any = None


class Places:
    """The places of one file by path; found only when they are looked up: when something is wrong."""

    def __init__(self, find: Callable[[], Mapping[Path, Place]]) -> None:
        self.find = find

    @cached_property
    def by_path(self) -> Mapping[Path, Place]:
        return self.find()

    def spot(self, path: Path, at: At) -> Spot:
        """Return where to point: at the nearest thing that is in the file.

        Keys the canonical form adds are not in the file, what stands below them is.
        """
        if at == "parent":
            path, at = path[:-1], "key"
        known: Path = ()
        for step in path:
            known = (*known, step) if (*known, step) in self.by_path else known
        if not known:
            return START
        at = at if known[-1] == path[-1] else "value"
        place = self.by_path[known]
        has_width = place.end is not None or width(place.value) > 0
        if place.key is not None and (at == "key" or not has_width):
            return spanned(place.key.start_mark, place.key.end_mark)
        return spanned(place.value.start_mark, (place.end or place.value).end_mark)


def width(event: Any) -> int:
    """Return how many characters an event spans: none for what is left out or laid out in blocks."""
    return int(event.end_mark.index - event.start_mark.index)


def spanned(start: Any, end: Any) -> Spot:
    """Return the spot between two of the parser's marks; on the first line only."""
    last = end.column if end.line == start.line else start.column + 1
    return Spot(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


NOWHERE = Places(dict)
"""For data that came from no file: everything is placed at its start."""
