"""Checks of a workbook's bytes before it is read: its format, its size, its sheets."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from dilemma.errors import CannotRead

__all__ = ["MOST_UNPACKED", "may_hold_formulas", "other_document"]

MOST_UNPACKED: Final = 128 * 1024 * 1024  # bytes of a workbook's parts
MOST_PARTS: Final = 10_000
MOST_SHEETS: Final = 200
"""Sheets of a workbook: the largest scenario has a tenth."""

DECLARATION: Final = b"<!DOCTYPE"
"""The start of a declaration of entities, which some readers of XML expand."""

LISTED: Final = "xl/workbook.xml"
RELATED: Final = "xl/_rels/workbook.xml.rels"
SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\bid\s*=\s*[\"']([^\"']*)")
"""An element that lists a sheet, up to the id by which its part is found."""
PART: Final = re.compile(rb"\bTarget\s*=\s*[\"'][^\"']*?(\w+/[^\"'/]+)[\"']")
"""The name of the part that an id stands for, with its folder."""
FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
"""The start of an element that holds a formula."""

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a document of Office before 2007, and of a newer one with a password."""
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"
"""What the part `mimetype` of a document of LibreOffice begins with."""


def other_document(raw: bytes) -> str | None:
    """Return what bytes are that another kind of document begins with, and what to do; None for any other."""
    if raw.startswith(COMPOUND):
        if ENCRYPTED in raw:
            return "it is a workbook with a password; save it as .xlsx without one"
        return "it is in the format .xls, or of another old program; save it as .xlsx"
    if OPEN_DOCUMENT in raw[:200]:
        return "it is a document of LibreOffice (.ods); save it as .xlsx"
    return None


def may_hold_formulas(raw: bytes, label: str, most: int = MOST_UNPACKED) -> bool:
    """Return whether a cell of a workbook may hold a formula.

    Raises CannotRead if the bytes are no workbook, too large unpacked, with too many sheets, with two sheets
    that are one part, or with entities: which reader of XML openpyxl uses, and what that does with entities,
    depends on what else is installed.
    """
    if other := other_document(raw):
        raise CannotRead(f"cannot read {label}: {other}")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = archive.infolist()
            if len(found) > MOST_PARTS or sum(part.file_size for part in found) > most:
                raise CannotRead(f"cannot read {label}: it is too large")
            parts = {part.filename: archive.read(part).replace(b"\0", b"") for part in found}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError) as error:
        raise CannotRead(f"cannot read {label}: it is no workbook, or a broken one ({error})") from error
    if fault := fault_of(parts):
        raise CannotRead(f"cannot read {label}: {fault}")
    return any(map(FORMULA.search, parts.values()))


def fault_of(parts: Mapping[str, bytes]) -> str:
    """Return why the parts of a workbook are not read; "" if they are. They have no zeros of UTF-16."""
    if not parts:
        return "it is no workbook, or a broken one (the archive is empty)"
    if any(DECLARATION in part for part in parts.values()):
        return "it declares entities, as no workbook does"
    sheets = SHEET.findall(parts.get(LISTED, b""))
    if len(sheets) > MOST_SHEETS:
        return f"it has {len(sheets):,} sheets; the most is {MOST_SHEETS}"
    targets = PART.findall(parts.get(RELATED, b""))
    if len(set(sheets)) < len(sheets) or len(set(targets)) < len(targets):
        return "it is broken: two of its sheets are the same part"
    return ""
