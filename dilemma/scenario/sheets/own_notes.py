"""What sheets hold that is no part of their scenario: sheets and columns of the author, and formulas."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from dilemma.errors import CannotRead
from dilemma.scenario.sheets.headings import OWN
from dilemma.scenario.sheets.packed import CSV, packed_folder, sheets_in
from dilemma.scenario.sheets.places import cell_text
from dilemma.scenario.sheets.validations import LISTS
from dilemma.scenario.sheets.workbook import ABOUT
from dilemma.scenario.syntax.archives import may_hold_formulas

__all__ = ["own_notes"]


def own_notes(path: Path) -> list[str]:
    """Return in words what would be lost if the sheets at a path were written again; none if unreadable.

    Of a folder that is columns whose heading begins with `_`, of a workbook such sheets and formulas too.
    """
    is_folder = path.is_dir()
    try:
        raw = packed_folder(path, path.name) if is_folder else path.read_bytes()
        found = list(notes_in(raw, path.name, in_folder=is_folder))
        return found if is_folder else [*found, *formulas_in(raw, path.name)]
    except (CannotRead, OSError):
        return []


def notes_in(raw: bytes, label: str, *, in_folder: bool) -> Iterator[str]:
    """Yield the sheets and columns whose name begins with `_`, those apart that every workbook has.

    The files of a folder stay, so of a folder only columns are named.
    """
    for sheet in sheets_in(raw, label):
        if sheet.title == LISTS or (in_folder and sheet.title.startswith(OWN)):
            continue
        if sheet.title.startswith(OWN):
            yield f"the sheet {sheet.title}"
            continue
        where = f"in {sheet.title}{CSV}" if in_folder else f"on the sheet {sheet.title}"
        for cell in dict(sheet.rows).get(1, ()):
            heading = cell_text(cell)
            if heading.startswith(OWN) and heading != ABOUT:
                yield f"the column {heading} {where}"


def formulas_in(raw: bytes, label: str) -> Iterator[str]:
    """Yield each sheet of a workbook with formulas, and the first cell that holds one."""
    import openpyxl

    if not may_hold_formulas(raw, label):
        return
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        cells = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        if cells and not sheet.title.startswith(OWN):
            more = f" and {len(cells) - 1} more" if len(cells) > 1 else ""
            yield f"the formula in {cells[0]}{more} on the sheet {sheet.title}"
