"""Shares drawn as bars: a table of theories and options, or one block a theory; no figure is ever cut."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.blocks import Bar, BarGroup, BarRow, Bars
from dilemma.reports.terminal.layout import Runs, padded, width, wrapped

__all__ = ["bar_lines"]

FULL = "█"
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
LIGHT = "░"
MARKS = {"chosen": "● "}
UNMARKED = "  "
ABSENT = "· "
INDENT = 1
GAP = 2
NARROW_GAP = 1
SHORTEST = 4  # of a bar, in eighths of a column: 3 % then still shows
LONGEST = 20
STACKED = 12  # of a bar with its option beside it
NARROWEST_NAME = 8  # columns left for the name of an option


def bar_lines(block: Bars, columns: int) -> Iterator[Runs]:
    """Yield the table as wide as there is room for, else a block a theory; then the legend."""
    rows = [row for group in block.groups for row in group.rows]
    figures = max((width(bar.text) for row in rows for bar in row.bars), default=0)
    taken = len(UNMARKED) + figures + 1
    words = max(width(word) for name in block.columns for word in name.split())
    shortest = max(SHORTEST, words - taken)
    for names, gap in (([row.label for row in rows], GAP), ([row.short for row in rows], NARROW_GAP)):
        label = INDENT + gap + max(map(width, names))
        bar = (columns - label + gap) // len(block.columns) - gap - taken
        if bar >= shortest:
            table = _Table(block, label, figures, min(bar, max(LONGEST, shortest)), gap)
            yield from table.lines(dict(zip(rows, names, strict=True)), columns)
            break
    else:
        yield from _stacked(block.groups, block.columns, figures, columns)
    yield []
    for line in wrapped(block.legend, columns - INDENT):
        yield [(" " * INDENT, ""), (line, "dim")]


class _Table:
    """Bars under their options: a column for labels, then figure and bar, option by option."""

    def __init__(self, block: Bars, label: int, figures: int, bar: int, gap: int) -> None:
        self.block, self.label, self.figures, self.bar, self.gap = block, label, figures, bar, gap
        self.column = len(UNMARKED) + figures + 1 + bar

    def lines(self, names: dict[BarRow, str], columns: int) -> Iterator[Runs]:
        yield from self._header()
        for group in self.block.groups:
            yield [(group.label, "dim")]
            for row in group.rows:
                if row.bars:
                    yield self._row(row, names[row])
                yield from self._remark(row, names[row], columns)

    def _header(self) -> Iterator[Runs]:
        broken = [list(wrapped(name, self.column)) for name in self.block.columns]
        height = max(map(len, broken))
        for level in range(height):
            line = [(" " * self.label, "")]
            for lines in broken:
                above = height - len(lines)
                word = lines[level - above] if level >= above else ""
                line.append((padded(word, self.column + self.gap), "bold"))
            yield line

    def _row(self, row: BarRow, name: str) -> Runs:
        line = [(padded(" " * INDENT + name, self.label), "")]
        for bar in row.bars:
            line += [*_drawn(bar, self.figures, self.bar), (" " * self.gap, "")]
        return line

    def _remark(self, row: BarRow, name: str, columns: int) -> Iterator[Runs]:
        if not row.remark:
            return
        shown = "" if row.bars else " " * INDENT + name
        told = (UNMARKED if row.bars else ABSENT) + row.remark
        for text in wrapped(told, columns - self.label):
            yield [(padded(shown, self.label), ""), (text, "dim")]
            shown = ""


def _drawn(bar: Bar, figures: int, longest: int) -> Runs:
    """Return a mark, a figure and a bar of at most so many columns, filled up with blanks."""
    eighths = round(max(0.0, bar.solid) * longest * len(EIGHTHS))
    if bar.solid > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, len(EIGHTHS))
    solid = FULL * whole + EIGHTHS[rest]
    light = LIGHT * max(0, round((bar.solid + bar.light) * longest) - len(solid))
    if bar.light > 0 and not solid and not light:
        light = EIGHTHS[1]
    style = "bold" if bar.mark == "chosen" else ""
    figure = " " * (figures - width(bar.text)) + bar.text
    blank = " " * (longest - len(solid) - len(light))
    return [(f"{MARKS.get(bar.mark, UNMARKED)}{figure} ", style), (solid, ""), (light + blank, "dim")]


def _stacked(
    groups: tuple[BarGroup, ...], options: tuple[str, ...], figures: int, columns: int
) -> Iterator[Runs]:
    """Draw one block a theory, a line an option: its figure, its bar, its name."""
    taken = INDENT + len(UNMARKED) + figures + 1 + GAP
    longest = max(1, min(STACKED, columns - taken - NARROWEST_NAME))
    for number, group in enumerate(groups):
        if number:
            yield []
        yield from ([(text, "dim")] for text in wrapped(group.label, columns))
        for row in group.rows:
            yield from ([(" " * INDENT + text, "bold")] for text in wrapped(row.label, columns - INDENT))
            for bar, option in zip(row.bars, options, strict=False):
                first, *more = wrapped(option, max(NARROWEST_NAME, columns - taken - longest))
                yield [(" " * INDENT, ""), *_drawn(bar, figures, longest), (" " * GAP + first, "")]
                yield from ([(" " * (taken + longest) + text, "")] for text in more)
            for text in wrapped(row.remark, columns - INDENT - GAP) if row.remark else ():
                yield [(" " * (INDENT + GAP) + text, "dim")]
