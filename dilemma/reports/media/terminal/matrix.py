"""Matrix of theories and options: a table with grouped rows, or one list per option; cells are never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.align import VerticalAlignMethod
from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.media.terminal.text import Indented, breakable, unbroken, widest

__all__ = ["INDENT", "Lane", "Matrix", "render_matrix"]

INDENT = 1
ABSENT = "· "  # before the remark of a row without cells


class Lane(NamedTuple):
    """One row: its name, its cells (one per column, or none), and a remark on the whole row."""

    name: str
    cells: tuple[Text, ...]
    remark: str


class Matrix(NamedTuple):
    """Rows under the labels of their groups, with `gap` blanks between columns."""

    columns: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Lane, ...]], ...]
    gap: int

    @property
    def lanes(self) -> list[Lane]:
        """Return the rows of all groups."""
        return [lane for _, lanes in self.groups for lane in lanes]

    def widths(self) -> list[int]:
        """Return the widths needed: for the names of rows, then for each option."""
        cells = [lane.cells for lane in self.lanes if lane.cells]
        words = [widest(*name.split()) for name in self.columns]
        options = (max(word, *(row[place].cell_len for row in cells), 1) for place, word in enumerate(words))
        return [INDENT + widest(*(lane.name for lane in self.lanes)), *options]


def render_matrix(tables: Iterable[Matrix], stacked: Matrix, width: int) -> Iterator[RenderableType]:
    """Yield the first table that fits the width, or else the stacked layout."""
    for matrix in tables:
        widths = matrix.widths()
        if sum(widths) + matrix.gap * len(matrix.columns) <= width:
            return _table(matrix, widths)
    return _stacked(stacked)


def _table(matrix: Matrix, widths: list[int]) -> Iterator[RenderableType]:
    """Yield the header, then each group and its rows; a remark may extend to the end of the line."""

    def grid(*columns: int | None, vertical: VerticalAlignMethod = "top") -> Table:
        made = (Column(width=column, vertical=vertical) for column in columns)
        return Table.grid(*made, padding=(0, matrix.gap, 0, 0))

    table = grid(*widths, vertical="bottom")
    table.add_row("", *(breakable(name, "bold") for name in matrix.columns))
    for label, lanes in matrix.groups:
        if label:
            yield from (table, breakable(label, "dim"))
            table = grid(*widths)
        for lane in lanes:
            name = unbroken(" " * INDENT + lane.name)
            if lane.cells:
                table.add_row(name, *lane.cells)
            if lane.remark:
                remarked = grid(widths[0], None)
                remarked.add_row(
                    *(("", breakable(lane.remark, "dim")) if lane.cells else (name, _absent(lane)))
                )
                yield from (table, remarked)
                table = grid(*widths)
    yield table


def _absent(lane: Lane) -> Text:
    return breakable(ABSENT + lane.remark, "dim")


def _stacked(matrix: Matrix) -> Iterator[RenderableType]:
    """Yield, for each option, its name and one line per row; remarks on rows come last."""
    width = INDENT + max((cell.cell_len for lane in matrix.lanes for cell in lane.cells), default=0)
    for place, option in enumerate(matrix.columns):
        yield breakable(option, "bold")
        for label, lanes in matrix.groups:
            table = Table.grid(Column(width=width), Column(), padding=(0, matrix.gap, 0, 0))
            for lane in lanes:
                if lane.cells:
                    table.add_row(unbroken(" " * INDENT) + lane.cells[place], breakable(lane.name))
            if table.rows:
                yield from (breakable(label, "dim"), table) if label else (table,)
        yield Text()
    for lane in matrix.lanes:
        if lane.remark:
            yield Indented(breakable(f"{lane.name}: {lane.remark}", "dim"), INDENT)
