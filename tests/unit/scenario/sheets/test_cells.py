"""What a cell says: every value at its cell, nothing guessed, and every mistake named by sheet and cell."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from dilemma.scenario.sheets.headings import READ_ME
from dilemma.scenario.sheets.packed import packed_texts
from dilemma.scenario.sheets.tables import tables_of
from dilemma.scenario.sheets.texts import csv_texts
from tests.unit.scenario.sheets.books import SMALL, changed, findings, packed, read_back, workbook

OPTIONS = "options.consequences"


def column(sheet: str, heading: str) -> str:
    """Return the letters of the column with this heading."""
    table = next(table for table in tables_of(SMALL) if table.name == sheet)
    place = next(place for place, one in enumerate(table.columns) if one.heading == heading)
    return chr(ord("A") + place)


def with_cell(sheet: str, heading: str, row: int, value: Any) -> bytes:
    """Return the small workbook with another content in one cell."""

    def change(book: Any) -> None:
        book[sheet][f"{column(sheet, heading)}{row}"].value = value

    return changed(change)


TYPED = [
    ("0,5", 0.5),
    ("50 %", 0.5),
    ("1/2", 0.5),
    ("0.5", 0.5),
    (0.5, 0.5),
    ("[0.1, 0.5]", (0.1, 0.5)),
    ("[0,1; 0,5]", (0.1, 0.5)),
    ("[10 %, 50 %]", (0.1, 0.5)),
    ("{p5: 0,1; p50: 20 %; p95: 0,5}", {"p5": 0.1, "p50": 0.2, "p95": 0.5}),
    ("{low: 0.1, best: 0.2, high: 0.3, scale: log}", {"low": 0.1, "best": 0.2, "high": 0.3, "scale": "log"}),
]


@pytest.mark.parametrize(("typed", "read"), TYPED)
def test_a_number_may_be_typed_as_people_type_it(typed: object, read: object) -> None:
    """A number of a cell is read from a number, from the notation of files, and as people type it."""
    document = read_back(with_cell("beliefs", "probability", 2, typed))
    assert document.data["beliefs"]["storm"]["probability"] == read


TEXTS = [
    "no",
    "null",
    "true",
    "2023",
    "1e5",
    "0123",
    "2023-07-07",
    "",
    " x ",
    '"q"',
    '"',
    "=1+1",
    "+1",
    "-1",
    "@x",
    "'=1",
    "''-1",
    "a\nb",
    "a, b",
    "[x",
    "{x",
    "#N/A",
    "_x0041_",
    "é🙂",
    "x: y",
    "'tis",
    "40 %",
    "0,5",
    "1,024",
    "1; 2",
]


@pytest.mark.parametrize("write", [workbook, packed])
def test_text_is_never_taken_for_another(write: Callable[[Any], bytes]) -> None:
    """Text that looks like a number, a truth, a formula or notation is the same text read back."""
    texts = {f"p{n}": text for n, text in enumerate(TEXTS)}
    parties = {id: {"name": text, "held_by": text} for id, text in texts.items()} | SMALL["parties"]
    late = {"party": "guests", "value": -0.1}
    tagged = {f"late-{id}": {**late, "tags": [text, text]} for id, text in texts.items()}
    read = read_back(
        write({**SMALL, "parties": parties, "consequences": SMALL["consequences"] | tagged})
    ).data
    for id, text in texts.items():
        assert (read["parties"][id]["name"], read["parties"][id]["held_by"]) == (text, text)
        assert read["consequences"][f"late-{id}"]["tags"] == (text, text)


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_stands_alone_is_never_taken_for_another(text: str) -> None:
    """The same holds on the sheet of keys and values, and of what a perspective sets."""
    perspectives = {"p": {"name": "P", "set": {"beliefs.storm.because": text or "x"}}}
    read = read_back(packed({**SMALL, "about": text, "perspectives": perspectives})).data
    assert read["about"] == text
    assert read["perspectives"]["p"]["set"] == {"beliefs.storm.because": text or "x"}


def test_a_number_typed_as_a_name_is_its_digits() -> None:
    """A whole number in a column of text is the text of its digits; in a column of ids too."""
    assert read_back(with_cell("parties", "name", 2, 2023)).data["parties"]["crew"]["name"] == "2023"


MISTAKES: list[tuple[str, str, int, Any, str, str]] = [
    ("consequences", "party", 2, "crev", "unknown-id", "no party 'crev'"),
    ("consequences", "value", 2, None, "missing", "'value' is required"),
    ("consequences", "count", 2, "1,000", "not-a-number", "two readings"),
    ("consequences", "count", 2, "=SUM(1,2)", "formula", "without its result"),
    ("consequences", "count", 2, "#NAME?", "formula", "gives #NAME?"),
    ("consequences", "count", 2, datetime(2026, 1, 2), "cell", "holds the date 2026-01-02"),
    ("consequences", "role", 2, "mean", "choice", "should be end, means"),
    ("consequences", "falls_on", 2, "crew: x", "not-a-number", "should be a number"),
    ("consequences", "falls_on", 2, "crew: 1,024; guests: 2", "not-a-number", "two readings"),
    ("beliefs", "probability", 2, 1.5, "out-of-range", "should be from 0 to 1"),
    ("beliefs", "probability", 2, "60", "out-of-range", "not 60; for 60 per cent write 0.6"),
    ("beliefs", "probability", 2, "[0.1, 0.2, 60]", "out-of-range", "not 60; for 60 per cent write 0.6"),
    ("beliefs", "probability", 2, "0,1; 0,2", "not-a-number", "or all in brackets: [0,1; 0,2]"),
    ("beliefs", "probability low", 2, 0.1, "missing", "'probability high' is required"),
    (OPTIONS, "option", 2, "sial", "unknown-id", "no option 'sial' on the sheet options"),
    (OPTIONS, "consequence", 2, None, "missing", "this row has no 'consequence'"),
    (OPTIONS, "chance", 2, "[0.1, 0.2", "yaml", "is not closed"),
    ("parties", "id", 3, "crew", "duplicate-key", "already given in row 2"),
    ("parties", "represented", 2, "yes", "type", "should be true or false"),
    ("scenario", "value", 3, None, "missing", "'title' is required"),
]


@pytest.mark.parametrize(("sheet", "heading", "row", "value", "code", "words"), MISTAKES)
def test_a_mistake_is_named_by_its_cell(
    sheet: str, heading: str, row: int, value: object, code: str, words: str
) -> None:
    """An error says the sheet, the cell and the text in it."""
    found = [one for one in findings(with_cell(sheet, heading, row, value)) if one.code == code]
    where = [(one.sheet, one.cell) for one in found if words in one.message]
    due = f"{column(sheet, heading)}{row}"
    if words.startswith("'probability high'"):
        due = f"{column(sheet, 'probability high')}{row}"
    assert where == [(sheet, due)]
    if isinstance(value, str) and not value.startswith("="):
        assert found[0].source_line == value
        assert value[found[0].column - 1 : found[0].end_column - 1]
    assert found[0].place == f"mine.xlsx, sheet {sheet}, cell {due}"


LARGER = {
    **SMALL,
    "panel": ["utilitarian", "kantian"],
    "beliefs": {
        "storm": {"claim": "It storms", "probability": [0.2, 0.4]},
        "fog": {"claim": "There is fog", "probability": [0.1, 0.3]},
    },
    "correlations": {
        "both": {"between": ["beliefs.storm.probability", "beliefs.fog.probability"], "rank": 0.5}
    },
    "perspectives": {"p": {"name": "P", "set": {"beliefs.storm.probability": 0.4}}},
}


def with_text(sheet: str, cell: str, value: object) -> bytes:
    """Return the larger workbook with another content in one cell."""

    def change(book: Any) -> None:
        book[sheet][cell].value = value

    return changed(change, LARGER)


@pytest.mark.parametrize(("typed", "read"), [("0,5", 0.5), ("40 %", 0.4), ("[0,1; 0,5]", (0.1, 0.5))])
def test_a_number_of_any_kind_may_be_typed_as_people_type_it(typed: str, read: object) -> None:
    """What a perspective sets, and a correlation, are read as other numbers are."""
    data = read_back(with_text("perspectives.set", "C2", typed)).data
    assert data["perspectives"]["p"]["set"] == {"beliefs.storm.probability": read}
    if not isinstance(read, tuple):
        assert read_back(with_text("correlations", "D2", typed)).data["correlations"]["both"]["rank"] == read


ELSEWHERE = [
    ("perspectives.set", "C2", "fast", "should be a number"),
    ("perspectives.set", "C2", "1,024", "two readings"),
    ("perspectives.set", "C2", 60, "not 60; for 60 per cent write 0.6"),
    ("perspectives.set", "B2", "beliefs.stom.probability", "no address"),
    ("scenario", "B5", "utilitarian; kant", "no theory 'kant'"),
    ("beliefs", "E2", 60, "not 60; for 60 per cent write 0.6"),
    ("beliefs", "D2", "many", "plain number"),
    ("beliefs", "E2", -0.1, "should be from 0 to 1, not -0.1"),
    ("parties", "A2", "The crew", "is no id"),
    ("beliefs", "A3", "A fog", "is no id"),
    ("options", "A2", "Sail On", "is no id"),
    ("consequences", "A2", "Drown!", "is no id"),
]


@pytest.mark.parametrize(("sheet", "cell", "value", "words"), ELSEWHERE)
def test_one_mistake_is_one_message_at_the_cell_that_was_typed(
    sheet: str, cell: str, value: object, words: str
) -> None:
    """The value that is wrong is shown, not the address or key beside it, and nothing follows from it."""
    [found] = findings(with_text(sheet, cell, value))
    assert (found.sheet, found.cell, words in found.message) == (sheet, cell, True)


def test_a_point_is_not_guessed_at_where_decimals_have_commas() -> None:
    """With decimal commas `1.200` may be 1200 or 1.2, as `1,200` may with points; with points it is 1.2."""
    head = "id;party;count;value\n"
    for first, codes in (("0,5", ["not-a-number"]), ("2", ["not-a-number"]), ("0.5", [])):
        rows = f"a;crew;{first};-1\ndrown;crew;1.200;-1\nlate;guests;;-1\n".encode()
        texts = {**csv_texts(tables_of(SMALL)), "consequences": head.encode() + rows}
        assert [one.code for one in findings(packed_texts(texts))] == codes


def test_a_title_above_the_headings_is_one_mistake() -> None:
    """The row in which the headings stand is named, and nothing else is said of the sheet."""
    for sheet in ("consequences", "scenario"):
        found = findings(changed(lambda book, sheet=sheet: titled(book[sheet])))
        assert [(one.sheet, one.cell) for one in found] == [(sheet, "A1")]
        assert "the headings stand in row 2; remove the rows above them" in found[0].message


def titled(sheet: Any) -> None:
    sheet.insert_rows(1)
    sheet["A1"].value = "My title"


def test_a_row_with_more_cells_than_headings_asks_for_quotes() -> None:
    """Of CSV with commas the likely cause is named: a text with a comma, without quotes."""
    texts = {**csv_texts(tables_of(SMALL)), "sources": b"id,title\nsurvey,Home, sweet home\n"}
    [found] = findings(packed_texts(texts))
    assert "a text that holds a comma should stand in double quotes" in found.message


def test_all_mistakes_are_told_at_once() -> None:
    """Errors of every sheet are reported together, in the order of sheets and cells."""

    def change(book: Any) -> None:
        book["beliefs"][f"{column('beliefs', 'probability')}2"].value = 7
        book["consequences"][f"{column('consequences', 'party')}2"].value = "crev"
        book["parties"][f"{column('parties', 'size')}2"].value = -1

    assert [one.sheet for one in findings(changed(change))] == ["parties", "beliefs", "consequences"]


def test_a_misspelt_name_of_a_sheet_or_column_is_one_mistake() -> None:
    """A heading or a sheet that is nearly right is refused once, with what was meant, and still read."""

    def change(book: Any) -> None:
        book["consequences"][f"{column('consequences', 'value')}1"].value = "valeu"
        book["beliefs"].title = "belief"

    found = findings(changed(change))
    assert [(one.sheet, one.suggestion) for one in found] == [
        ("belief", "beliefs"),
        ("consequences", "value"),
    ]


OWN: Mapping[str, object] = {"_work": "left alone", READ_ME: "left alone"}


def test_what_is_the_authors_own_is_left_alone() -> None:
    """Sheets and columns whose name begins with _ are not read; nor is the sheet that explains."""

    def change(book: Any) -> None:
        book.create_sheet("_work")["A1"].value = "=1/0"
        book["parties"]["Z1"].value = "_mine"
        book["parties"]["Z2"].value = "anything"

    assert read_back(changed(change)).data == read_back(workbook(SMALL)).data


def test_other_sheets_and_columns_are_refused_and_not_lost_in_silence() -> None:
    """A sheet or column that a scenario does not have is an error, as is content under no heading."""

    def change(book: Any) -> None:
        book.create_sheet("Sheet9")["A1"].value = "x"
        book["parties"]["Y1"].value = "quux"
        book["parties"]["Z3"].value = "under no heading"

    found = {(one.sheet, one.cell): one.code for one in findings(changed(change))}
    assert found == {
        ("Sheet9", "A1"): "unknown-key",
        ("parties", "Y1"): "unknown-key",
        ("parties", "Z3"): "missing",
    }


def test_a_hidden_sheet_is_read() -> None:
    """Hiding a sheet does not change what a scenario says."""

    def change(book: Any) -> None:
        book["beliefs"].sheet_state = "hidden"

    assert read_back(changed(change)).data == read_back(workbook(SMALL)).data


def test_the_order_of_rows_is_the_order_of_entries() -> None:
    """Options have the order of their rows."""

    def change(book: Any) -> None:
        sheet = book["options"]
        sheet["A2"].value, sheet["A3"].value = sheet["A3"].value, sheet["A2"].value

    assert list(read_back(changed(change)).data["options"]) == ["stay", "sail"]


def test_drop_downs_refuse_what_is_not_listed() -> None:
    """Where one listed word is due, the spreadsheet program refuses others; where several are, it offers."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(SMALL)))
    rules = {rule.errorTitle: rule for rule in book["consequences"].data_validations.dataValidation}
    assert all(rules[one].showErrorMessage for one in ("party", "role", "agency", "chance"))
    assert not any(rules[one].showErrorMessage for one in ("when", "overlaps"))
