"""Sheets that mean harm: formulas, links, archives that grow, and bytes that are no workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from dilemma.scenario.sheets.packed import MOST_WORKBOOK, packed_texts
from dilemma.scenario.sheets.tables import tables_of
from dilemma.scenario.sheets.texts import csv_texts
from tests.unit.scenario.sheets.books import SMALL, changed, findings, workbook

RUN = ("=", "+", "-", "@", "\t", "\r")

EVIL = '=HYPERLINK("http://example.org", 1)'


def test_no_text_of_a_file_becomes_a_formula() -> None:
    """Text that looks like a formula is written as text, in a workbook and in CSV."""
    data = {
        **SMALL,
        "title": EVIL,
        "parties": {"crew": {"size": 3, "name": "-2+3"}, "guests": {"note": "@SUM(1)"}},
    }
    book = openpyxl.load_workbook(io.BytesIO(workbook(data)))
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    texts = csv_texts(tables_of(data)).values()
    cells = [
        cell for text in texts for row in csv.reader(io.StringIO(text.decode("utf-8-sig"))) for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(RUN) and not is_number(cell)] == []
    assert f"'{EVIL}" in cells


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return stream.getvalue()


NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def book_of(rows: str, ids: Sequence[str] = ("rId1",)) -> bytes:
    """Return a workbook whose sheets have these ids of parts; the first part holds the rows."""
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.title = "scenario"
    book.save(stream)
    listed = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="{id}"/>' for n, id in enumerate(ids))
    sheets = f"<workbook {NAMES} {RELATED}><sheets>{listed}</sheets></workbook>"
    sheet = f"<worksheet {NAMES}><sheetData>{rows}</sheetData></worksheet>"
    with zipfile.ZipFile(stream) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    changed = {"xl/workbook.xml": sheets.encode(), "xl/worksheets/sheet1.xml": sheet.encode()}
    return archive(**held | changed)


def row_of(number: int, *columns: str) -> str:
    cells = "".join(f'<c r="{column}{number}"><v>1</v></c>' for column in columns)
    return f'<row r="{number}">{cells}</row>'


LIMITS = {
    "too many sheets": (book_of("", [f"rId{n}" for n in range(201)]), "it has 201 sheets; the most is 200"),
    "two sheets of one part": (book_of("", ["rId1", "rId1"]), "the sheets s0 and s1 are one part of it"),
    "a cell in the last row": (
        book_of(row_of(1_048_576, "A")),
        "sheet s0: row 1,048,576 is beyond the last that is read, 100,000",
    ),
    "a cell in the last column": (book_of(row_of(1, "A", "XFD")), "sheet s0: more than 1,000 columns"),
    "many values": (
        book_of("".join(row_of(n, *"ABCDEFGHIJ") for n in range(1, 5_002))),
        "sheet s0: 50,010 values; the most of a file is 50,000",
    ),
    "empty archive": (b"PK\x05\x06" + bytes(18), "it is no workbook, or a broken one"),
    "of LibreOffice": (
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "(.ods); save it as .xlsx",
    ),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "in the format .xls"),
    "with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "with a password; save it as .xlsx without one",
    ),
    "open quote": (
        packed_texts({"scenario": b'key,value\ntitle,"x\nformat,1\n'}),
        "line 2: a quote in the row that begins here is not closed",
    ),
}


@pytest.mark.parametrize(("raw", "words"), LIMITS.values(), ids=LIMITS)
def test_a_limit_or_another_format_is_named(raw: bytes, words: str) -> None:
    """What is not read is refused in one message, with the sheet and the limit, or with what to do."""
    [found] = findings(raw)
    assert words in found.message


def test_sheets_of_the_author_have_no_limit() -> None:
    """What is not read may be as large as it likes."""

    def large(book: Any) -> None:
        sheet = book.create_sheet("_work")
        for _ in range(5_001):
            sheet.append(range(10))

    assert findings(changed(large)) == ()


def test_empty_rows_to_the_last_are_no_content() -> None:
    """A row at the end of a sheet that only has a form, such as a height, does not count."""
    assert {one.code for one in findings(book_of('<row r="1048576" ht="20"/>'))} == {"empty"}


REFUSED = {
    "cut": workbook(SMALL)[:2000],
    "no workbook": archive(a=b"x"),
    "too large": b"PK\x03\x04" + bytes(MOST_WORKBOOK),
    "grows": archive(**{"xl/workbook.xml": b" " * (49 * 2**20)}),
    "not UTF-8": packed_texts({"scenario": b"key,value\ntitle,\xff\n"}),
    "nothing in it": packed_texts({"scenario": b""}),
}


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
def test_what_is_no_scenario_is_refused(raw: bytes) -> None:
    """Bytes that are no workbook, or too large once unpacked, end in findings."""
    assert findings(raw)


def test_a_sheet_that_is_not_utf_8_is_named() -> None:
    """The finding begins with the name of the file in the folder, and says what to do."""
    (finding,) = findings(packed_texts({"scenario": b"key,value\ntitle,\xff\n"}))
    assert finding.message == "scenario.csv: line 2 is not UTF-8; save it as “CSV UTF-8”"


def test_entities_are_not_expanded() -> None:
    """A workbook that declares entities is refused."""
    book = io.BytesIO(workbook(SMALL))
    stream = io.BytesIO()
    with zipfile.ZipFile(book) as parts, zipfile.ZipFile(stream, "w") as written:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "xl/workbook.xml":
                content = content.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook', 1)
                assert b"<!DOCTYPE" in content
            written.writestr(name, content)
    assert [one.code for one in findings(stream.getvalue())] == ["workbook"]


@pytest.mark.filterwarnings("error")
def test_a_workbook_of_another_program_raises_no_warning() -> None:
    """What openpyxl would warn of, such as a style sheet that is empty, is not read."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(SMALL))) as parts, zipfile.ZipFile(stream, "w") as written:
        for name in parts.namelist():
            written.writestr(name, b"<x/>" if name == "xl/styles.xml" else parts.read(name))
    assert findings(stream.getvalue()) == ()


def test_invisible_characters_are_refused_at_their_cell() -> None:
    """A character that cannot be seen is refused where it stands."""

    def change(book: Any) -> None:
        book["parties"]["B2"].value = "a\u202eb"

    found = findings(changed(change))
    assert [(one.sheet, one.cell, one.code) for one in found] == [("parties", "B2", "character")]


def test_more_values_than_a_file_may_hold_are_refused() -> None:
    """The number of values is limited as in files of text."""
    rows = b"key,value\n" + b"a,1\n" * 30_000
    assert [one.code for one in findings(packed_texts({"scenario": rows}))] == ["values"]


def test_two_sheets_of_one_name_are_refused() -> None:
    """A sheet whose name is that of another but for blanks or capitals is refused: neither is dropped."""

    def again(book: Any) -> None:
        book.copy_worksheet(book["parties"]).title = "Parties "

    assert [(one.code, one.cell) for one in findings(changed(again))] == [("duplicate-key", "A1")]


def test_a_number_beyond_all_floats_is_refused_at_its_cell() -> None:
    """A whole number of 400 digits is too large, as any other beyond the largest is."""
    book = io.BytesIO(workbook({**SMALL, "parties": {"crew": {"size": 987654}, "guests": {}}}))
    stream = io.BytesIO()
    with zipfile.ZipFile(book) as parts, zipfile.ZipFile(stream, "w") as written:
        for name in parts.namelist():
            written.writestr(name, parts.read(name).replace(b"987654", b"9" * 400))
    assert [(one.code, one.cell) for one in findings(stream.getvalue())] == [("out-of-range", "F2")]
