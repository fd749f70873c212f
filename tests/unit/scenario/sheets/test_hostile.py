"""Sheets that mean harm: formulas, links, archives that grow, and bytes that are no workbook."""

from __future__ import annotations

import csv
import io
import zipfile
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


REFUSED = {
    "cut": workbook(SMALL)[:2000],
    "no workbook": archive(a=b"x"),
    "empty archive": b"PK\x05\x06" + bytes(18),
    "too large": b"PK\x03\x04" + bytes(MOST_WORKBOOK),
    "grows": archive(**{"xl/workbook.xml": b" " * (49 * 2**20)}),
    "not UTF-8": packed_texts({"scenario": b"key,value\ntitle,\xff\n"}),
    "open quote": packed_texts({"scenario": b'key,value\ntitle,"x\n'}),
    "nothing in it": packed_texts({"scenario": b""}),
}


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
def test_what_is_no_scenario_is_refused(raw: bytes) -> None:
    """Bytes that are no workbook, or too large once unpacked, end in findings."""
    assert findings(raw)


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
