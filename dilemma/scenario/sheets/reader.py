"""Reader of sheets into plain data, with the cell of every value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.sheets.contents import reading_of
from dilemma.scenario.sheets.headings import OWN, grids_of, headings_below, headings_of
from dilemma.scenario.sheets.kinds import Column, Kind, part_columns
from dilemma.scenario.sheets.layout import SCENARIO, Layout, every_heading, layouts, scalar_columns
from dilemma.scenario.sheets.places import Grid, RowPlace, SheetPlaces, cell_spot
from dilemma.scenario.sheets.row import RowReading, fields_of_row
from dilemma.scenario.sheets.tables import KEY, NOTE, VALUE
from dilemma.scenario.structure.canonical import is_number_alone
from dilemma.scenario.syntax.cells import Sheet
from dilemma.scenario.syntax.reader import MOST_VALUES, Tree
from dilemma.scenario.validation.ids import fault_of

__all__ = ["tree_of_sheets"]

HEADING_ROW = 1

Columns = Mapping[int, Column]
"""Columns by their number."""


def tree_of_sheets(sheets: Iterable[Sheet]) -> Tree:
    """Return the data in the sheets of a scenario, with the cell of each value and all problems."""
    return Walk(sheets).tree()


class Walk:
    """The state of one reading."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.grids, found = grids_of(sheets)
        self.problems = [*found]
        self.data: dict[str, Any] = {}
        self.rows: dict[Path, RowPlace] = {}
        self.spoiled: set[Path] = set()

    def tree(self) -> Tree:
        """Return what the sheets hold."""
        is_too_large = self.is_too_large()
        if not is_too_large:
            if SCENARIO in self.grids:
                self.read_scalars(self.grids[SCENARIO])
            for layout in layouts():
                if layout.name in self.grids:
                    self.read_sheet(layout, self.grids[layout.name])
        first = {(): self.grids[SCENARIO]} if SCENARIO in self.grids else {}
        places = SheetPlaces(self.rows, first | {(name,): grid for name, grid in self.grids.items()})
        data, spoiled = self.data or None, frozenset(self.spoiled)
        return Tree(data, places, tuple(self.problems), spoiled, is_too_large)

    def is_too_large(self) -> bool:
        """Return whether there are more values than a file may hold, and record that as a problem."""
        values = 0
        for grid in self.grids.values():
            values += sum(content is not None for cells in grid.rows.values() for content in cells)
            if values > MOST_VALUES:
                message = f"more than {MOST_VALUES:,} values"
                self.problems.append(Problem((), "values", message, spot=cell_spot(grid, 1, 1)))
                return True
        return False

    def read_scalars(self, grid: Grid) -> None:
        """Read the sheet of what stands alone: in each row a key, and its value."""
        known = {column.heading: column for column in (KEY, VALUE, *part_columns(VALUE))}
        columns = self.columns_of(grid, known, (KEY,), ())
        if columns is None:
            return
        place = next(number for number, column in columns.items() if column == KEY)
        values = {number: column for number, column in columns.items() if column != KEY}
        for row in rows_below(grid, columns):
            key = self.key_at(grid, row, place, KEY)
            if key is None or key.startswith(OWN) or not self.is_scalar(grid, row, place, key):
                continue
            column = scalar_columns().get(key) or VALUE._replace(heading=key, field=key)
            ends = {one.part: one for one in part_columns(column)} | {"": column}
            reading = fields_of_row(grid, row, {at: ends[one.part] for at, one in values.items()})
            value = next((at for at, one in values.items() if not one.part), place)
            inside = {"": reading.inside[key]} if key in reading.inside else {}
            self.rows[key,] = RowPlace(grid, row, {}, place, value, inside)
            self.keep(reading, ())
            self.data |= reading.fields

    def is_scalar(self, grid: Grid, row: int, place: int, key: str) -> bool:
        """Return whether a key may stand in the sheet of what stands alone, and record a problem if not."""
        spot = cell_spot(grid, row, place)
        if (key,) in self.rows:
            message = f"'{key}' is already given in row {self.rows[key,].row}"
            self.problems.append(Problem((key,), "duplicate-key", message, "key", spot=spot))
            return False
        if key not in scalar_columns() and key not in {layout.table for layout in layouts()}:
            known = tuple(scalar_columns())
            problem = Problem((key,), "unknown-key", f"unknown key '{key}'", "key", key, known, spot)
            self.problems.append(problem)
            return False
        return True

    def read_sheet(self, layout: Layout, grid: Grid) -> None:
        """Read the sheet of a map or list of entries."""
        columns = self.columns_of(grid, every_heading(layout), layout.keys, (layout.table,))
        if columns is None:
            return
        for row in rows_below(grid, columns):
            self.read_row(layout, grid, row, columns)

    def columns_of(
        self, grid: Grid, known: Mapping[str, Column], keys: Iterable[Column], path: Path
    ) -> Columns | None:
        """Return the columns of a sheet; None, with a problem, if one of ids is missing."""
        keys = tuple(keys)
        if row := headings_below(grid, known, keys):
            message = f"the headings stand in row {row}; remove the rows above them"
            self.problems.append(Problem((grid.name,), "missing", message, spot=cell_spot(grid, 1, 1)))
            self.spoiled |= {path} if path else {(key,) for key in scalar_columns()}
            return None
        headings = headings_of(grid, known)
        self.problems += headings.problems
        found = set(headings.columns.values())
        missing = [key.heading for key in keys if key not in found]
        for heading in missing:
            message = f"row 1 of this sheet needs a heading '{heading}'"
            self.problems.append(Problem((grid.name,), "missing", message, spot=cell_spot(grid, 1, 1)))
        self.spoiled |= {path} if missing and path else set()
        return None if missing else headings.columns

    def read_row(self, layout: Layout, grid: Grid, row: int, columns: Columns) -> None:
        """Read a row as an entry, and put it where its ids lead."""
        numbers = {column.heading: number for number, column in columns.items()}
        places = [numbers[key.heading] for key in layout.keys]
        others = {number: column for number, column in columns.items() if number not in places}
        reading = fields_of_row(grid, row, others)
        if layout.is_list:
            items = self.data.setdefault(layout.table, ())
            path: Path = (layout.table, len(items))
            self.data[layout.table] = (*items, self.entry_of(layout, reading, path))
            self.place(layout, grid, row, columns, path, reading)
            return
        ids = self.ids_at(layout, grid, row, places, reading)
        if ids is None:
            return
        path, rows = self.rows_for(layout, ids)
        if path in self.rows:
            message = f"'{ids[-1]}' is already given in row {self.rows[path].row}"
            spot = cell_spot(grid, row, places[len(ids) - 1])
            self.problems.append(Problem(path, "duplicate-key", message, "key", spot=spot))
            return
        self.place(layout, grid, row, columns, path, reading)
        if len(ids) < len(places) and not reading.fields:
            rows.setdefault(ids[0], {})
        elif holds_any(layout) and layout.bare in reading.faulty:
            self.keep(reading, path)
        else:
            rows[ids[-1]] = self.entry_of(layout, reading, path)

    def ids_at(
        self, layout: Layout, grid: Grid, row: int, places: list[int], reading: RowReading
    ) -> tuple[str, ...] | None:
        """Return the ids of a row; None, with a problem, if they lead nowhere.

        The inner id may be missing for a map without entries, and for a note among the outer ids.
        """
        outer = self.key_at(grid, row, places[0], layout.keys[0])
        if outer is None:
            return None
        if layout.inside is not None and outer not in self.data.get(layout.table, {}):
            known = tuple(self.data.get(layout.table, {}))
            if any(fault_of(one, layout.table) for one in known):
                return None  # that id may be meant; it is refused where it stands
            what = f"no {layout.keys[0].heading} '{outer}' on the sheet {layout.table}"
            spot = cell_spot(grid, row, places[0])
            self.problems.append(
                Problem((layout.table, outer), "unknown-id", what, "key", outer, known, spot)
            )
            return None
        if len(places) == 1:
            return (outer,)
        is_bare = layout.inside is None and (not reading.fields or outer == NOTE)
        if is_bare and grid.cell(row, places[1]) is None:
            return (outer,)
        inner = self.key_at(grid, row, places[1], layout.keys[1])
        return None if inner is None else (outer, inner)

    def key_at(self, grid: Grid, row: int, place: int, column: Column) -> str | None:
        """Return the id in a cell; None, with a problem, if there is none."""
        content = grid.cell(row, place)
        spot = cell_spot(grid, row, place)
        if content is None:
            message = f"this row has no '{column.heading}'"
            self.problems.append(Problem((grid.name,), "missing", message, spot=spot))
            return None
        reading = reading_of(column, content)
        value = str(reading.value).lower() if isinstance(reading.value, bool) else reading.value
        if not reading.problems and not isinstance(value, str):
            problem = Problem((), "key", f"'{column.heading}' should be text; format the cell as text")
            reading = reading._replace(problems=(problem,))
        self.problems += [one._replace(path=(grid.name,), spot=spot) for one in reading.problems]
        return None if reading.problems else str(value)

    def rows_for(self, layout: Layout, ids: tuple[str, ...]) -> tuple[Path, dict[str, Any]]:
        """Return the path of an entry with these ids, and the map in which it stands."""
        table = self.data.setdefault(layout.table, {})
        if layout.inside is not None:
            holder = table[ids[0]]
            return (layout.table, ids[0], layout.inside, ids[1]), holder.setdefault(layout.inside, {})
        if len(ids) == len(layout.keys) - 1 or len(layout.keys) == 1:
            return (layout.table, ids[0]), table
        return (layout.table, *ids), table.setdefault(ids[0], {})

    def entry_of(self, layout: Layout, reading: RowReading, path: Path) -> Any:
        """Return the entry that a row holds: a map of fields, or the value that stands for it alone."""
        fields, bare = reading.fields, str(layout.bare)
        self.keep(reading, path)
        if bare in reading.faulty:
            self.spoiled.add(path)
        if path[-1] == NOTE and len(fields) == 1:
            return next(iter(fields.values()))
        if layout.only:
            if bare not in fields:
                message = f"'{bare}' is required"
                self.problems.append(Problem((*path, bare), "missing", message))
                self.spoiled.add(path)
            return fields.get(bare)
        is_bare = set(fields) == {bare}
        return fields[bare] if is_bare and stands_alone(layout, fields[bare]) else fields

    def keep(self, reading: RowReading, path: Path) -> None:
        """Record the problems of a row, and that its faulty values are not reliable."""
        self.problems += [one._replace(path=(*path, *one.path)) for one in reading.problems]
        self.spoiled |= {(*path, field) for field in reading.faulty}

    def place(
        self, layout: Layout, grid: Grid, row: int, columns: Columns, path: Path, reading: RowReading
    ) -> None:
        """Record where an entry and its fields stand."""
        numbers = {column.heading: number for number, column in columns.items()}
        keys = [numbers.pop(key.heading) for key in layout.keys]
        key = keys[-1] if keys else 1
        value = numbers.get(str(layout.bare), key) if layout.only or holds_any(layout) else key
        inside = reading.inside
        if layout.bare in inside:
            inside = inside | {"": inside[layout.bare]}
        self.rows[path] = RowPlace(grid, row, numbers, key, value, inside)


def stands_alone(layout: Layout, value: Any) -> bool:
    """Return whether a value may be written for the entry that has only this value."""
    return holds_any(layout) or is_number_alone(value)


def holds_any(layout: Layout) -> bool:
    """Return whether the value that stands for an entry alone may be of any kind."""
    return any(column.kind is Kind.ANY and column.field == layout.bare for column in layout.columns)


def rows_below(grid: Grid, columns: Columns) -> list[int]:
    """Return the numbers of the rows below the headings that have content in these columns."""
    return [
        row
        for row in grid.rows
        if row > HEADING_ROW and any(grid.cell(row, number) is not None for number in columns)
    ]
