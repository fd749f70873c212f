"""Theories and options as a table of marks and figures, or as one block an option; no figure is ever cut."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dilemma.reports.blocks import Cell, Grid, Row
from dilemma.reports.terminal.matrix import Lane, Matrix
from dilemma.reports.terminal.text import Indented, said, unbroken, widest

__all__ = ["grid_drawn"]

MARKS = {"chosen": "●", "permitted": "○", "forbidden": "✕", "plain": " ", "absent": "·"}
STYLES = {"chosen": "bold", "permitted": "", "forbidden": "red", "plain": "", "absent": "dim"}
GAP = 1


def grid_drawn(grid: Grid, width: int) -> Iterator[RenderableType]:
    """Yield the table, in full words or short ones, else a block an option; then the legend."""
    for short in (False, True):
        groups = [(group.label, [_lane(row, short=short) for row in group.rows]) for group in grid.groups]
        matrix = Matrix(grid.columns, groups, GAP, f"{MARKS['absent']} ")
        if matrix.width <= width:
            yield from matrix.drawn()
            break
    else:
        yield from _stacked(grid)
    yield Text()
    yield Indented(said(grid.legend, "dim"))


def _lane(row: Row, *, short: bool) -> Lane:
    """Return a row whose figures end level."""
    words = [cell.short if short else cell.text for cell in row.cells]
    figures = widest(*(text for cell, text in zip(row.cells, words, strict=True) if _has_figure(cell)))
    cells = []
    for cell, text in zip(row.cells, words, strict=True):
        blanks = " " * (figures - widest(text)) if _has_figure(cell) else ""
        cells.append(unbroken(f"{MARKS[cell.mark]} {blanks}{text}", STYLES[cell.mark]))
    return Lane(row.short if short else row.label, tuple(cells), row.remark)


def _has_figure(cell: Cell) -> bool:
    """Whether a cell holds a figure, not the name of a test."""
    return cell.mark != "forbidden"


def _stacked(grid: Grid) -> Iterator[RenderableType]:
    """Yield one block an option, for terminals too narrow for columns."""
    rows = [row for group in grid.groups for row in group.rows]
    for index, name in enumerate(grid.columns):
        yield said(name, "bold")
        for row in rows:
            if row.cells:
                cell = row.cells[index]
                told = f"{MARKS[cell.mark]} {row.short}" + (f": {cell.text.strip()}" if cell.text else "")
                yield Indented(said(told, STYLES[cell.mark]))
        yield Text()
    for row in rows:
        if row.remark:
            yield Indented(said(f"{row.short}: {row.remark}", "dim"))
