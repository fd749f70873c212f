"""The few kinds of block a report is made of; every medium draws these and nothing else."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = [
    "Bar",
    "BarGroup",
    "BarRow",
    "Bars",
    "Block",
    "Cell",
    "Closing",
    "Field",
    "Grid",
    "Group",
    "Heading",
    "Item",
    "Line",
    "LintBlock",
    "Listing",
    "Mark",
    "Paragraphs",
    "Row",
    "Section",
    "Sentences",
    "Strip",
    "Strips",
    "Track",
    "Verbatim",
]

Mark = Literal["chosen", "permitted", "forbidden", "plain", "absent"]


class Heading(NamedTuple):
    """The title of a report, what it asks, and a few words beside it."""

    title: str
    question: str
    aside: str = ""


class Cell(NamedTuple):
    """What one theory says of one option: a mark, and a figure or a test (full and short)."""

    mark: Mark
    text: str = ""
    short: str = ""


class Row(NamedTuple):
    """One theory; `remark` stands in place of cells where it does not apply."""

    label: str
    short: str
    cells: tuple[Cell, ...]
    remark: str = ""


class Group(NamedTuple):
    """Theories of one family."""

    label: str
    rows: tuple[Row, ...]


class Grid(NamedTuple):
    """Theories down, grouped; options across."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    legend: str


class Line(NamedTuple):
    """One labelled line: `Favour Replacement measures: Utilitarian, Ross`."""

    label: str
    text: str


class Sentences(NamedTuple):
    """Labelled lines under a heading."""

    title: str
    lines: tuple[Line, ...]


class Paragraphs(NamedTuple):
    """Running text under a heading."""

    title: str
    texts: tuple[str, ...]


class LintBlock(NamedTuple):
    """One thing raised at several places (label: where; text: what), and lines that say more of it."""

    title: str
    code: str
    places: tuple[Line, ...]
    lines: tuple[Line, ...]


class Verbatim(NamedTuple):
    """Text whose line breaks and blanks are meant, under a heading if it has one."""

    title: str
    text: str


class Item(NamedTuple):
    """One thing listed: what it is, its address, a figure or words a column."""

    what: str
    address: str
    figures: tuple[str, ...]


class Section(NamedTuple):
    """Things of one kind, and what is said of those not listed one by one."""

    title: str
    items: tuple[Item, ...]
    rest: str = ""


class Listing(NamedTuple):
    """Things with addresses, under columns of figures."""

    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    legend: str = ""


class Bar(NamedTuple):
    """A share of 1 as a bar, `light` the further share drawn beside it, and the figure that says it.

    `mark` is chosen where it is what holds at the best estimates, else plain.
    """

    mark: Mark
    solid: float
    light: float
    text: str


class BarRow(NamedTuple):
    """One theory's bars, an option each; `remark` stands under them, or in place of them."""

    label: str
    short: str
    bars: tuple[Bar, ...]
    remark: str = ""


class BarGroup(NamedTuple):
    """Theories of one family."""

    label: str
    rows: tuple[BarRow, ...]


class Bars(NamedTuple):
    """Theories down, grouped; options across, a bar each."""

    columns: tuple[str, ...]
    groups: tuple[BarGroup, ...]
    legend: str


class Track(NamedTuple):
    """One theory along a strip: each stretch its end, as a share, and a sign; and its turns in words."""

    label: str
    short: str
    segments: tuple[tuple[float, str], ...]
    text: str


class Strip(NamedTuple):
    """A number's whole domain from left to right: its marks, as shares of it, and a track a theory."""

    title: str
    aside: str
    address: str
    ends: tuple[str, str]
    best: float
    plausible: tuple[float, float] | None
    tracks: tuple[Track, ...]


class Strips(NamedTuple):
    """Strips under a heading, and what the signs on them mean."""

    title: str
    strips: tuple[Strip, ...]
    legend: str


class Field(NamedTuple):
    """What is chosen over two numbers: rows of signs, the greatest value of the second first.

    `best` says how far across and how far up the best estimates lie, 0 to 1.
    """

    title: str
    across: str
    up: str
    rows: tuple[str, ...]
    best: tuple[float, float]
    legend: str


class Closing(NamedTuple):
    """The sentence a report ends with."""

    sentence: str


Block = (
    Heading | Grid | Sentences | Paragraphs | Listing | Bars | Strips | Field | LintBlock | Verbatim | Closing
)
