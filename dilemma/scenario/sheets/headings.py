"""Sheets and columns found by their names, and what is wrong with these."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from dilemma.errors import nearest
from dilemma.scenario.problem import Problem
from dilemma.scenario.sheets.kinds import Column
from dilemma.scenario.sheets.layout import SCENARIO, layouts
from dilemma.scenario.sheets.places import Grid, cell_spot, cell_text
from dilemma.scenario.syntax.cells import Sheet

__all__ = ["OWN", "READ_ME", "Headings", "grids_of", "headings_of"]

READ_ME = "read me"
"""The sheet that says what the others are; it is not read."""

OWN = "_"
"""The start of the name of a sheet or column that is the author's own: it is not read."""


LOOKED_THROUGH = 20  # rows in which headings are looked for


class Headings(NamedTuple):
    """The columns of a sheet by their number, and what is wrong with its headings."""

    columns: Mapping[int, Column]
    problems: tuple[Problem, ...]


def name_of(text: str) -> str:
    """Return a name as it is compared: in small letters, with one blank or underscore alike."""
    return " ".join(text.lower().replace("_", " ").split())


def grids_of(sheets: Iterable[Sheet]) -> tuple[dict[str, Grid], tuple[Problem, ...]]:
    """Return the sheets of a scenario by name, and a problem for each other sheet that is not empty.

    A sheet whose name is nearly that of one is read as that one, so that no more is said of it.
    """
    known = {name_of(name): name for name in (SCENARIO, *(layout.name for layout in layouts()))}
    found: dict[str, Grid] = {}
    problems: list[Problem] = []
    given = list(sheets)
    in_workbook = any(sheet.decimal_commas and not sheet.separator for sheet in given)
    titles = {name_of(sheet.title) for sheet in given}
    for number, sheet in enumerate(given, 1):
        title = name_of(sheet.title)
        has_commas = sheet.decimal_commas or in_workbook
        grid = Grid(sheet.title, number, dict(sheet.rows), sheet.separator, has_commas)
        if sheet.title.startswith(OWN) or title == READ_ME or not any(grid.rows.values()):
            continue
        meant = known.get(title)
        if meant is None:
            problems.append(unknown_sheet(grid, tuple(known.values())))
            near = nearest(sheet.title, tuple(known.values()))
            meant = near if near and name_of(near) not in titles else None
        if meant in found:
            problems.append(sheet_again(grid, found[meant]))
        elif meant is not None:
            found[meant] = grid
    return found, tuple(problems)


def sheet_again(grid: Grid, first: Grid) -> Problem:
    """Return the problem of a second sheet of one name."""
    message = f"'{grid.name}' and '{first.name}' are the same sheet"
    return Problem((grid.name,), "duplicate-key", message, "key", spot=cell_spot(grid, 1, 1))


def unknown_sheet(grid: Grid, known: tuple[str, ...]) -> Problem:
    """Return the problem of a sheet that a scenario does not have."""
    message = f"a scenario has no sheet '{grid.name}'; to keep notes on it, begin its name with {OWN}"
    return Problem((grid.name,), "unknown-key", message, "key", grid.name, known, cell_spot(grid, 1, 1))


def headings_of(grid: Grid, known: Mapping[str, Column]) -> Headings:
    """Return the columns of a sheet by its first row.

    A heading that is nearly that of a column is read as that one, so that no more is said of it.
    """
    by_name = {name_of(heading): column for heading, column in known.items()}
    top = {number: cell_text(content) for number, content in enumerate(grid.rows.get(1, ()), 1)}
    names = {name_of(text) for text in top.values()}
    columns: dict[int, Column] = {}
    problems: list[Problem] = []
    for number, text in top.items():
        column = by_name.get(name_of(text))
        if not text or text.startswith(OWN):
            continue
        if column is None:
            problems.append(unknown_column(grid, number, text, tuple(known)))
            near = nearest(text, tuple(known))
            column = known[near] if near and name_of(near) not in names else None
        elif column in columns.values():
            problems.append(
                heading_problem(grid, number, "duplicate-key", f"'{text}' is the heading of two columns")
            )
            column = None
        if column is not None:
            columns[number] = column
    return Headings(columns, (*problems, *without_heading(grid, top)))


def headings_below(grid: Grid, known: Mapping[str, Column], keys: Collection[Column]) -> int | None:
    """Return the row in which the headings of a sheet stand, if that is not the first; None if it is.

    That row has those of the keys, or two of a sheet without keys, where the first row has no heading.
    """
    names = {name_of(heading) for heading in known}
    due = {name_of(key.heading) for key in keys}
    for row in sorted(grid.rows)[:LOOKED_THROUGH]:
        found = {name_of(cell_text(content)) for content in grid.rows[row]} & names
        if row == 1 and found:
            return None
        if due <= found and len(found) > 1:
            return row
    return None


def unknown_column(grid: Grid, number: int, text: str, known: tuple[str, ...]) -> Problem:
    """Return the problem of a column that a sheet does not have."""
    message = f"this sheet has no column '{text}'; to keep notes in it, begin its heading with {OWN}"
    return heading_problem(grid, number, "unknown-key", message)._replace(name=text, known=known)


def heading_problem(grid: Grid, number: int, code: str, message: str) -> Problem:
    """Return a problem of a heading; its path is that of the sheet and the heading."""
    path = (grid.name, cell_text(grid.cell(1, number)))
    return Problem(path, code, message, "key", spot=cell_spot(grid, 1, number))


def without_heading(grid: Grid, top: Mapping[int, str]) -> Iterator[Problem]:
    """Yield a problem for the first cell of each column that has content and no heading."""
    seen: set[int] = set()
    for row, cells in grid.rows.items():
        for number, content in enumerate(cells, 1):
            if content is not None and not top.get(number) and number not in seen:
                seen.add(number)
                message = "this column has no heading in row 1, so what stands here is not read"
                if grid.separator == ",":
                    message += "; a text that holds a comma should stand in double quotes"
                yield Problem((grid.name,), "missing", message, spot=cell_spot(grid, row, number))
