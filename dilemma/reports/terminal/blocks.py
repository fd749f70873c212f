"""Blocks drawn as lines of a terminal, at any width; every line a run of styled pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from dilemma.reports.blocks import (
    Bars,
    Block,
    Cell,
    Closing,
    Field,
    Grid,
    Heading,
    Line,
    Listing,
    Matter,
    Paragraphs,
    Row,
    Sentences,
    Strips,
    Verbatim,
)
from dilemma.reports.terminal.bars import bar_lines
from dilemma.reports.terminal.findings import matter_lines, verbatim_lines
from dilemma.reports.terminal.layout import padded, width, wrapped
from dilemma.reports.terminal.listing import listing_lines
from dilemma.reports.terminal.map_grid import field_lines
from dilemma.reports.terminal.strips import strip_lines

__all__ = ["Drawn", "Piece", "drawn"]

MARKS = {"chosen": "●", "permitted": "○", "forbidden": "✕", "plain": " ", "absent": "·"}
STYLES = {"chosen": "bold", "permitted": "", "forbidden": "red", "plain": "", "absent": "dim"}
GAP = 1
INDENT = 1
WIDEST_LABEL = 3  # a label column takes at most one part in three of the width


class Piece(NamedTuple):
    """Some text in one style: bold, dim, italic, red, or none."""

    text: str
    style: str = ""


Drawn = list[Piece]


def drawn(blocks: Iterable[Block], columns: int) -> Iterator[Drawn]:
    """Yield the blocks' lines for so many columns, an empty line between blocks."""
    for number, block in enumerate(blocks):
        if number:
            yield []
        yield from _lines(block, columns)


def _lines(block: Block, columns: int) -> Iterator[Drawn]:
    match block:
        case Heading():
            yield from _heading(block, columns)
        case Grid():
            yield from _grid(block, columns)
        case Sentences():
            yield from _text(block.title, columns, "bold")
            yield from _labelled(block.lines, columns)
        case Paragraphs():
            yield from _paragraphs(block, columns)
        case Listing() | Bars() | Strips() | Field() | Matter() | Verbatim():
            yield from ([Piece(*run) for run in line] for line in _pictured(block, columns))
        case Closing():
            yield from _text(block.sentence, columns, "italic")
        case _:
            assert_never(block)


def _paragraphs(block: Paragraphs, columns: int) -> Iterator[Drawn]:
    """Draw running text under its heading, an empty line between paragraphs."""
    yield from _text(block.title, columns, "bold")
    for number, text in enumerate(block.texts):
        if number:
            yield []
        yield from _text(text, columns, indent=INDENT)


Pictured = Listing | Bars | Strips | Field | Matter | Verbatim
"""Blocks with a file of their own for how they are drawn."""


def _pictured(block: Pictured, columns: int) -> Iterator[list[tuple[str, str]]]:
    match block:
        case Listing():
            return listing_lines(block, columns)
        case Bars():
            return bar_lines(block, columns)
        case Strips():
            return strip_lines(block, columns)
        case Field():
            return field_lines(block, columns)
        case Matter():
            return matter_lines(block, columns)
        case Verbatim():
            return verbatim_lines(block, columns)


def _text(text: str, columns: int, style: str = "", indent: int = 0) -> Iterator[Drawn]:
    for line in wrapped(text, columns - indent):
        yield [Piece(" " * indent), Piece(line, style)]


def _heading(block: Heading, columns: int) -> Iterator[Drawn]:
    aside = 3 * GAP + width(block.aside)
    if block.aside and width(block.title) + aside <= columns:
        yield [Piece(block.title, "bold"), Piece(" " * 3 * GAP), Piece(block.aside, "dim")]
    else:
        yield from _text(block.title, columns, "bold")
        yield from _text(block.aside, columns, "dim") if block.aside else ()
    yield from _text(block.question, columns)


def _labelled(lines: tuple[Line, ...], columns: int) -> Iterator[Drawn]:
    """Draw labelled lines: labels in a column, or before their text where the terminal is narrow."""
    label = max((width(line.label) for line in lines), default=0) + 2 * GAP
    if label > columns // WIDEST_LABEL:
        for line in lines:
            yield from _text(f"{line.label}: {line.text}", columns, indent=INDENT)
        return
    for line in lines:
        shown = line.label
        for text in wrapped(line.text, columns - INDENT - label):
            yield [Piece(" " * INDENT), Piece(padded(shown, label), "dim"), Piece(text)]
            shown = ""


