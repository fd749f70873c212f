"""Blocks that reports consist of; terminal, Markdown and HTML each render every kind."""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeVar

__all__ = [
    "Bar",
    "BarRow",
    "Bars",
    "Block",
    "Cell",
    "Closing",
    "Commands",
    "Field",
    "Grid",
    "Group",
    "Heading",
    "Item",
    "Line",
    "LintBlock",
    "Listing",
    "Mark",
    "OptionEntry",
    "Options",
    "Paragraphs",
    "Row",
    "Section",
    "Sentences",
    "SignGrid",
    "SignRow",
    "Strip",
    "Strips",
    "Table",
    "Track",
    "Verbatim",
]

R = TypeVar("R")

Mark = Literal["chosen", "among", "permitted", "forbidden", "plain", "absent"]
"""A theory's answer on an option: its one choice, one of several it leaves standing as best, permitted though
another is better, forbidden, not best; or that it does not apply."""


class Heading(NamedTuple):
    """The title and question of a report, with a short aside such as a date."""

    title: str
    question: str
    aside: str = ""


class OptionEntry(NamedTuple):
    """An option: its letter, its name, and what it is."""

    letter: str
    name: str
    text: str


class Options(NamedTuple):
    """The options of a scenario, by the letters that head the columns of tables."""

    entries: tuple[OptionEntry, ...]


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


class Line(NamedTuple):
    """One labelled line: `Favour Replacement measures: Utilitarian, Ross`."""

    label: str
    text: str


class Sentences(NamedTuple):
    """Labelled lines under a heading."""

    title: str
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """Rows of words under a title: what each is about, then one figure or word for each column.

    Columns without a name have no header. `rest` is a sentence below the rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""


class Commands(NamedTuple):
    """Commands to type next (labels), each with what it tells (text)."""

    title: str
    lines: tuple[Line, ...]


class Paragraphs(NamedTuple):
    """Paragraphs of text under a heading."""

    title: str
    texts: tuple[str, ...]


class LintBlock(NamedTuple):
    """One lint with its findings (label: the place; text: the finding), and lines with details."""

    title: str
    code: str
    places: tuple[Line, ...]
    lines: tuple[Line, ...]


class Verbatim(NamedTuple):
    """Text whose line breaks and blanks are kept, with an optional heading."""

    title: str
    text: str


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


class Bar(NamedTuple):
    """A share of 1 as a bar with its figure; `light` is a further share, drawn after the solid one.

    `mark` is "chosen" if the option is chosen at the best estimates, else "plain".
    """

    mark: Mark
    solid: float
    light: float
    text: str


class BarRow(NamedTuple):
    """One theory's bars, one per option; `remark` is shown below them, or instead if there are none."""

    label: str
    short: str
    bars: tuple[Bar, ...]
    remark: str = ""


class Bars(NamedTuple):
    """A table of bars: one row per theory, in groups, and one column per option."""

    columns: tuple[str, ...]
    groups: tuple[Group[BarRow], ...]
    legend: str


class Track(NamedTuple):
    """One theory's choices along a strip: segments, each its end (0 to 1) and a sign; without any, words."""

    label: str
    short: str
    segments: tuple[tuple[float, str], ...]
    text: str


class Strip(NamedTuple):
    """An axis of a number from left to right, with one track per theory, or with `turns` marked on it.

    Positions are shares of the axis, 0 to 1: the best estimate, the plausible range, and each turn.
    """

    title: str
    aside: str
    address: str
    ends: tuple[str, str]
    best: float
    plausible: tuple[float, float] | None
    tracks: tuple[Track, ...]
    turns: tuple[float, ...] = ()


class Strips(NamedTuple):
    """Strips under a heading, with a legend of their signs."""

    title: str
    strips: tuple[Strip, ...]
    legend: str


class Field(NamedTuple):
    """A map of choices over two numbers: rows of signs, with the greatest value of `up` first.

    `best` is the position of the best estimates across and up, as shares of the domains.
    """

    title: str
    across: str
    up: str
    rows: tuple[str, ...]
    best: tuple[float, float]
    legend: str


class Closing(NamedTuple):
    """The closing sentence of a report."""

    sentence: str


Block = (
    Heading
    | Options
    | Grid
    | SignGrid
    | Sentences
    | Table
    | Commands
    | Paragraphs
    | Listing
    | Bars
    | Strips
    | Field
    | LintBlock
    | Verbatim
    | Closing
)
"""Every kind of block; each renderer has a case for each."""
