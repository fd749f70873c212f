"""One row of a sheet read as the fields of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Path, Problem, Spot
from dilemma.scenario.sheets.cell_texts import Reading
from dilemma.scenario.sheets.contents import reading_of
from dilemma.scenario.sheets.kinds import PARTS, Column
from dilemma.scenario.sheets.places import Grid, Inside, cell_spot

__all__ = ["RowReading", "fields_of_row"]


class RowReading(NamedTuple):
    """The fields in a row, the positions in its lists and maps, and its problems; paths begin at a field.

    The value of a field with a problem is None.
    """

    fields: dict[str, Any]
    inside: dict[str, Inside]
    problems: tuple[Problem, ...]
    faulty: frozenset[str]


def fields_of_row(grid: Grid, row: int, columns: Mapping[int, Column]) -> RowReading:
    """Return the fields in a row, by its columns; a range in three cells becomes a list."""
    numbers = {column.heading: number for number, column in columns.items()}
    fields: dict[str, Any] = {}
    inside: dict[str, Inside] = {}
    problems: list[Problem] = []
    for field in dict.fromkeys(column.field for column in columns.values()):
        parts = {column.part: column for column in columns.values() if column.field == field}
        readings = {
            part: reading_of(column, content, decimal_commas=grid.decimal_commas)
            for part, column in parts.items()
            if (content := grid.cell(row, numbers[column.heading])) is not None
        }
        if not readings:
            continue
        for part, reading in readings.items():
            problems += placed(grid, row, numbers[parts[part].heading], field, reading)
        main = readings.get("")
        if main and main.inside:
            inside[field] = Inside(main.inside, main.shift)
        faults = list(range_faults(grid, row, numbers, field, readings))
        problems += faults
        is_faulty = bool(faults) or any(reading.problems for reading in readings.values())
        fields[field] = None if is_faulty else joined(readings)
    faulty = frozenset(str(problem.path[0]) for problem in problems)
    return RowReading(fields, inside, tuple(problems), faulty)


def placed(grid: Grid, row: int, column: int, field: str, reading: Reading) -> Iterator[Problem]:
    """Yield the problems of a cell, each at its place in the cell."""
    for problem in reading.problems:
        within = problem.spot
        if within and within.line == 1:
            within = Spot(1, within.column - reading.shift, within.end - reading.shift)
        spot = cell_spot(grid, row, column, within)
        yield problem._replace(path=(field, *problem.path), spot=spot)


def joined(readings: Mapping[str, Reading]) -> Any:
    """Return the value of a field: of one cell, or of the cells of a range from low to high."""
    if any(part in readings for part in PARTS):
        order = (PARTS[0], "", PARTS[1])
        return tuple(readings[part].value for part in order if part in readings)
    return readings[""].value


def range_faults(
    grid: Grid, row: int, numbers: Mapping[str, int], field: str, readings: Mapping[str, Reading]
) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a range: one end without the other, or a product between them."""
    given = [part for part in PARTS if part in readings]
    for part in PARTS if given else ():
        if part not in readings:
            path: Path = (field,)
            message = f"'{field} {part}' is required beside '{field} {given[0]}'"
            place = numbers.get(f"{field} {part}") or numbers[f"{field} {given[0]}"]
            yield Problem(path, "missing", message, spot=cell_spot(grid, row, place))
    main = readings.get("")
    if given and main and not main.problems and (isinstance(main.value, bool) or not is_number(main.value)):
        message = f"between two ends should stand a plain number, not {describe(main.value)}"
        yield Problem((field,), "not-a-number", message, spot=cell_spot(grid, row, numbers[field]))


def is_number(value: object) -> bool:
    """Return whether a value is a number."""
    return isinstance(value, int | float)
