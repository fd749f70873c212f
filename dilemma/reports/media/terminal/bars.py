"""Bars with figures, as long as the width allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dilemma.reports.blocks import Bar, BarRow, Bars
from dilemma.reports.media.terminal.matrix import INDENT, Lane, Matrix, render_matrix
from dilemma.reports.media.terminal.text import JOINT, Indented, breakable, unbroken, widest

__all__ = ["render_bars"]

FULL = "█"
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
LIGHT = "░"
MARKS = {"chosen": "● "}
UNMARKED = "  "
GAP, NARROW_GAP = 2, 1  # between columns with full names, and with short ones
SHORTEST, LONGEST = 4, 20  # columns of a bar; even on the shortest 3 % is visible
STACKED, NARROWEST_NAME = 12, 8  # columns of a bar in the stacked layout, and of the theory's name


def render_bars(block: Bars, width: int) -> Iterator[RenderableType]:
    """Yield the bars as a table, with figures alone if it is too wide, or else stacked; then the legend."""
    rows = [row for group in block.groups for row in group.rows]
    figures = widest(*(bar.text for row in rows for bar in row.bars))
    taken = len(UNMARKED) + figures + 1
    words = widest(*(word for name in block.columns for word in name.split())) - taken
    least = max(SHORTEST, words)  # no shorter than the column's longest word

    def table(name: Callable[[BarRow], str], gap: int) -> Matrix:
        room = (width - INDENT - widest(*map(name, rows))) // len(block.columns) - gap - taken
        return _matrix(block, name, figures, max(least, min(room, LONGEST)), gap)

    tables = (
        table(lambda row: row.label, GAP),
        table(lambda row: row.short, NARROW_GAP),
        _matrix(block, lambda row: row.short, figures + len("()"), 0, NARROW_GAP),
    )
    beside = max(1, min(STACKED, width - INDENT - taken - GAP - NARROWEST_NAME))
    yield from render_matrix(tables, _matrix(block, lambda row: row.short, figures, beside, GAP), width)
    yield Text()
    yield Indented(breakable(f"{block.signs} {block.legend}".lstrip(), "dim"))


def _matrix(block: Bars, name: Callable[[BarRow], str], figures: int, longest: int, gap: int) -> Matrix:
    """Return the matrix of bars with these widths of figures and of the longest bar."""

    def lane(row: BarRow) -> Lane:
        return Lane(name(row), tuple(_bar(bar, figures, longest) for bar in row.bars), row.remark)

    groups = ((group.label, tuple(map(lane, group.rows))) for group in block.groups)
    return Matrix(block.columns, tuple(groups), gap)


def _bar(bar: Bar, figures: int, longest: int) -> Text:
    """Return a mark, a figure and a bar, padded to the length of the longest bar.

    If that is 0 there is no bar, and a figure that is only light stands in brackets.
    """
    eighths = round(max(0.0, bar.solid) * longest * len(EIGHTHS))
    if bar.solid > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, len(EIGHTHS))
    solid = FULL * whole + EIGHTHS[rest]
    light = LIGHT * max(0, round((bar.solid + bar.light) * longest) - len(solid))
    if bar.light > 0 and not solid and not light:
        light = LIGHT
    figure = " " * (figures - widest(bar.text)) + bar.text
    style = "bold" if bar.mark == "chosen" else ""
    if not longest:
        alone = bar.text if bar.solid or not bar.light else f"({bar.text})"
        figure = " " * (figures - widest(alone)) + alone
        return unbroken(f"{MARKS.get(bar.mark, UNMARKED)}{figure}", style)
    text = unbroken(f"{MARKS.get(bar.mark, UNMARKED)}{figure} ", style).append(solid).append(light, "dim")
    return text.append(JOINT * (longest - len(solid) - len(light)))
