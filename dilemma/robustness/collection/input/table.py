"""Views in a table: one row a person, one column an address, a theory, a choice or the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from dilemma.errors import BadSetting, Finding, UnknownName, nearest
from dilemma.robustness.collection.input.headings import Column, heading_of
from dilemma.robustness.collection.input.reading import Reading, finding_at, with_reasons
from dilemma.scenario.numbers import parse_value
from dilemma.scenario.numbers.typed import TypedNumber, typed_number
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.syntax.cells import FORMULA, Cell, Sheet, column_letters
from dilemma.scenario.validation.suggestions import allowed_names, suggestions
from dilemma.scenario.views.checks import FORMAT, ViewChecker, is_number_at
from dilemma.scenario.views.person_view import PersonView

__all__ = ["has_view_columns", "views_in_sheet"]

PERCENT: Final = 100
MOSTLY: Final = 0.5  # of the numbers of a column without a sign: above it, numbers over 1 are in per cent
MOST_NAMED: Final = 8  # columns named that state nothing
MOST_CHARACTERS: Final = 2000  # of a cell


class _Bad(Exception):
    """Raised for a cell that cannot be read; the message says why."""


class _Head(NamedTuple):
    """The columns that state something, by place, and the findings in the heading."""

    columns: Mapping[int, Column]
    width: int
    findings: tuple[Finding, ...]
    unused: tuple[str, ...]


def has_view_columns(sheet: Sheet, checker: ViewChecker) -> bool:
    """Return whether some column of a sheet states something of a view."""
    return bool(sheet.rows) and bool(_head(sheet, checker).columns)


def views_in_sheet(sheet: Sheet, checker: ViewChecker) -> Reading:
    """Return the view in each row of a sheet; a row with a fault is left out, with a finding at each cell."""
    if not sheet.rows:
        return Reading((), 1, (finding_at(sheet.label, 1, 1, "empty", "", "the table is empty"),))
    head = _head(sheet, checker)
    if not head.columns:
        told = "no column is headed by an address, a theory, 'choice' or 'name'"
        return Reading((), 1, (*head.findings, finding_at(sheet.label, 1, 1, "no-column", "", told)))
    percent = _columns_in_percent(head.columns, sheet)
    views: list[PersonView] = []
    findings = list(head.findings)
    left_out = 0
    for number, row in sheet.rows[1:]:
        if not any(cell is not None for cell in row):
            continue
        found = _view_in(row, number, sheet.label, head, percent, checker)
        if isinstance(found, PersonView):
            views.append(found)
        else:
            findings += found
            left_out += 1
    return Reading(
        tuple(views), left_out, tuple(findings), tuple(_remarks(sheet.label, head, percent, checker))
    )


def _head(sheet: Sheet, checker: ViewChecker) -> _Head:
    """Return what the columns state; the heading is the first row."""
    number, row = sheet.rows[0]
    columns: dict[int, Column] = {}
    findings: list[Finding] = []
    unused: list[str] = []
    for place, cell in enumerate(row):
        text = cell if isinstance(cell, str) else ""
        at = (sheet.label, number, place + 1)
        try:
            column = heading_of(text, checker.document, checker.titles) if text else None
        except UnknownName as error:
            message = f"the heading '{error.name}' names nothing of the scenario"
            message += f": {error.aside}" if error.aside else ""
            findings.append(finding_at(*at, "unknown-address", "", message, error.suggestion))
            continue
        except BadSetting as error:
            findings.append(finding_at(*at, "unknown-id", text, str(error)))
            continue
        if column is None:
            unused += [text] if text else []
        elif column.path in [known.path for known in columns.values()]:
            findings.append(finding_at(*at, "repeated-column", text, "an earlier column states this already"))
        else:
            columns[place] = column
    return _Head(columns, len(row), tuple(findings), tuple(unused))


def _columns_in_percent(columns: Mapping[int, Column], sheet: Sheet) -> frozenset[int]:
    """Return the columns of shares whose numbers without a sign are mostly above 1, so in per cent."""
    found = []
    for place, column in columns.items():
        if not column.share or column.in_percent:
            continue
        bare = [
            number.value
            for number in map(_typed, _cells(sheet, place))
            if number and not number.in_percent and not number.is_ratio
        ]
        telling = [value for value in bare if value not in (0, 1)]
        if telling and sum(value > 1 for value in telling) > MOSTLY * len(telling):
            found.append(place)
    return frozenset(found)


def _cells(sheet: Sheet, place: int) -> Iterator[Cell]:
    """Yield the cells of a column below its heading."""
    return (row[place] for _, row in sheet.rows[1:] if place < len(row))


def _typed(cell: Cell) -> TypedNumber | None:
    """Return the number in a cell; None if there is none."""
    if isinstance(cell, float):
        return TypedNumber(cell, in_percent=False)
    try:
        return typed_number(cell) if isinstance(cell, str) else None
    except BadSetting:
        return None


def _remarks(label: str, head: _Head, percent: frozenset[int], checker: ViewChecker) -> Iterator[str]:
    """Yield what the reader should know of the columns: which are in per cent, and which state nothing."""
    for place in sorted(percent):
        heading = head.columns[place].heading
        yield f"{label}: column {column_letters(place + 1)} ({heading}) is read in per cent"
    if head.unused:
        hints = [nearest(text, tuple(checker.titles)) for text in head.unused[:MOST_NAMED]]
        named = ", ".join(
            f"“{text[:40]}”" + (f" (did you mean “{hint}”?)" if hint else "")
            for text, hint in zip(head.unused, hints, strict=False)
        )
        more = f" and {len(head.unused) - MOST_NAMED} more" if len(head.unused) > MOST_NAMED else ""
        yield f"{label}: not used, since they name nothing of the scenario: {named}{more}"


def _view_in(
    row: Sequence[Cell],
    number: int,
    label: str,
    head: _Head,
    percent: frozenset[int],
    checker: ViewChecker,
) -> PersonView | list[Finding]:
    """Return the view in a row, or a finding for each cell with a fault."""
    data: dict[str, Any] = {"view": FORMAT, "of": checker.document.id}
    findings = [
        _at_cell(label, number, place, "cells", "", "a cell beyond the columns of the heading")
        for place, cell in enumerate(row)
        if place >= head.width and cell is not None
    ]
    for place, column in head.columns.items():
        cell = row[place] if place < len(row) else None
        if cell is None:
            continue
        try:
            _put(data, column.path, _value_in(cell, column, in_percent=place in percent))
        except _Bad as error:
            findings.append(_at_cell(label, number, place, "not-a-number", column.heading, str(error)))
    findings += _mixed_credences(data, row, number, label, head)
    if findings:
        return findings
    reasons = data.pop("reasons", {})
    if "set" in data:
        data["set"] = with_reasons(data["set"], reasons)
    checked = checker.checked_data(data, f"{label} row {number}")
    if checked.view is not None:
        return checked.view
    return list(_findings_of(checked.problems, number, label, head))


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Put a value at a path of one or two keys."""
    if len(path) == 1:
        data[path[0]] = value
    else:
        data.setdefault(path[0], {})[path[1]] = value


