"""Table of words and figures, with one row of names above; stacked where the width is small."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Column
from rich.table import Table as Columns

from dilemma.reports.blocks import Table
from dilemma.reports.media.terminal.text import Indented, breakable, unbroken, widest

__all__ = ["render_table"]

INDENT, GAP = 1, 2
FEWEST_WORDS = 24  # columns for what a row is about; with less, its figures go below it


def render_table(table: Table, width: int) -> Iterator[RenderableType]:
    """Yield the title with the names of columns, then the rows and the sentence below them."""
    needed = [
        widest(name, *(row[place] for row in table.rows)) for place, name in enumerate(table.columns, 1)
    ]
    about = max(widest(table.title), 2 * INDENT + widest(*(row[0] for row in table.rows)))
    room = width - sum(needed) - GAP * len(needed)
    if needed and room < min(about, FEWEST_WORDS):
        yield from _stacked(table)
    else:
        columns = [Column(width=min(about, room)), *(Column(width=each) for each in needed)]
        drawn = Columns.grid(*columns, padding=(0, GAP, 0, 0))
        drawn.add_row(breakable(table.title, "bold"), *(unbroken(name, "dim") for name in table.columns))
        for what, *figures in table.rows:
            drawn.add_row(Indented(breakable(what), INDENT, 2 * INDENT), *map(unbroken, figures))
        yield drawn
    if table.rest:
        yield Indented(breakable(table.rest, "dim"))


def _stacked(table: Table) -> Iterator[RenderableType]:
    """Yield each row as its name, and its figures, with the names of their columns, below it."""
    yield breakable(table.title, "bold")
    for what, *figures in table.rows:
        told = (pair for pair in zip(table.columns, figures, strict=True) if pair[1])
        yield Indented(breakable(what), INDENT)
        yield Indented(breakable("; ".join(": ".join(filter(None, pair)) for pair in told)), 3 * INDENT)
