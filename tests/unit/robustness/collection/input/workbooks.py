"""Workbooks for tests, written with openpyxl or by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

__all__ = ["bomb", "with_part", "workbook"]


def workbook(*sheets: Sequence[Sequence[Any]], hidden: int = 0) -> bytes:
    """Return a workbook with these sheets; the first ones may be hidden."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(f"S{place + 1}")
        sheet.sheet_state = "hidden" if place < hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(raw: bytes, name: str, change: Any) -> bytes:
    """Return a workbook with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, change(text) if part.filename == name else text)
    return stream.getvalue()


def bomb() -> bytes:
    """Return a small file whose parts are far larger than any workbook's."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        for place in range(3):
            parts.writestr(f"xl/worksheets/sheet{place}.xml", b"\0" * 100_000_000)
    return stream.getvalue()
