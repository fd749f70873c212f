"""Blocks that are tables: verdicts as figures or signs, words and figures in columns, listings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, NamedTuple, TypeVar

from dilemma.reports.blocks.text import Line

__all__ = [
    "SIGNS",
    "SIGNS_BESIDE",
    "Cell",
    "Grid",
    "Group",
    "Item",
    "Listing",
    "Mark",
    "Row",
    "Section",
    "SignGrid",
    "SignRow",
    "Table",
]

R = TypeVar("R")

Mark = Literal["chosen", "among", "permitted", "forbidden", "plain", "absent"]
"""A theory's answer on an option: its one choice, one of several it leaves standing as best, permitted though
another is better, forbidden, not best; or that it does not apply."""

SIGNS: Mapping[Mark, str] = {
    "chosen": "●",
    "among": "◐",
    "permitted": "○",
    "forbidden": "✕",
    "plain": "·",
    "absent": "",
}
"""The sign of each mark where it stands alone, as in a grid of signs."""

SIGNS_BESIDE: Mapping[Mark, str] = {**SIGNS, "plain": "", "absent": "·"}
"""The sign of each mark beside a figure or words; an option that is not best has only these."""


class Cell(NamedTuple):
    """One theory's verdict on one option: a mark, and a figure or the name of a test (full and short)."""

    mark: Mark
    text: str = ""
    short: str = ""


class Row(NamedTuple):
    """One theory's row of cells; it has no cells but a `remark` if the theory does not apply."""

    label: str
    short: str
    cells: tuple[Cell, ...]
    remark: str = ""


class Group(NamedTuple, Generic[R]):
    """The rows of the theories of one family."""

    label: str
    rows: tuple[R, ...]


class Grid(NamedTuple):
    """A table of verdicts: one row per theory, in groups, and one column per option."""

    columns: tuple[str, ...]
    groups: tuple[Group[Row], ...]
    legend: str


class SignRow(NamedTuple):
    """One theory's marks, one per option, and a remark; `wavers` if a number in its range changes them."""

    label: str
    short: str
    marks: tuple[Mark, ...]
    remark: str = ""
    wavers: bool = False


class SignGrid(NamedTuple):
    """A table of signs without figures: one row per theory, and one column per option, by letter.

    `foot` names the theories that have no row, by the reason.
    """

    columns: tuple[str, ...]
    groups: tuple[Group[SignRow], ...]
    legend: str
    foot: tuple[Line, ...] = ()


class Table(NamedTuple):
    """Rows of words under a title: what each is about, then one figure or word for each column.

    Columns without a name have no header. `rest` is a sentence below the rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""


class Item(NamedTuple):
    """One entry of a listing: its name, its address, and a figure or words for each column."""

    what: str
    address: str
    figures: tuple[str, ...]


class Section(NamedTuple):
    """Items of one kind, and a sentence on those that are not listed one by one."""

    title: str
    items: tuple[Item, ...]
    rest: str = ""


class Listing(NamedTuple):
    """Sections of items with addresses and columns of figures."""

    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    legend: str = ""
