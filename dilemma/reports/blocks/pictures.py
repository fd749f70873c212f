"""Blocks that are pictures: bars, strips along an axis, a map."""

from __future__ import annotations

from typing import NamedTuple

from dilemma.reports.blocks.tables import Group, Mark

__all__ = [
    "Bar",
    "BarRow",
    "Bars",
    "Field",
    "Spread",
    "Spreads",
    "Strip",
    "Strips",
    "Track",
]


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
    """A table of bars: one row per theory, in groups, and one column per option.

    `signs` are the signs of bars where they are drawn, in words.
    """

    columns: tuple[str, ...]
    groups: tuple[Group[BarRow], ...]
    legend: str
    signs: str = ""


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
    """Strips under a heading, with a legend of their signs, and one for where they are drawn, if another."""

    title: str
    strips: tuple[Strip, ...]
    legend: str
    drawn: str = ""


class Spread(NamedTuple):
    """A number as many people see it: everyone's value on an axis, above the file's own.

    Positions are shares of the axis, 0 to 1: each value, the quartiles of all, the file's best estimate and
    its range, and the values at which theories turn. `words` tell the quartiles and the turns.
    """

    title: str
    aside: str
    address: str
    ends: tuple[str, str]
    values: tuple[float, ...]
    quartiles: tuple[float, float, float]
    best: float | None
    plausible: tuple[float, float] | None
    turns: tuple[float, ...]
    words: str


class Spreads(NamedTuple):
    """Spreads under a heading, with a legend of their signs."""

    title: str
    spreads: tuple[Spread, ...]
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

    @property
    def marked_rows(self) -> tuple[str, ...]:
        """The rows, with ● at the best estimates."""
        row = int((1 - self.best[1]) * (len(self.rows) - 1))
        column = min(len(self.rows[row]) - 1, int(self.best[0] * len(self.rows[row])))
        marked = f"{self.rows[row][:column]}●{self.rows[row][column + 1 :]}"
        return (*self.rows[:row], marked, *self.rows[row + 1 :])
