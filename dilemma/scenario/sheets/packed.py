"""Bytes that hold sheets: of a workbook, or of a folder of CSV files packed into one."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from dilemma.errors import CannotRead
from dilemma.scenario.sheets.headings import OWN
from dilemma.scenario.sheets.layout import SCENARIO
from dilemma.scenario.syntax.cells import (
    FORMULA,
    WORKBOOKS,
    Cell,
    Sheet,
    require_openpyxl,
    sheet_of_text,
    sheets_of_workbook,
    text_of_table,
)
from dilemma.scenario.syntax.encoding import MOST_BYTES, ZIPPED
from dilemma.scenario.syntax.reader import MOST_VALUES
from dilemma.scenario.syntax.safe_cells import original_cell

__all__ = [
    "CSV",
    "MOST_WORKBOOK",
    "digest_of_sheets",
    "holds_sheets_of_scenario",
    "is_sheet_folder",
    "is_workbook",
    "packed_folder",
    "packed_texts",
    "require_reader",
    "sheets_in",
]

CSV = ".csv"

MOST_WORKBOOK = 8 * 1024 * 1024
"""Bytes of a workbook."""

MOST_PARTS = 1_000
MOST_UNPACKED = 48 * 1024 * 1024  # bytes of a workbook's parts
MOST_LISTED = 1024 * 1024  # bytes of the part that lists the sheets
LISTED = "xl/workbook.xml"
SCENARIO_SHEET = re.compile(
    rb"<(?:\w+:)?sheet\b[^>]*\bname=[\"']" + SCENARIO.encode() + rb"[\"']", re.IGNORECASE
)

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character as a workbook writes it where XML cannot."""


def is_sheet_folder(path: Path) -> bool:
    """Return whether a folder is one scenario: it holds the sheet of what stands alone, `scenario.csv`."""
    try:
        return path.is_dir() and (path / f"{SCENARIO}{CSV}").is_file()
    except OSError:
        return False


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook of a scenario: it has a sheet of that name."""
    return path.suffix.lower() in WORKBOOKS and path.is_file() and has_scenario_sheet(path)


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether an entry of a folder is a link to what is outside of the folder."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def holds_sheets_of_scenario(raw: bytes) -> bool:
    """Return whether the bytes of an archive are a packed folder, or a workbook of a scenario."""
    return texts_in(raw) is not None or has_scenario_sheet(io.BytesIO(raw))


def has_scenario_sheet(workbook: Path | io.BytesIO) -> bool:
    """Return whether an archive is a workbook with a sheet named `scenario`."""
    try:
        with zipfile.ZipFile(workbook) as parts, parts.open(LISTED) as listed:
            return SCENARIO_SHEET.search(listed.read(MOST_LISTED)) is not None
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False


def packed_folder(folder: Path, label: str) -> bytes:
    """Return the CSV files of a folder as one; raise CannotRead if they are unreadable or too large."""
    texts: dict[str, bytes] = {}
    try:
        for path in sorted(folder.glob(f"*{CSV}")):
            if path.name.startswith((".", "~")) or not path.is_file():
                continue
            if leads_out(path, folder):
                raise CannotRead(f"cannot read {label}: {path.name} is a link to a file outside of it")
            with path.open("rb") as file:
                texts[path.stem] = file.read(MOST_BYTES + 1)
            if sum(map(len, texts.values())) > MOST_BYTES:
                raise CannotRead(f"cannot read {label}: its sheets are over 1 MiB")
    except OSError as error:
        raise CannotRead(f"cannot read {label}: {error.strerror or error}") from error
    return packed_texts(texts)


def packed_texts(texts: Mapping[str, bytes]) -> bytes:
    """Return sheets as one: the bytes of a CSV file by the name of the sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        for name, content in texts.items():
            parts.writestr(zipfile.ZipInfo(f"{name}{CSV}"), content)
    return stream.getvalue()


def digest_of_sheets(raw: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal; of a folder, of all its sheets by name, joined."""
    texts = texts_in(raw)
    return sha256(raw if texts is None else b"".join(texts[name] for name in sorted(texts))).hexdigest()


def require_reader(raw: bytes, label: str) -> None:
    """Raise CannotRead if the bytes are a workbook, and what reads workbooks is not installed."""
    if texts_in(raw) is None:
        require_openpyxl(label)


def texts_in(raw: bytes) -> dict[str, bytes] | None:
    """Return the CSV files in packed bytes by the name of the sheet; None if they are no packed folder."""
    if not raw.startswith(ZIPPED):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            found = [part for part in parts.infolist() if part.filename.endswith(CSV)]
            is_small = len(found) <= MOST_PARTS and sum(part.file_size for part in found) <= MOST_BYTES
            if not found or not is_small or LISTED in parts.namelist():
                return None
            return {PurePosixPath(part.filename).stem: parts.read(part) for part in found}
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None


def sheets_in(raw: bytes, label: str) -> Iterator[Sheet]:
    """Yield the sheets in the bytes of a workbook or a packed folder; raise CannotRead if they are unusable.

    Hidden sheets of a workbook are read too, those of the author are not.
    """
    texts = texts_in(raw)
    if texts is None:
        if len(raw) > MOST_WORKBOOK:
            raise CannotRead(f"cannot read {label}: it is over {MOST_WORKBOOK // 2**20} MiB")
        yield from sheets_of_workbook(
            raw, label, hidden=True, read=cell_of, most=MOST_UNPACKED, most_values=MOST_VALUES, own=OWN
        )
        return
    for name, content in texts.items():
        where = f"{label}/{name}{CSV}"
        sheet = sheet_of_text(text_of_table(content, where), where)
        cells = tuple((row, tuple(original_content(cell) for cell in line)) for row, line in sheet.rows)
        yield sheet._replace(rows=cells, title=name)


def original_content(cell: Cell) -> Cell:
    """Return the content of a cell of CSV, without the apostrophe that keeps it from being run."""
    return original_cell(cell) if isinstance(cell, str) else cell


def cell_of(value: object, written: object) -> Cell:
    """Return the content of a cell of a workbook: a number, truth, date or text as it is stored."""
    if value is None:
        return FORMULA if written not in (None, "") else None
    if isinstance(value, str):
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value).replace("\r\n", "\n")
        return text.strip() or None
    return value