def _grid(grid: Grid, columns: int) -> Iterator[Drawn]:
    for short in (False, True):
        table = _Table(grid, short=short)
        if table.width <= columns:
            yield from table.lines(columns)
            break
    else:
        yield from _stacked(grid, columns)
    yield []
    yield from _text(grid.legend, columns, "dim", indent=INDENT)


class _Table:
    """A grid as a table: its columns as wide as what stands in them."""

    def __init__(self, grid: Grid, *, short: bool) -> None:
        self.grid, self.short = grid, short
        rows = [row for group in grid.groups for row in group.rows]
        self.label = INDENT + GAP + max(width(self.name(row)) for row in rows)
        self.columns = [max(width(word) for word in name.split()) for name in grid.columns]
        for row in rows:
            for column, cell in enumerate(row.cells):
                words = max(width(self.words(cell)), 0 if cell.mark == "forbidden" else self.figures(row))
                self.columns[column] = max(self.columns[column], width(f"{MARKS[cell.mark]} ") + words)
        self.width = self.label + sum(self.columns) + GAP * len(self.columns)

    def name(self, row: Row) -> str:
        return row.short if self.short else row.label

    def words(self, cell: Cell) -> str:
        return cell.short if self.short else cell.text

    def figures(self, row: Row) -> int:
        """Return the width of a row's widest figure, so that all end level."""
        cells = (cell for cell in row.cells if cell.mark != "forbidden")
        return max((width(self.words(cell)) for cell in cells), default=0)

    def lines(self, columns: int) -> Iterator[Drawn]:
        """Yield the header, then each family and its rows, with what is said of a row under it."""
        yield from self.header()
        for group in self.grid.groups:
            yield [Piece(group.label, "dim")]
            for row in group.rows:
                if row.cells:
                    yield self.row(row)
                yield from self.remark(row, columns)

    def header(self) -> Iterator[Drawn]:
        """Yield option names over their columns, broken between words, the last lines level."""
        broken = [
            list(wrapped(name, column)) for name, column in zip(self.grid.columns, self.columns, strict=True)
        ]
        height = max(len(lines) for lines in broken)
        for level in range(height):
            line = [Piece(" " * self.label)]
            for lines, column in zip(broken, self.columns, strict=True):
                word = lines[level - height + len(lines)] if level >= height - len(lines) else ""
                line.append(Piece(padded(word, column + GAP), "bold"))
            yield line

    def row(self, row: Row) -> Drawn:
        line = [Piece(padded(" " * INDENT + self.name(row), self.label))]
        figures = self.figures(row)
        for cell, column in zip(row.cells, self.columns, strict=True):
            words = self.words(cell)
            if cell.mark != "forbidden":
                words = " " * (figures - width(words)) + words
            line.append(Piece(padded(f"{MARKS[cell.mark]} {words}", column + GAP), STYLES[cell.mark]))
        return line

    def remark(self, row: Row, columns: int) -> Iterator[Drawn]:
        """Yield what is said of a row as a whole: in place of its cells, or under them."""
        if not row.remark:
            return
        name = "" if row.cells else " " * INDENT + self.name(row)
        told = row.remark if row.cells else f"{MARKS['absent']} {row.remark}"
        for text in wrapped(told, columns - self.label):
            yield [Piece(padded(name, self.label)), Piece(text, "dim")]
            name = ""


def _stacked(grid: Grid, columns: int) -> Iterator[Drawn]:
    """Draw one block an option, for terminals too narrow for columns."""
    rows = [row for group in grid.groups for row in group.rows]
    for index, name in enumerate(grid.columns):
        yield from _text(name, columns, "bold")
        for row in rows:
            if row.cells:
                cell = row.cells[index]
                told = f"{MARKS[cell.mark]} {row.short}" + (f": {cell.text.strip()}" if cell.text else "")
                yield from _text(told, columns, STYLES[cell.mark], indent=INDENT)
        yield []
    for row in rows:
        if row.remark:
            yield from _text(f"{row.short}: {row.remark}", columns, "dim", indent=INDENT)
