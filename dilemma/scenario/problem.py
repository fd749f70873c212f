"""One thing wrong with a file, before its place is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Literal, NamedTuple

__all__ = ["UNUSABLE", "At", "Path", "Problem", "Spot", "address_of", "still_new"]

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value."""

UNUSABLE = "\0"
"""Stands in a path for a key that cannot be told, or comes a second time; no written key holds it."""

At = Literal["key", "value", "parent"]


class Spot(NamedTuple):
    """A run of characters on one line; all count from 1, `end` is one past the last."""

    line: int
    column: int
    end: int


class Problem(NamedTuple):
    """What is wrong at a path; `name` is what was written, `known` what could have been meant.

    `spot` is given only where the path would not lead there (a second key of the same name).
    """

    path: Path
    code: str
    message: str
    at: At = "value"
    name: str | None = None
    known: tuple[str, ...] = ()
    spot: Spot | None = None


def address_of(path: Path) -> str:
    """Return the dotted address of a path, up to a key that cannot be told."""
    told = takewhile(lambda step: step != UNUSABLE, path)
    return ".".join(str(step) for step in told)


def still_new(problems: Iterable[Problem], spoiled: frozenset[Path]) -> Iterator[Problem]:
    """Yield the problems at no path that is spoiled already, nor below one, nor of a value that holds one."""
    holders = {path[:-1] for path in spoiled if len(path) > 1}
    for problem in problems:
        within = any(problem.path[:length] in spoiled for length in range(len(problem.path) + 1))
        if not within and not (problem.at == "value" and problem.path in holders):
            yield problem
