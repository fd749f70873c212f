"""Shares drawn as bars: a table of theories and options, or one block a theory; no figure is ever cut."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dilemma.reports.blocks import Bar, BarRow, Bars
from dilemma.reports.terminal.matrix import INDENT, Lane, Matrix
from dilemma.reports.terminal.text import JOINT, Indented, said, unbroken, widest

__all__ = ["bars_drawn"]

FULL = "█"
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
LIGHT = "░"
MARKS = {"chosen": "● "}
UNMARKED = "  "
ABSENT = "· "
GAPS = (2, 1)  # between columns with full names, and with short ones
SHORTEST = 4  # columns of a bar: 3 % then still shows
LONGEST = 20
STACKED = 12  # columns of a bar with its option beside it
NARROWEST_NAME = 8  # columns left for the name of an option


def bars_drawn(block: Bars, width: int) -> Iterator[RenderableType]:
    """Yield the table as wide as there is room for, else a block a theory; then the legend."""
    rows = [row for group in block.groups for row in group.rows]
    figures = widest(*(bar.text for row in rows for bar in row.bars))
    taken = len(UNMARKED) + figures + 1
    shortest = max(SHORTEST, widest(*(word for name in block.columns for word in name.split())) - taken)
    named = ({row: row.label for row in rows}, {row: row.short for row in rows})
    for names, gap in zip(named, GAPS, strict=True):
        room = (width - INDENT - widest(*names.values())) // len(block.columns) - gap - taken
        if room >= shortest:
            longest = min(room, max(LONGEST, shortest))
            groups = [
                (group.label, [_lane(row, names[row], figures, longest) for row in group.rows])
                for group in block.groups
            ]
            yield from Matrix(block.columns, groups, gap, ABSENT).drawn()
            break
    else:
        yield from _stacked(block, figures, width)
    yield Text()
    yield Indented(said(block.legend, "dim"))


def _lane(row: BarRow, name: str, figures: int, longest: int) -> Lane:
    remark = UNMARKED + row.remark if row.bars and row.remark else row.remark
    return Lane(name, tuple(_drawn(bar, figures, longest) for bar in row.bars), remark)


def _drawn(bar: Bar, figures: int, longest: int) -> Text:
    """Return a mark, a figure and a bar of at most so many columns, filled up with blanks."""
    eighths = round(max(0.0, bar.solid) * longest * len(EIGHTHS))
    if bar.solid > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, len(EIGHTHS))
    solid = FULL * whole + EIGHTHS[rest]
    light = LIGHT * max(0, round((bar.solid + bar.light) * longest) - len(solid))
    if bar.light > 0 and not solid and not light:
        light = EIGHTHS[1]
    figure = " " * (figures - widest(bar.text)) + bar.text
    style = "bold" if bar.mark == "chosen" else ""
    text = unbroken(f"{MARKS.get(bar.mark, UNMARKED)}{figure} ", style).append(solid).append(light, "dim")
    text.append(JOINT * (longest - len(solid) - len(light)))
    return text


def _stacked(block: Bars, figures: int, width: int) -> Iterator[RenderableType]:
    """Yield one block a theory, a line an option: its figure, its bar, its name."""
    taken = INDENT + len(UNMARKED) + figures + 1 + GAPS[0]
    longest = max(1, min(STACKED, width - taken - NARROWEST_NAME))
    for number, group in enumerate(block.groups):
        if number:
            yield Text()
        yield said(group.label, "dim")
        for row in group.rows:
            yield Indented(said(row.label, "bold"), INDENT)
            table = Table.grid(padding=(0, GAPS[0], 0, 0))
            for bar, option in zip(row.bars, block.columns, strict=False):
                table.add_row(unbroken(" " * INDENT) + _drawn(bar, figures, longest), said(option))
            if row.bars:
                yield table
            if row.remark:
                yield Indented(said(row.remark, "dim"), INDENT + GAPS[0])
