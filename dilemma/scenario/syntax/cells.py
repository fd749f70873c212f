"""Cells of tables: of text with separators (CSV), and of workbooks (xlsx)."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from dilemma.errors import CannotRead
from dilemma.scenario.syntax.archives import (
    MOST_UNPACKED,
    MOST_VALUES,
    TooManyValues,
    may_hold_formulas,
    other_document,
)

__all__ = [
    "FORMULA",
    "WORKBOOKS",
    "Cell",
    "Sheet",
    "column_letters",
    "require_openpyxl",
    "sheet_of_text",
    "sheets_of_workbook",
    "text_of_table",
]

FORMULA: Final = object()
"""The content of a cell that holds a formula and no stored result."""

Cell = str | float | object | None
"""Text, a number, FORMULA, or None for an empty cell."""

WORKBOOKS: Final = (".xlsx", ".xlsm")
"""How the names of files end that are read as workbooks."""

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 1_000
MOST_WALKED: Final = 2_200_000  # rows of the sheets of a workbook together, those left out in the file too

SEPARATORS: Final = (",", ";", "\t")
LETTERS: Final = 26


class Sheet(NamedTuple):
    """A table: its label in messages, and its rows that are not empty, each with its number.

    `title` is the name of a sheet of a workbook, `separator` what parts the cells of a text. With
    `decimal_commas` a comma stands before the decimals of its numbers, as far as can be seen.
    """

    label: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    title: str = ""
    separator: str = ""
    decimal_commas: bool = False


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 1, as spreadsheet programs show them."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of_table(raw: bytes, label: str) -> str:
    """Return the text of a table or a list; raise CannotRead if it is not UTF-8."""
    if other := other_document(raw):
        raise CannotRead(f"cannot read {label}: {other}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        told = f"line {line} is not UTF-8; save it as “CSV UTF-8”"
        raise CannotRead(f"cannot read {label}: {told}") from error


def sheet_of_text(text: str, label: str) -> Sheet:
    """Return the table in a text; its separator is the comma, semicolon or tab that cuts its head most.

    Raises CannotRead if it is too large or its quotes are not closed.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    separator = separator_of(lines)
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
    begun = 1  # the line in which the row to be read begins
    try:
        for number, row in enumerate(reader, 1):
            begun = reader.line_num + 1
            cells = without_end(tuple(cell.strip() or None for cell in row))
            if cells and number > MOST_ROWS + 1:
                raise CannotRead(f"cannot read {label}: more than {MOST_ROWS:,} rows")
            require_narrow(cells, label)
            rows += [(number, cells)] if cells else []
    except csv.Error as error:
        if "field larger" in str(error):
            most = f"a cell has more than {csv.field_size_limit():,} characters"
            raise CannotRead(f"cannot read {label}: line {begun}: {most}") from error
        told = "a quote in the row that begins here is not closed, or text follows where it closes"
        raise CannotRead(f'cannot read {label}: line {begun}: {told}; write " within a cell as ""') from error
    return Sheet(label, tuple(rows), "", separator, has_decimal_commas(rows, separator))


WITH_COMMA = re.compile(r"[-+]?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,}|(?<=\b0,)\d{3})\s*%?", re.ASCII)
"""A number with a comma before its decimals that has no other reading."""
WITH_POINT = re.compile(r"[-+]?(\d+\.(\d{1,2}|\d{4,})|0?\.\d+)(e[-+]?\d+)?\s*%?", re.ASCII | re.IGNORECASE)
"""A number with a point before its decimals that has no other reading."""


def has_decimal_commas(rows: Sequence[tuple[int, Sequence[Cell]]], separator: str = "") -> bool:
    """Return whether a comma stands before the decimals of the numbers in the text of some cells.

    Where programs write a comma there, they part cells by semicolons; so those are a sign of it, unless some
    number has a point.
    """
    texts = [cell for _, cells in rows for cell in cells if isinstance(cell, str)]
    if any(map(WITH_COMMA.fullmatch, texts)):
        return True
    return separator == ";" and not any(map(WITH_POINT.fullmatch, texts))


def separator_of(text: str) -> str:
    """Return the separator that cuts the first line of a text most often; a comma if none can."""

    def cells(sign: str) -> int:
        try:
            return len(next(csv.reader([text.partition("\n")[0]], delimiter=sign), []))
        except csv.Error:  # a cell longer than the reader allows
            return 0

    return max(SEPARATORS, key=cells)


