"""Positions of the values of a scenario in its sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dilemma.scenario.problem import At, Marks, Path, SheetCell, Spot
from dilemma.scenario.syntax.cells import FORMULA, Cell, column_letters
from dilemma.scenario.syntax.writer import number_text

__all__ = ["Grid", "Inside", "RowPlace", "SheetPlaces", "cell_spot", "cell_text"]

ITEM = re.compile(r"[^,;\s](?:[^,;]*[^,;\s])?")
"""An item of a list with commas or semicolons between."""

FIRST = 1  # the row of the headings, and the first column


class Grid(NamedTuple):
    """A sheet as it was read: its name, its number among the sheets, and its rows by their number.

    `separator` parts its cells if it is CSV; with `decimal_commas` its numbers have a comma before decimals.
    """

    name: str
    number: int
    rows: Mapping[int, tuple[Cell, ...]]
    separator: str = ""
    decimal_commas: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Return the content of a cell, rows and columns counted from 1; None if it is empty."""
        cells = self.rows.get(row, ())
        return cells[column - 1] if column <= len(cells) else None


class Inside(NamedTuple):
    """The positions in a text in flow notation, and how many characters it has before those of the cell."""

    places: Marks
    shift: int


class RowPlace(NamedTuple):
    """Where an entry stands: its row, the column of each field, and the columns of its id and its value.

    `inside` are the positions in cells that hold a list or a map, by field.
    """

    grid: Grid
    row: int
    fields: Mapping[str, int]
    key: int
    value: int
    inside: Mapping[str, Inside]


def cell_text(content: Cell) -> str:
    """Return the content of a cell as text."""
    if content is None or content is FORMULA:
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, date):
        return content.strftime("%Y-%m-%d")
    return number_text(content) if isinstance(content, int | float) else str(content)


def cell_spot(grid: Grid, row: int, column: int, within: Spot | None = None) -> Spot:
    """Return the spot of a whole cell, or of a span within its text."""
    lines = cell_text(grid.cell(row, column)).splitlines() or [""]
    line = lines[min(within.line if within else 1, len(lines)) - 1]
    first, end = (within.column, within.end) if within else (1, max(len(line), 1) + 1)
    name = f"{column_letters(column)}{row}"
    return Spot(row, max(first, 1), max(end, 2), SheetCell(grid.name, grid.number, name, column, line))


class SheetPlaces(NamedTuple):
    """The positions of all values: rows by the path of their entry, and sheets by that of their map."""

    rows: Mapping[Path, RowPlace]
    sheets: Mapping[Path, Grid]

    def spot(self, path: Path, at: At) -> Spot:
        """Return the span to report for a path: that of the nearest cell.

        Of a field that is missing it is the empty cell where it is due.
        """
        for length in range(len(path), 0, -1):
            if path[:length] in self.rows:
                return spot_in_row(self.rows[path[:length]], path[length:], at)
        grid = self.sheets.get(path[:1]) or next(iter(self.sheets.values()), Grid("", 0, {}))
        return cell_spot(grid, FIRST, FIRST)


def spot_in_row(place: RowPlace, rest: Path, at: At) -> Spot:
    """Return the spot of what a path below that of an entry leads to, in the entry's row."""
    field = str(rest[0]) if rest else ""
    if field not in place.fields:
        inside = place.inside.get("")
        if inside and rest:
            return within(place, place.value, inside, rest, at)
        if inside or (at != "key" and (not rest or isinstance(rest[0], int))):
            return cell_spot(place.grid, place.row, place.value, item_span(place, place.value, rest))
        return cell_spot(place.grid, place.row, place.key)
    column, inside = place.fields[field], place.inside.get(field)
    if inside is None or len(rest) == 1:
        part = part_column(place, field, rest)
        return cell_spot(place.grid, place.row, part or column, item_span(place, column, rest[1:]))
    return within(place, column, inside, rest[1:], at)


def part_column(place: RowPlace, field: str, rest: Path) -> int | None:
    """Return the column of the end of a range that a path leads to, if it has one."""
    return place.fields.get(f"{field} {rest[1]}") if len(rest) > 1 else None


def item_span(place: RowPlace, column: int, rest: Path) -> Spot | None:
    """Return the span of an item of a list that is written with commas between; None for anything else."""
    if not rest or not isinstance(rest[0], int):
        return None
    items = list(ITEM.finditer(cell_text(place.grid.cell(place.row, column))))
    if rest[0] >= len(items):
        return None
    return Spot(1, items[rest[0]].start() + 1, items[rest[0]].end() + 1)


def within(place: RowPlace, column: int, inside: Inside, rest: Path, at: At) -> Spot:
    """Return the spot of a value in the text of a cell."""
    spot = inside.places.spot(rest, at)
    shift = inside.shift if spot.line == 1 else 0
    return cell_spot(place.grid, place.row, column, Spot(spot.line, spot.column - shift, spot.end - shift))
