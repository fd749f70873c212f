"""Blocks drawn in a terminal, at any width, in colour or without; scenario text is never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dilemma.report.blocks import Block, Cell, Closing, Grid, Heading, Line, Row, Sentences

__all__ = ["draw"]

MARKS = {"chosen": "●", "permitted": "○", "forbidden": "✕", "plain": " ", "absent": "·"}
STYLES = {"chosen": "bold", "permitted": "", "forbidden": "red", "plain": "", "absent": "dim"}
GAP = 1
INDENT = 1


def draw(blocks: Iterable[Block], console: Console) -> None:
    """Print the blocks, a blank line between them."""
    for number, block in enumerate(blocks):
        if number:
            console.print()
        for line in _render(block, console.width):
            console.print(line, soft_wrap=False)


def _render(block: Block, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield from _heading(block, width)
        case Grid():
            yield from _grid(block, width)
        case Sentences():
            yield Text(block.title, style="bold")
            yield _lines(block.lines, width)
        case Closing():
            yield Text(block.sentence, style="italic")
        case _:
            assert_never(block)


def _heading(block: Heading, width: int) -> Iterator[RenderableType]:
    title, aside = Text(block.title, style="bold"), Text(block.aside, style="dim")
    room = width - cell_len(block.title) - cell_len(block.aside)
    if block.aside and room > GAP:
        title = Text.assemble(title, " " * min(room, 2 * GAP + 1), aside)
    yield title
    yield Text(block.question)


def _lines(lines: tuple[Line, ...], width: int) -> RenderableType:
    """Draw labelled lines: labels in a column, or above their text where the terminal is narrow."""
    label = max((cell_len(line.label) for line in lines), default=0)
    if label > width // 3:
        narrow = Text()
        for number, line in enumerate(lines):
            narrow.append("\n" if number else "")
            narrow.append(f"{line.label}: ", style="dim").append(line.text)
        return Padding(narrow, (0, 0, 0, INDENT))
    table = Table.grid(padding=(0, 2 * GAP, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row(Text(line.label), Text(line.text))
    return Padding(table, (0, 0, 0, INDENT))


def _grid(grid: Grid, width: int) -> Iterator[RenderableType]:
    for short in (False, True):
        labels, columns = _widths(grid, short=short)
        if labels + sum(columns) + GAP * len(columns) <= width:
            yield from _table(grid, labels, columns, short=short)
            break
    else:
        yield from _stacked(grid)
    yield Text("")
    yield Padding(Text(grid.legend, style="dim"), (0, 0, 0, INDENT))


def _widths(grid: Grid, *, short: bool) -> tuple[int, list[int]]:
    """Return the widths of the label column and of each option's column."""
    rows = [row for group in grid.groups for row in group.rows]
    labels = INDENT + max(cell_len(row.short if short else row.label) for row in rows)
    columns = [max(cell_len(word) for word in name.split()) for name in grid.columns]
    for row in rows:
        for column, cell in enumerate(row.cells):
            columns[column] = max(columns[column], 2 + _figure_width(row, short=short))
            columns[column] = max(columns[column], 2 + cell_len(_words(cell, short=short)))
    return labels + GAP, columns


def _words(cell: Cell, *, short: bool) -> str:
    return cell.short if short else cell.text


def _figure_width(row: Row, *, short: bool) -> int:
    figures = (cell for cell in row.cells if cell.mark != "forbidden")
    return max((cell_len(_words(cell, short=short)) for cell in figures), default=0)


def _table(grid: Grid, labels: int, columns: list[int], *, short: bool) -> Iterator[Text]:
    yield from _header(grid.columns, labels, columns)
    for group in grid.groups:
        yield Text(group.label, style="dim")
        for row in group.rows:
            line = Text(" " * INDENT + (row.short if short else row.label))
            line.pad_right(labels - cell_len(line.plain))
            figures = _figure_width(row, short=short)
            for cell, column in zip(row.cells, columns, strict=False):
                line.append_text(_cell(cell, column, figures, short=short)).append(" " * GAP)
            if not row.cells:
                line.append(f"{MARKS['absent']} {row.remark}", style=STYLES["absent"])
            elif row.remark:
                line.append(row.remark, style="dim")
            line.rstrip()
            yield line


def _cell(cell: Cell, column: int, figures: int, *, short: bool) -> Text:
    words = _words(cell, short=short)
    if cell.mark != "forbidden":
        words = " " * (figures - cell_len(words)) + words
    text = Text(f"{MARKS[cell.mark]} {words}", style=STYLES[cell.mark])
    text.pad_right(column - cell_len(text.plain))
    return text


def _header(names: tuple[str, ...], labels: int, columns: list[int]) -> Iterator[Text]:
    """Draw option names over their columns, broken between words, the last lines level."""
    broken = [_broken(name, column) for name, column in zip(names, columns, strict=True)]
    height = max(len(lines) for lines in broken)
    for level in range(height):
        line = Text(" " * labels)
        for lines, column in zip(broken, columns, strict=True):
            above = height - len(lines)
            word = Text(lines[level - above] if level >= above else "", style="bold")
            word.pad_right(column - cell_len(word.plain))
            line.append_text(word).append(" " * GAP)
        line.rstrip()
        yield line


def _broken(name: str, column: int) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= column:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _stacked(grid: Grid) -> Iterator[Text]:
    """Draw one block an option, for terminals too narrow for columns."""
    for index, name in enumerate(grid.columns):
        if index:
            yield Text("")
        yield Text(name, style="bold")
        for group in grid.groups:
            for row in group.rows:
                if row.cells:
                    cell = row.cells[index]
                    text = Text(f" {MARKS[cell.mark]} {row.short}: {cell.text}".rstrip(": "))
                    text.stylize(STYLES[cell.mark])
                    yield text
    absent = [row for group in grid.groups for row in group.rows if not row.cells or row.remark]
    if absent:
        yield Text("")
    for row in absent:
        yield Text(f" {row.short}: {row.remark}", style="dim")
