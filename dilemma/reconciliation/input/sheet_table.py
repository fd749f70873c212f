"""Tables of verdicts in sheets, as CSV or in a workbook: a row for each theory, a column for each option.

The first column names the theories. A column headed `credence` holds their credences, one headed `unit` the
scale of their numbers; one whose head begins with `_` is the author's own, and not read. Of each theory the
other cells are all numbers (higher is better), all places (`1st`), or all `permissible` or `forbidden`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple, TypeAlias

from dilemma.errors import BadSetting, CannotRead, InvalidScenario
from dilemma.reconciliation.input.table import Table, table_from_data
from dilemma.reconciliation.input.table_checks import table_problems
from dilemma.scenario.numbers.fractions import parse_credence
from dilemma.scenario.numbers.typed import require_one_reading, typed_number
from dilemma.scenario.phrases import describe
from dilemma.scenario.problem import Path, Problem, Spot
from dilemma.scenario.sheets.headings import OWN
from dilemma.scenario.syntax.cells import FORMULA, Cell, Sheet, column_letters
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.validation.findings import findings_of

__all__ = ["first_of", "table_of_sheet"]

PLACE: Final = re.compile(r"#?(?P<place>\d{1,4})(?:st|nd|rd|th)|#(?P<number>\d{1,4})", re.IGNORECASE)
PERMITS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("permissible", "permitted"), True),
    **dict.fromkeys(("forbidden", "impermissible"), False),
}
NO_OPTIONS: Final = frozenset(
    ("credences", "weight", "weights", "share", "shares", "votes", "count", "total", "sum", "note", "notes")
)
"""Heads of columns that people put beside options."""
SAID: Final = "a number (higher is better), a place such as 1st, or permissible or forbidden"
MOST_TOLD: Final = 20  # problems

Value: TypeAlias = tuple[str, Any]
"""What a cell says: its kind, one of number, place and permit, and the amount."""

CellAt: TypeAlias = tuple[int, int]
"""The row and the column of a cell, counted from 1."""


class Columns(NamedTuple):
    """The columns of a sheet by what they hold: the options, each with its column, and two more.

    `headed` are all columns that have a head, `sheet` is the table itself.
    """

    head: int
    options: Mapping[int, str]
    credence: int | None
    unit: int | None
    headed: frozenset[int]
    sheet: Sheet


def first_of(sheets: Iterator[Sheet], label: str) -> tuple[Sheet, tuple[str, ...]]:
    """Return the first visible sheet of a workbook, and a remark if there are others."""
    first = next(sheets, None)
    if first is None:
        raise CannotRead(f"cannot read {label}: it has no sheet that is visible")
    others = sum(1 for _ in sheets)
    if not others:
        return first, ()
    name = first.label.removeprefix(label).strip(" []")
    return first, (f"the first sheet, {name}; {others} more {'is' if others == 1 else 'are'} not read",)


def table_of_sheet(sheet: Sheet, label: str, id: str, remarks: tuple[str, ...] = ()) -> Table:
    """Return the table in a sheet; raise InvalidScenario, with the cell of every mistake."""
    rows = [(number, row) for number, row in sheet.rows if any(cell is not None for cell in row)]
    problems: list[Problem] = []
    data: dict[str, Any] = {}
    if not rows:
        problems.append(Problem((), "empty", "the table is empty", spot=Spot(1, 1, 2)))
    elif is_title(*(row for _, row in rows[:2])):
        told = "the first row should hold the heads of the columns; remove the title above them"
        problems.append(at_cell((rows[0][0], 1), "missing", told))
    else:
        places: dict[Path, CellAt] = {}
        columns = columns_of(sheet, *rows[0], places, problems)
        data = {"options": tuple(columns.options.values()), "theories": ()}
        read = [theory_in(*row, columns, places, problems, k) for k, row in enumerate(rows[1:])]
        data["theories"] = tuple(read)
        if not problems:
            problems += [placed(problem, places, columns.head) for problem in table_problems(data)]
    if problems:
        raise InvalidScenario(findings_of(problems[:MOST_TOLD], NOWHERE, "", sheet.label))
    return table_from_data(data, label, id)._replace(remarks=remarks)


def is_title(first: Sequence[Cell], second: Sequence[Cell] = ()) -> bool:
    """Return whether the first row of a table is a title: one cell, above a row of several."""
    return sum(cell is not None for cell in first) == 1 < sum(cell is not None for cell in second)


def columns_of(
    sheet: Sheet, number: int, row: Sequence[Cell], places: dict[Path, CellAt], problems: list[Problem]
) -> Columns:
    """Return what the columns hold, from the first row; note the cell of each option, and mistakes."""
    options: dict[int, str] = {}
    special: dict[str, int] = {}
    headed: set[int] = set()
    for column, cell in enumerate(row[1:], 2):
        head = text_of(cell)
        if head is None:
            continue
        if hidden := refused_character(head):
            problems.append(at_cell((number, column), "character", f"the character {hidden} is refused"))
        headed.add(column)
        if head.startswith(OWN):
            continue
        if head.lower() in NO_OPTIONS:
            told = f"'{head}' is no option: credences stand under credence; a head of notes begins with {OWN}"
            problems.append(at_cell((number, column), "unknown-key", told))
        elif head.lower() not in ("credence", "unit"):
            if head in options.values():
                problems.append(at_cell((number, column), "repeated-id", f"'{head}' is there twice"))
            places["options", len(options)] = number, column
            options[column] = head
        elif head.lower() in special:
            problems.append(at_cell((number, column), "repeated-id", f"'{head}' heads two columns"))
        else:
            special[head.lower()] = column
    return Columns(number, options, special.get("credence"), special.get("unit"), frozenset(headed), sheet)


def theory_in(
    number: int,
    row: Sequence[Cell],
    columns: Columns,
    places: dict[Path, CellAt],
    problems: list[Problem],
    which: int,
) -> dict[str, Any]:
    """Return the theory of a row as a table of YAML holds it; note the places of cells, and mistakes."""
    theory: dict[str, Any] = {}
    for column, cell in enumerate(row, 1):
        if cell is not None and column > 1 and column not in columns.headed:
            problems.append(at_cell((number, column), "missing", no_head(columns)))
    places["theories", which] = number, 1
    name = text_of(row[0] if row else None)
    if name is None:
        problems.append(at_cell((number, 1), "missing", "the theory has no name"))
    elif hidden := refused_character(name):
        problems.append(at_cell((number, 1), "character", f"the character {hidden} is refused"))
    theory["name"] = name or ""
    if columns.credence and (cell := cell_at(row, columns.credence)) is not None:
        places["theories", which, "credence"] = number, columns.credence
        try:
            theory["credence"] = credence_in(cell, decimal_commas=columns.sheet.decimal_commas)
        except BadSetting as error:
            problems.append(at_cell((number, columns.credence), "credence", str(error)))
    if columns.unit and (unit := text_of(cell_at(row, columns.unit))):
        theory["unit"] = unit
    values = values_in(number, row, columns, problems)
    if len(values) == len(columns.options):
        theory |= verdict_of(values)
    for column, option in columns.options.items():
        places["theories", which, "choiceworthiness", option] = number, column
    return theory


def no_head(columns: Columns) -> str:
    """Return what is wrong with a cell in a column without a head."""
    if columns.sheet.separator != ",":
        return "this column has no head"
    return "this column has no head; a text that holds a comma should stand in double quotes"


def cell_at(row: Sequence[Cell], column: int) -> Cell:
    """Return the content of a cell of a row, by its column; None beyond its end."""
    return row[column - 1] if column <= len(row) else None


def values_in(
    number: int, row: Sequence[Cell], columns: Columns, problems: list[Problem]
) -> dict[str, Value]:
    """Return what each cell of a row says, by option; note the cells that say nothing, or another kind."""
    values: dict[str, Value] = {}
    kind = None
    for column, option in columns.options.items():
        cell = cell_at(row, column)
        if cell is None:
            problems.append(at_cell((number, column), "missing", f"says nothing of '{option}'"))
            continue
        try:
            found, amount = value_in(cell, decimal_commas=columns.sheet.decimal_commas)
        except BadSetting as error:
            problems.append(at_cell((number, column), "not-a-number", str(error)))
            continue
        kind = kind or found
        if found != kind:
            told = f"a {found} beside a {kind}: a theory says one kind of thing of all options"
            problems.append(at_cell((number, column), "choice", told))
        values[option] = found, amount
    return values


def value_in(cell: Cell, *, decimal_commas: bool) -> Value:
    """Return what a cell says; raise BadSetting if it says nothing of the kind."""
    if isinstance(cell, float):
        return "number", cell
    if not isinstance(cell, str):
        raise BadSetting("a formula without a result; write its value")
    word = cell.lower()
    if word in PERMITS:
        return "permit", PERMITS[word]
    if found := PLACE.fullmatch(word):
        return "place", int(found["place"] or found["number"])
    try:
        return "number", typed_number(cell, decimal_commas=decimal_commas).value
    except BadSetting as error:
        told = str(error)
        raise BadSetting(
            told if "two readings" in told else f"should be {SAID}, not {describe(cell)}"
        ) from None


def verdict_of(values: Mapping[str, Value]) -> dict[str, Any]:
    """Return the cells of a row as the verdict of a theory."""
    kinds = {kind for kind, _ in values.values()}
    if kinds == {"permit"}:
        return {"permits": tuple(option for option, (_, passes) in values.items() if passes)}
    if kinds == {"place"}:
        tiers: dict[int, list[str]] = {}
        for option, (_, place) in values.items():
            tiers.setdefault(place, []).append(option)
        return {"ranking": tuple(tuple(tiers[place]) for place in sorted(tiers))}
    return {"choiceworthiness": {option: amount for option, (_, amount) in values.items()}}


def credence_in(cell: Cell, *, decimal_commas: bool) -> str:
    """Return the credence in a cell, as a fraction in text; raise BadSetting if it is none."""
    if isinstance(cell, str):
        require_one_reading(cell, decimal_commas=decimal_commas)
    found = None if not isinstance(cell, str | float) else parse_credence(str(cell))
    if found is None and isinstance(cell, str):
        with suppress(BadSetting):
            found = parse_credence(repr(typed_number(cell, decimal_commas=decimal_commas).value))
    if found is None:
        raise BadSetting(f"should be 0 or more, such as 0.35, 35% or 1/3, not {described(cell)}")
    return str(found)


def text_of(cell: Cell) -> str | None:
    """Return the content of a cell as text, whole numbers without a point; None for an empty one."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell if isinstance(cell, str) else None


def described(cell: Cell) -> str:
    """Return a description of a cell."""
    return "a formula without a result" if cell is FORMULA else describe(cell)


def placed(problem: Problem, places: Mapping[Path, CellAt], head: int) -> Problem:
    """Return a problem of the table at its cell: that of the longest path that has one."""
    lengths = range(len(problem.path), -1, -1)
    cell = next((places[problem.path[:n]] for n in lengths if problem.path[:n] in places), (head, 1))
    return at_cell(cell, problem.code, problem.message)


def at_cell(cell: CellAt, code: str, message: str) -> Problem:
    """Return a problem at a cell, which the message names as spreadsheet programs do."""
    row, column = cell
    told = f"{message} (cell {column_letters(column)}{row})"
    return Problem((), code, told, spot=Spot(row, column, column + 1))
