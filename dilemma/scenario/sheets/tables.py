"""A scenario's data as tables: one for each sheet, with its headings and rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.scenario.addresses.entries import has_reason
from dilemma.scenario.sheets.contents import content_of
from dilemma.scenario.sheets.kinds import PARTS, Column, Kind, part_columns
from dilemma.scenario.sheets.layout import SCENARIO, Layout, every_heading, layouts, scalar_columns
from dilemma.scenario.structure.canonical import is_number_alone
from dilemma.scenario.syntax.cells import Cell

__all__ = ["KEY", "NOTE", "VALUE", "SheetTable", "tables_of"]

KEY = Column("key", "key", Kind.TEXT, about="What is said of the whole scenario.", required=True)
VALUE = Column("value", "value", Kind.ANY, about="What it is; left empty, the key is not in the file.")
NOTE = "note"
"""The key of free text in a map of ids."""

Row = dict[str, Cell]
"""The contents of a row by heading."""


class SheetTable(NamedTuple):
    """A sheet to be written; its layout is None for the sheet of what stands alone."""

    name: str
    about: str
    layout: Layout | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(data: Mapping[str, Any]) -> tuple[SheetTable, ...]:
    """Return every sheet for the data of a valid scenario, those without rows too."""
    return (scalar_table(data), *(table_of(layout, data) for layout in layouts()))


def scalar_table(data: Mapping[str, Any]) -> SheetTable:
    """Return the sheet of what stands alone: a row for each key, those that are not in the file last.

    A map without entries has a row too, since its own sheet would not show that it is there.
    """
    known = scalar_columns()
    empty = {layout.table for layout in layouts() if not data.get(layout.table, True)}
    stated = [key for key in data if key in known or key in empty]
    rows = []
    for key in (*stated, *(key for key in known if key not in stated)):
        column = known.get(key) or VALUE
        cells = cells_of(column, data[key]) if key in data else {}
        rows.append((key, *(cells.get(f"{column.field}{part}") for part in ("", " low", " high"))))
    columns = (KEY, VALUE, *part_columns(VALUE))
    return SheetTable(SCENARIO, "The scenario as a whole: a key and its value in each row.", None, columns,
                      tuple(rows))  # fmt: skip


def table_of(layout: Layout, data: Mapping[str, Any]) -> SheetTable:
    """Return one sheet: its columns, and those that only some content needs."""
    rows = list(rows_of(layout, data))
    used = {heading for row in rows for heading in row}
    standard = (*layout.keys, *layout.columns)
    columns = [*standard]
    for column in every_heading(layout).values():
        if column.heading in used and column not in standard:
            columns.insert(place_for(column, columns), column)
    cells = tuple(tuple(row.get(column.heading) for column in columns) for row in rows)
    return SheetTable(layout.name, layout.about, layout, tuple(columns), cells)


def place_for(column: Column, columns: list[Column]) -> int:
    """Return where a further column goes: after those of its field, else at the end."""
    places = [place for place, one in enumerate(columns) if one.field == column.field]
    return places[-1] + 1 if places else len(columns)


def rows_of(layout: Layout, data: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of a sheet."""
    entries = data.get(layout.table) or {}
    if layout.is_list:
        yield from (record_row(layout, "", item) for item in entries)
        return
    for outer, entry in entries.items():
        if layout.inside is not None:
            inner = entry.get(layout.inside) if isinstance(entry, Mapping) else None
            yield from inner_rows(layout, outer, inner or {})
        elif len(layout.keys) == 1:
            yield {layout.keys[0].heading: key_cell(layout.keys[0], outer)} | record_row(layout, outer, entry)
        elif isinstance(entry, Mapping) and entry:
            yield from inner_rows(layout, outer, entry)
        else:
            alone = {} if isinstance(entry, Mapping) else record_row(layout, NOTE, entry)
            yield {layout.keys[0].heading: key_cell(layout.keys[0], outer)} | alone


def inner_rows(layout: Layout, outer: str, entries: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of a map in a map."""
    first, second = layout.keys
    for inner, entry in entries.items():
        keys = {first.heading: key_cell(first, outer), second.heading: key_cell(second, inner)}
        yield keys | record_row(layout, inner, entry)


def key_cell(column: Column, key: str) -> Cell:
    """Return the cell of an id."""
    return content_of(column, key)


def record_row(layout: Layout, key: str, entry: Any) -> Row:
    """Return the cells of an entry, by heading."""
    known = {column.field: column for column in every_heading(layout).values() if not column.part}
    cells: dict[str, Cell] = {}
    for field, value in fields_of(layout, key, entry).items():
        if field in known and (value is not None or known[field].kind is Kind.ANY):
            is_inner = known[field].kind is Kind.MAP and field not in {one.field for one in layout.columns}
            cells |= cells_of(known[field], value) if not is_inner or not value else {}
    return cells


def fields_of(layout: Layout, key: str, entry: Any) -> Mapping[str, Any]:
    """Return an entry as its fields: a note in a map of ids, a bare value, or the map that it is."""
    if key == NOTE and isinstance(entry, str):
        has_note = any(column.field == NOTE for column in layout.columns)
        return {NOTE if has_note else str(layout.bare): entry}
    if layout.only:
        return {str(layout.bare): entry}
    if any(column.kind is Kind.ANY and column.field == layout.bare for column in layout.columns):
        is_map = has_reason(key, entry) and len(entry) > 1
        return entry if is_map else {str(layout.bare): entry}
    if layout.bare and is_number_alone(entry):
        return {layout.bare: entry}
    return entry if isinstance(entry, Mapping) else {}


def cells_of(column: Column, value: Any) -> Row:
    """Return the cells of a field, by heading: three for a range of plain numbers, else one."""
    if column.may_be_range and is_range(value):
        low, *best, high = value
        ends = zip((f"{column.field} {part}" for part in PARTS), (low, high), strict=True)
        return dict(ends) | ({column.heading: best[0]} if best else {})
    return {column.heading: content_of(column, value)}


def is_range(value: Any) -> bool:
    """Return whether a value is a list of two or three plain numbers."""
    return isinstance(value, list | tuple) and len(value) in {2, 3} and all(map(is_plain_number, value))


def is_plain_number(value: Any) -> bool:
    """Return whether a value is a number and no truth."""
    return isinstance(value, int | float) and not isinstance(value, bool)