def sheets_of_workbook(
    raw: bytes,
    label: str,
    *,
    hidden: bool = False,
    read: Callable[[object, object], Cell] | None = None,
    most: int = MOST_UNPACKED,
    most_values: int = MOST_VALUES,
    own: str | None = None,
) -> Iterator[Sheet]:
    """Yield the visible sheets of a workbook, or all; raise CannotRead if it cannot be read or is too large.

    `read` returns the content of a cell from its stored value and what is written in it; without it, text and
    numbers are read. `most` is how many bytes its parts may have. Raises TooManyValues above `most_values`.
    A sheet whose title begins with `own` is yielded without rows.
    """
    require_openpyxl(label)
    import openpyxl

    readings = (True, False) if may_hold_formulas(raw, label, most, most_values, own=own) else (True,)
    limits = Limits(most_values)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is not read: styles, defined names
            stored, *written = (
                openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=values, keep_links=False)
                for values in readings
            )
        for sheet in stored.worksheets:
            if own and sheet.title.startswith(own):
                yield Sheet(f"{label} [{sheet.title}]", (), sheet.title)
            elif hidden or sheet.sheet_state == "visible":
                both = [sheet, *(book[sheet.title] for book in written)]
                rows = tuple(rows_of(both, f"{label}, sheet {sheet.title}", read or cell_of, limits))
                yield Sheet(f"{label} [{sheet.title}]", rows, sheet.title, "", has_decimal_commas(rows))
    except CannotRead:
        raise
    except Exception as error:
        raise CannotRead(f"cannot read {label}: it is no workbook, or a broken one ({error})") from error


def require_openpyxl(label: str) -> None:
    """Raise CannotRead if what reads workbooks is not installed."""
    if not find_spec("openpyxl"):
        raise CannotRead(
            f"cannot read {label}: workbooks need openpyxl: `pip install 'dilemma-weigh[xlsx]'`; "
            "or save the sheet as CSV"
        )


class Limits:
    """The values and rows that may still be read of a workbook."""

    def __init__(self, values: int) -> None:
        self.most = self.values = values
        self.rows = MOST_WALKED

    def require_values(self, cells: Sequence[Cell], label: str) -> None:
        """Count the values of a row; raise TooManyValues if the sheets have too many."""
        self.values -= sum(cell is not None for cell in cells)
        if self.values < 0:
            raise TooManyValues(f"cannot read {label}: more than {self.most:,} values up to this sheet")


def rows_of(
    sheets: Sequence[Any], label: str, read: Callable[[object, object], Cell], limits: Limits
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield the rows of a sheet that are not empty.

    `sheets` are the sheet with the results of formulas, and with the formulas themselves if it has any.
    """
    for sheet in sheets:
        sheet.reset_dimensions()
    readings = [sheet.iter_rows(values_only=True) for sheet in sheets]
    for number, (values, *others) in enumerate(zip_longest(*readings, fillvalue=()), 1):
        formulas = others[0] if others else ()
        limits.rows -= 1
        if not values and not formulas and limits.rows:
            continue
        row = without_end(tuple(read(*pair) for pair in zip_longest(values, formulas)))
        if not limits.rows:
            raise CannotRead(f"cannot read {label}: more than {MOST_WALKED:,} rows up to this sheet")
        if not row:
            continue
        if number > MOST_ROWS + 1:
            raise CannotRead(
                f"cannot read {label}: row {number:,} is beyond the last that is read, {MOST_ROWS:,}"
            )
        require_narrow(row, label)
        limits.require_values(row, label)
        yield number, row


def without_end(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row without the empty cells at its end."""
    last = next((place for place in range(len(row), 0, -1) if row[place - 1] is not None), 0)
    return row[:last]


def require_narrow(row: Sequence[object], label: str) -> None:
    """Raise CannotRead if a row has too many cells."""
    if len(row) > MOST_COLUMNS:
        raise CannotRead(f"cannot read {label}: more than {MOST_COLUMNS:,} columns")


def cell_of(value: object, written: object) -> Cell:
    """Return the content of a cell from its stored value and what is written in it."""
    if value is None:
        return FORMULA if written not in (None, "") else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).strip() or None
    return float(value)
