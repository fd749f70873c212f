"""Grid of marks and figures, with full or short names."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dilemma.reports.blocks import SIGNS_BESIDE, Cell, Grid, Row
from dilemma.reports.media.terminal.matrix import Lane, Matrix, render_matrix
from dilemma.reports.media.terminal.text import Indented, legend, unbroken, widest

__all__ = ["render_grid"]

STYLES = {
    "chosen": "bold",
    "among": "bold",
    "permitted": "",
    "forbidden": "red",
    "plain": "",
    "absent": "dim",
}
GAP = 1


def render_grid(grid: Grid, width: int) -> Iterator[RenderableType]:
    """Yield the grid as a table, or stacked if it is too wide, then the legend."""
    tables = (_matrix(grid, short_names=short, short_words=short) for short in (False, True))
    stacked = _matrix(grid, short_names=True, short_words=False)
    yield from render_matrix(tables, stacked, width)
    yield Text()
    yield Indented(legend(grid.legend))


def _matrix(grid: Grid, *, short_names: bool, short_words: bool) -> Matrix:
    groups = (
        (
            group.label,
            tuple(
                Lane(row.short if short_names else row.label, _cells(row, short=short_words), row.remark)
                for row in group.rows
            ),
        )
        for group in grid.groups
    )
    return Matrix(grid.columns, tuple(groups), GAP)


def _cells(row: Row, *, short: bool) -> tuple[Text, ...]:
    """Return a row's marks and words, with figures aligned to the right."""
    words = {cell: cell.short if short else cell.text for cell in row.cells}
    figures = widest(*(text for cell, text in words.items() if _has_figure(cell)))
    cells = []
    for cell in row.cells:
        blanks = " " * (figures - widest(words[cell])) if _has_figure(cell) else ""
        cells.append(unbroken(f"{SIGNS_BESIDE[cell.mark] or ' '} {blanks}{words[cell]}", STYLES[cell.mark]))
    return tuple(cells)


def _has_figure(cell: Cell) -> bool:
    """Return whether a cell holds a figure, not the name of a test."""
    return cell.mark != "forbidden"
