"""The few kinds of block a report is made of; every medium draws these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "Cell", "Closing", "Grid", "Group", "Heading", "Line", "Row", "Sentences"]

Mark = Literal["chosen", "permitted", "forbidden", "plain", "absent"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a report, what it asks, and a few words beside it."""

    title: str
    question: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one theory says of one option: a mark, and a figure or a test (full and short)."""

    mark: Mark
    text: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One theory; `remark` stands in place of cells where it does not apply."""

    label: str
    short: str
    cells: tuple[Cell, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Theories of one family."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Theories down, grouped; options across."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    legend: str


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line: `Favour Replacement measures: Utilitarian, Ross`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """Labelled lines under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The sentence a report ends with."""

    sentence: str


Block = Heading | Grid | Sentences | Closing
