"""Grid of signs: the families beside their theories, one sign per option, and a remark."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from dilemma.reports.blocks import SIGNS, Mark, SignGrid, SignRow
from dilemma.reports.media.terminal.text import Indented, breakable, legend, unbroken, widest

__all__ = ["render_signs"]

STYLES = {"chosen": "bold green", "among": "green", "permitted": "", "forbidden": "red", "plain": "dim"}
WAVERS = "magenta"
INDENT, GAP = 1, 2
FEWEST_WORDS = 16  # columns for the remarks; with less, the families stand above their theories


def render_signs(grid: SignGrid, width: int) -> Iterator[RenderableType]:
    """Yield the grid of signs, then the legend.

    The names of families stand beside their theories, or above them if the width is small; remarks beside
    their signs, or below them.
    """
    family = INDENT + widest(*(group.label for group in grid.groups)) + GAP
    theory = widest(*(row.short for group in grid.groups for row in group.rows)) + GAP
    signs = sum(max(len(name), 1) + GAP for name in grid.columns)
    remarks = any(row.remark for group in grid.groups for row in group.rows)
    beside = family + theory + signs + (FEWEST_WORDS if remarks else 0) <= width
    widths = [*([family] if beside else []), theory if beside else theory + 2 * INDENT]
    below = remarks and sum(widths) + signs + FEWEST_WORDS > width
    table = _grid(grid, widths)
    table.add_row(*("" for _ in widths), *(unbroken(name, "bold") for name in grid.columns), "")
    for group in grid.groups:
        if not beside:
            yield from (table, breakable(f" {group.label}", "dim"))
            table = _grid(grid, widths)
        for place, row in enumerate(group.rows):
            label = unbroken(" " * INDENT + group.label if place == 0 else "", "dim")
            names = (label, unbroken(row.short)) if beside else (unbroken(" " * 2 * INDENT + row.short),)
            table.add_row(*names, *map(_sign, row.marks), "" if below else _remark(row))
            if below and row.remark:
                yield from (table, Indented(_remark(row), 4 * INDENT))
                table = _grid(grid, widths)
    yield table
    yield Indented(legend(grid.legend))
    for line in grid.foot:
        yield Indented(breakable(f"{line.label}: {line.text}", "dim"), INDENT, 2 * INDENT)


def _grid(grid: SignGrid, widths: list[int]) -> Table:
    signs = (Column(width=max(len(name), 1) + GAP) for name in grid.columns)
    return Table.grid(*(Column(width=width) for width in widths), *signs, Column())


def _sign(mark: Mark) -> Text:
    return Text(SIGNS[mark], STYLES.get(mark, ""))


def _remark(row: SignRow) -> Text:
    return breakable(row.remark, WAVERS if row.wavers else "dim")
