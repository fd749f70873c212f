"""Tables written as CSV: the text of each sheet of a folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from dilemma.errors import CannotWrite
from dilemma.scenario.sheets.places import cell_text
from dilemma.scenario.sheets.tables import SheetTable
from dilemma.scenario.syntax.cells import Cell
from dilemma.scenario.syntax.safe_cells import safe_cell

__all__ = ["csv_texts"]

BYTE_ORDER_MARK = "\ufeff"
"""What Excel needs before a text to read it as UTF-8."""

LONGEST = 131_072
"""The characters in a cell that Python's reader of CSV takes."""


def csv_texts(tables: Iterable[SheetTable]) -> dict[str, bytes]:
    """Return the bytes of each sheet as CSV by its name; raise CannotWrite for a text that no cell holds."""
    return {table.name: csv_text(table).encode("utf-8") for table in tables}


def csv_text(table: SheetTable) -> str:
    """Return a sheet as CSV, with a mark by which Excel knows the encoding."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.heading for column in table.columns)
    for row in table.rows:
        writer.writerow(csv_cell(cell, table.name) for cell in row)
    return BYTE_ORDER_MARK + stream.getvalue()


def csv_cell(cell: Cell, sheet: str) -> str:
    """Return a cell as text that no spreadsheet program runs as a formula."""
    text = safe_cell(cell) if isinstance(cell, str) else cell_text(cell)
    if len(text) > LONGEST:
        raise CannotWrite(f"a text on the sheet {sheet} is longer than a cell of CSV may be")
    return text
