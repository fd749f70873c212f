"""A table of theories and options: rows in groups, and what is said of a row under it or in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.terminal.text import said, unbroken, widest

__all__ = ["Lane", "Matrix"]

INDENT = 1


class Lane(NamedTuple):
    """One row: its name, a cell a column or none, and what is said of it as a whole."""

    name: str
    cells: tuple[Text, ...]
    remark: str


class Matrix:
    """Rows under the labels of their groups; each column as wide as what stands in it must be."""

    def __init__(
        self, columns: tuple[str, ...], groups: list[tuple[str, list[Lane]]], gap: int, beside: str
    ) -> None:
        self.columns, self.groups, self.gap = columns, groups, gap
        self.beside = beside  # what stands before a remark that is in the place of cells
        lanes = [lane for _, group in groups for lane in group]
        self.label = INDENT + widest(*(lane.name for lane in lanes))
        self.widths = [
            max(widest(*name.split()), *(lane.cells[place].cell_len for lane in lanes if lane.cells), 1)
            for place, name in enumerate(columns)
        ]
        self.width = self.label + sum(self.widths) + gap * len(columns)

    def drawn(self) -> Iterator[RenderableType]:
        """Yield the header, then each group and its rows."""
        header = self._table()
        header.add_row("", *(said(name, "bold") for name in self.columns))
        yield header
        for label, lanes in self.groups:
            yield said(label, "dim")
            table = self._table()
            for lane in lanes:
                if lane.cells:
                    table.add_row(unbroken(" " * INDENT + lane.name), *lane.cells)
                if lane.remark:
                    yield from (table, self._remark(lane))
                    table = self._table()
            yield table

    def _table(self) -> Table:
        columns = [Column(width=width, vertical="bottom") for width in (self.label, *self.widths)]
        return Table.grid(*columns, padding=(0, self.gap, 0, 0))

    def _remark(self, lane: Lane) -> Table:
        table = Table.grid(Column(width=self.label), Column(), padding=(0, self.gap, 0, 0))
        if lane.cells:
            table.add_row("", said(lane.remark, "dim"))
        else:
            table.add_row(unbroken(" " * INDENT + lane.name), said(self.beside + lane.remark, "dim"))
        return table
