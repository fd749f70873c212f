"""Checks of a workbook's bytes before it is read: its format, its size, its sheets."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from dilemma.errors import CannotRead

__all__ = ["MOST_UNPACKED", "MOST_VALUES", "TooManyValues", "may_hold_formulas", "other_document"]

MOST_UNPACKED: Final = 128 * 1024 * 1024  # bytes of a workbook's parts
MOST_VALUES: Final = 1_000_000  # of the sheets of a workbook together
MOST_PARTS: Final = 10_000
MOST_SHEETS: Final = 200
"""Sheets of a workbook: the largest scenario has a tenth."""

DECLARATION: Final = b"<!DOCTYPE"
"""The start of a declaration of entities, which some readers of XML expand."""

LISTED: Final = "xl/workbook.xml"
RELATED: Final = "xl/_rels/workbook.xml.rels"
SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s")
"""The start of an element that lists a sheet."""
VALUES: Final = (b"<v>", b"<is>")
"""The starts of the elements that hold the value of a cell."""
FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
"""The start of an element that holds a formula."""

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a document of Office before 2007, and of a newer one with a password."""
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"
"""What the part `mimetype` of a document of LibreOffice begins with."""


class TooManyValues(CannotRead):
    """Raised for a workbook with more values than are read."""


def other_document(raw: bytes) -> str | None:
    """Return what bytes are that another kind of document begins with, and what to do; None for any other."""
    if raw.startswith(COMPOUND):
        if ENCRYPTED in raw:
            return "it is a workbook with a password; save it as .xlsx without one"
        return "it is in the format .xls, or of another old program; save it as .xlsx"
    if OPEN_DOCUMENT in raw[:200]:
        return "it is a document of LibreOffice (.ods); save it as .xlsx"
    return None


def may_hold_formulas(
    raw: bytes,
    label: str,
    most: int = MOST_UNPACKED,
    most_values: int = MOST_VALUES,
    *,
    own: str | None = None,
) -> bool:
    """Return whether a cell of a workbook may hold a formula.

    Raises CannotRead if the bytes are no workbook, too large unpacked, with too many sheets, with two sheets
    that are one part, or with entities: which reader of XML openpyxl uses, and what that does with entities,
    depends on what else is installed. Raises TooManyValues if a sheet has more values than `most_values`,
    those apart whose title begins with `own`.
    """
    if other := other_document(raw):
        raise CannotRead(f"cannot read {label}: {other}")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = archive.infolist()
            if len(found) > MOST_PARTS or sum(part.file_size for part in found) > most:
                raise CannotRead(f"cannot read {label}: it is too large")
            parts = {part.filename: archive.read(part) for part in found}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError) as error:
        raise CannotRead(f"cannot read {label}: it is no workbook, or a broken one ({error})") from error
    in_ascii = {name: part.replace(b"\0", b"") for name, part in parts.items()}  # also what is in UTF-16
    if fault := fault_of(in_ascii):
        raise CannotRead(f"cannot read {label}: {fault}")
    require_sheets(sheets_of(parts, label), in_ascii, label, most_values, own)
    return any(map(FORMULA.search, in_ascii.values()))


def fault_of(parts: Mapping[str, bytes]) -> str:
    """Return why the parts of an archive are no workbook that is read; "" if they are."""
    if not parts:
        return "it is no workbook, or a broken one (the archive is empty)"
    if any(DECLARATION in part for part in parts.values()):
        return "it declares entities, as no workbook does"
    sheets = len(SHEET.findall(parts.get(LISTED, b"")))
    return f"it has {sheets:,} sheets; the most is {MOST_SHEETS}" if sheets > MOST_SHEETS else ""


def sheets_of(parts: Mapping[str, bytes], label: str) -> list[tuple[str, str]]:
    """Return the title of each sheet and the name of its part; none where these are listed elsewhere."""
    if LISTED not in parts or RELATED not in parts:
        return []
    try:
        related, listed = (ET.fromstring(parts[name]) for name in (RELATED, LISTED))
    except ET.ParseError as error:
        raise CannotRead(f"cannot read {label}: it is no workbook, or a broken one ({error})") from error
    targets = {one.get("Id"): posixpath.join("/xl", one.get("Target", "")) for one in related}
    sheets = (one for one in listed.iter() if one.tag.endswith("}sheet"))
    return [
        (one.get("name", ""), posixpath.normpath(targets.get(value, "/"))[1:])
        for one in sheets
        for key, value in one.items()
        if key.endswith("}id")
    ]


def require_sheets(
    sheets: list[tuple[str, str]], parts: Mapping[str, bytes], label: str, most_values: int, own: str | None
) -> None:
    """Raise CannotRead if two sheets are one part, TooManyValues if one has too many values."""
    seen: dict[str, str] = {}
    for title, name in sheets:
        if name in seen:
            raise CannotRead(f"cannot read {label}: the sheets {seen[name]} and {title} are one part of it")
        seen[name] = title
        values = sum(parts.get(name, b"").count(start) for start in VALUES)
        if values > most_values and not (own and title.startswith(own)):
            told = f"{values:,} values; the most of a file is {most_values:,}"
            raise TooManyValues(f"cannot read {label}, sheet {title}: {told}")