def _value_in(cell: Cell, column: Column, *, in_percent: bool) -> Any:
    """Return the value in a cell for its column; raise _Bad if it is not one."""
    if cell is FORMULA:
        raise _Bad("a formula without a result; write its value")
    if isinstance(cell, str) and len(cell) > MOST_CHARACTERS:
        raise _Bad(f"a text of more than {MOST_CHARACTERS:,} characters")
    kind, *rest = column.path
    is_number = kind in ("confidence", "credences") or (kind == "set" and is_number_at(rest[0]))
    if not is_number:
        return parse_value(str(cell)) if kind == "set" and isinstance(cell, str) else _text(cell)
    if isinstance(cell, str) and kind == "set" and (" * " in cell or " / " in cell):
        return cell
    try:
        number = TypedNumber(cell, in_percent=False) if isinstance(cell, float) else typed_number(str(cell))
    except BadSetting as error:
        raise _Bad(str(error)) from None
    if number.in_percent or number.is_ratio:
        return number.value
    if column.in_percent:
        return of_hundred(number.value)
    return _share(number.value, in_percent=in_percent) if column.share else number.value


def _share(value: float, *, in_percent: bool) -> float:
    """Return a share from a number without a sign; raise _Bad if it may be a share or in per cent."""
    if in_percent and 0 < value < 1:
        raise _Bad(f"the column is in per cent: write {value * PERCENT:g}% or {value:g}%, not {value:g}")
    if not in_percent and 1 < value <= PERCENT:
        raise _Bad(f"should be from 0 to 1: write {value / PERCENT:g} or {value:g}%, not {value:g}")
    return of_hundred(value) if in_percent else value


def of_hundred(value: float) -> float:
    """Return a number of per cents as a share, rounded as a division by a hundred needs."""
    return float(f"{value / PERCENT:.15g}")


def _text(cell: Cell) -> str:
    """Return a cell as text; a whole number without decimals."""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _mixed_credences(
    data: Mapping[str, Any], row: Sequence[Cell], number: int, label: str, head: _Head
) -> Iterator[Finding]:
    """Yield a finding if a row has credences both with and without a per cent sign, so that none is sure."""
    places = [place for place, column in head.columns.items() if column.path[0] == "credences"]
    cells = [(place, _typed(row[place])) for place in places if place < len(row)]
    signed = [place for place, one in cells if one and (one.in_percent or head.columns[place].in_percent)]
    bare = [place for place, one in cells if one and place not in signed and one.value > 1]
    if signed and bare and data.get("credences"):
        told = "some credences have a per cent sign and some have none: write it with all or none"
        yield _at_cell(label, number, bare[0], "credence", head.columns[bare[0]].heading, told)


def _findings_of(problems: Sequence[Problem], number: int, label: str, head: _Head) -> Iterator[Finding]:
    """Yield a finding for each problem of a row's view, at the cell that states what is wrong."""
    hints = dict(suggestions(problems))
    for problem in problems:
        place = next(
            (place for place, column in head.columns.items() if is_within(problem.path, column.path)),
            next(iter(head.columns)),
        )
        column = head.columns[place]
        message = problem.message + ("" if problem in hints else allowed_names(problem))
        yield _at_cell(label, number, place, problem.code, column.heading, message, hints.get(problem))


def _at_cell(
    label: str, row: int, place: int, code: str, address: str, message: str, suggestion: str | None = None
) -> Finding:
    """Return a finding at a cell, which the message names as spreadsheet programs do."""
    told = f"{message} (cell {column_letters(place + 1)}{row})"
    return finding_at(label, row, place + 1, code, address, told, suggestion)


def is_within(path: Path, other: Path) -> bool:
    """Return whether one path is the other, or leads to a part of it."""
    shared = min(len(path), len(other))
    return path[:shared] == other[:shared]
