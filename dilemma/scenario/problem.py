"""Problems of a file, each at a path; the position of the path is looked up later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Literal, NamedTuple, Protocol

__all__ = ["UNUSABLE", "At", "Marks", "Path", "Problem", "SheetCell", "Spot", "address_of", "still_new"]

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value."""

UNUSABLE = "\0"
"""Replaces, in a path, a key that is unreadable or repeated; no key of a file contains this character."""

At = Literal["key", "value", "parent"]


class SheetCell(NamedTuple):
    """A cell of a sheet: the sheet's name and its number among the sheets, the cell's name and its text.

    `across` is the number of its column. Of a text with several lines, `text` is the line of the problem.
    """

    sheet: str
    number: int
    name: str
    across: int
    text: str


class Spot(NamedTuple):
    """A span of characters on one line; line and columns count from 1, `end` is one past the last.

    In a sheet, `line` is the row of the cell, and the columns are those of the text in it.
    """

    line: int
    column: int
    end: int
    cell: SheetCell | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """The key by which spots are sorted in the order of their file."""
        number, across = (self.cell.number, self.cell.across) if self.cell else (0, 0)
        return (number, self.line, across, self.column, self.end)


class Marks(Protocol):
    """The positions of the values of a file."""

    def spot(self, path: Path, at: At) -> Spot:
        """Return the span to report for a path: that of the nearest value in the file."""
        ...


class Problem(NamedTuple):
    """A problem at a path; `name` is the unknown name in the file, `known` the names allowed there.

    `spot` is set only if the path does not lead to the position (a second key of the same name).
    """

    path: Path
    code: str
    message: str
    at: At = "value"
    name: str | None = None
    known: tuple[str, ...] = ()
    spot: Spot | None = None


def address_of(path: Path) -> str:
    """Return the dotted address of a path, up to the first unreadable key."""
    readable = takewhile(lambda step: step != UNUSABLE, path)
    return ".".join(str(step) for step in readable)


def still_new(problems: Iterable[Problem], spoiled: frozenset[Path]) -> Iterator[Problem]:
    """Yield the problems that do not concern a spoiled path, a path below one, or a value that holds one."""
    holders = {path[:-1] for path in spoiled if len(path) > 1}
    for problem in problems:
        within = any(problem.path[:length] in spoiled for length in range(len(problem.path) + 1))
        if not within and not (problem.at == "value" and problem.path in holders):
            yield problem
