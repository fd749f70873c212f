"""Cells of tables: of text with separators (CSV), and of workbooks (xlsx)."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from dilemma.errors import CannotRead

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
MOST_UNPACKED: Final = 128 * 1024 * 1024  # bytes of a workbook's parts
MOST_PARTS: Final = 10_000
DECLARATION: Final = b"<!DOCTYPE"
"""The start of a declaration of entities, which some readers of XML expand."""

SEPARATORS: Final = (",", ";", "\t")
LETTERS: Final = 26


class Sheet(NamedTuple):
    """A table: its label in messages, and its rows, each with its number; of a workbook, its title too."""

    label: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    title: str = ""


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 1, as spreadsheet programs show them."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of_table(raw: bytes, label: str) -> str:
    """Return the text of a table or a list; raise CannotRead if it is not UTF-8."""
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
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator_of(lines), strict=True)
    try:
        for number, row in enumerate(reader, 1):
            if number > MOST_ROWS + 1:
                raise CannotRead(f"cannot read {label}: more than {MOST_ROWS:,} rows")
            require_narrow(row, label)
            rows.append((number, tuple(cell.strip() or None for cell in row)))
    except csv.Error as error:
        raise CannotRead(f"cannot read {label}: line {reader.line_num}: {error}") from error
    return Sheet(label, tuple(rows))


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
) -> Iterator[Sheet]:
    """Yield the visible sheets of a workbook, or all; raise CannotRead if it cannot be read or is too large.

    `read` returns the content of a cell from its stored value and what is written in it; without it, text and
    numbers are read. `most` is how many bytes its parts may have.
    """
    require_openpyxl(label)
    import openpyxl

    require_small(raw, label, most)
    try:
        stored, written = (
            openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=values, keep_links=False)
            for values in (True, False)
        )
        for sheet in stored.worksheets:
            if hidden or sheet.sheet_state == "visible":
                rows = tuple(rows_of(sheet, written[sheet.title], label, read or cell_of))
                yield Sheet(f"{label} [{sheet.title}]", rows, sheet.title)
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


def require_small(raw: bytes, label: str, most: int = MOST_UNPACKED) -> None:
    """Raise CannotRead if a workbook has too many or too large parts, is no archive, or declares entities.

    Which reader of XML openpyxl uses, and what that does with entities, depends on what else is installed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            sizes = [part.file_size for part in parts.infolist()]
            is_small = len(sizes) <= MOST_PARTS and sum(sizes) <= most
            declares = is_small and any(map(declares_entities, map(parts.read, parts.namelist())))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError) as error:
        raise CannotRead(f"cannot read {label}: it is no workbook ({error})") from error
    if not is_small:
        raise CannotRead(f"cannot read {label}: it is too large")
    if declares:
        raise CannotRead(f"cannot read {label}: it declares entities, as no workbook does")


def declares_entities(part: bytes) -> bool:
    """Return whether a part of a workbook declares entities, in UTF-8 or UTF-16."""
    return DECLARATION in part.replace(b"\0", b"")


def rows_of(
    stored: Any, written: Any, label: str, read: Callable[[object, object], Cell]
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield the rows of a sheet; `stored` has the results of formulas, `written` the formulas themselves."""
    for sheet in (stored, written):
        sheet.reset_dimensions()
    most = {"max_row": MOST_ROWS + 2, "max_col": MOST_COLUMNS + 1, "values_only": True}
    pairs = zip_longest(stored.iter_rows(**most), written.iter_rows(**most), fillvalue=())
    for number, (values, formulas) in enumerate(pairs, 1):
        if number > MOST_ROWS + 1:
            raise CannotRead(f"cannot read {label}: more than {MOST_ROWS:,} rows")
        row = without_end(tuple(read(*pair) for pair in zip_longest(values, formulas)))
        require_narrow(row, label)
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
