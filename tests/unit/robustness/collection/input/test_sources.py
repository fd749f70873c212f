"""Views from tables, workbooks, lists of links, folders and standard input; every fault at its place."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest

from dilemma.errors import UnknownName
from dilemma.robustness.collection.input.reading import Reading
from dilemma.robustness.collection.input.sources import read_views
from tests.unit.robustness.collection.input.workbooks import bomb, with_part, workbook
from tests.unit.robustness.collection.samples import checker, document

OPEN, SOONER = "beliefs.moscow-open.probability", "options.track-two.beliefs.sooner.probability"
TRUST = "quantities.trust-harm.value"
VIEW = "view: 1\nof: track-two\n"


def read(folder: Path, name: str, content: str | bytes) -> Reading:
    """Return the reading of a file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_views([str(path)], checker("track-two"))


def told(reading: Reading) -> list[tuple[int, int, str, str]]:
    """Return row, column, code and message of each finding."""
    return [(one.line, one.column, one.code, one.message) for one in reading.findings]


def test_a_row_is_a_view(tmp_path: Path) -> None:
    """Each column states what its heading says, by address, id, name or word."""
    found = read(
        tmp_path,
        "a.csv",
        f"name,{OPEN},fidelity,utilitarian,Ross's duties,choice,confidence,because {OPEN},note,as\n"
        "Ann,0.4,8,40,60,Kyiv informed,70%,So I read.,Hm,critics\n",
    )
    (one,) = found.views
    assert found.findings == found.remarks == ()
    assert one.name == "Ann"
    assert {at: one.values[at] for at in one.own} == {OPEN: 0.4, "duties.fidelity.weight": 8}
    assert one.reasons[OPEN].because == "So I read."
    assert one.credences == {"utilitarian": Fraction(40), "rossian": Fraction(60)}
    assert (one.choice, one.confidence, one.note, one.perspective) == ("kyiv-informed", 0.7, "Hm", "critics")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_usual_separator_will_do(tmp_path: Path, sign: str, mark: str) -> None:
    """Commas, semicolons and tabs separate cells, with a byte-order mark or without."""
    found = read(tmp_path, "a.csv", f'{mark}name{sign}{OPEN}\r\nAnn{sign}"0,4"\r\n')
    assert [one.values[OPEN] for one in found.views] == [0.4]


def test_a_form_asks_in_whole_sentences(tmp_path: Path) -> None:
    """What stands in brackets at the end of a question counts; columns that are not used are said."""
    head = f'Timestamp,"Who, if you say so [name]",How likely? [{OPEN}] (%),Email\n'
    found = read(tmp_path, "a.csv", head + "now,Ann,40,a@b\n")
    assert found.views[0].name == "Ann"
    assert found.views[0].values == {OPEN: 0.4}
    (remark,) = found.remarks
    assert "“Timestamp”, “Email”" in remark


def test_per_cents_are_never_guessed_from_one_cell(tmp_path: Path) -> None:
    """A column mostly above 1 is in per cent, which is said; a single number above 1 is a fault."""
    mostly = read(tmp_path, "a.csv", f"{OPEN}\n35\n70\n0.5\n1\n")
    assert [one.values[OPEN] for one in mostly.views] == [0.35, 0.7, 0.01]
    assert told(mostly) == [
        (4, 1, "not-a-number", "the column is in per cent: write 50% or 0.5%, not 0.5 (cell A4)")
    ]
    assert "is read in per cent" in mostly.remarks[0]
    once = read(tmp_path, "b.csv", f"{OPEN}\n0.35\n70\n0.5\n1\n")
    assert [one.values[OPEN] for one in once.views] == [0.35, 0.5, 1]
    assert told(once) == [(3, 1, "not-a-number", "should be from 0 to 1: write 0.7 or 70%, not 70 (cell A3)")]


@pytest.mark.parametrize("heading", [OPEN, f"{OPEN} (%)", f"How likely? [{OPEN}] (%)"])
def test_a_ratio_is_a_share_in_any_column(tmp_path: Path, heading: str) -> None:
    """`1/4` and `1 in 4` are a quarter, also in a column that is in per cent."""
    found = read(tmp_path, "a.csv", f"{heading}\n1/4\n1 in 4\n25%\n")
    assert [one.values[OPEN] for one in found.views] == [0.25, 0.25, 0.25]
    assert (told(found), found.remarks) == ([], ())


NUMBER = "should be a number, not the text"
OPTIONS = ", ".join(document("track-two").scenario.options)
PERSPECTIVES = ", ".join(document("track-two").scenario.perspectives)
MIXED = "some credences have a per cent sign and some have none: write it with all or none"
CELLS = [
    (f"name,{OPEN}\nAnn,much\n", 2, "not-a-number", f"{NUMBER} 'much'"),
    (f'name,{TRUST}\nAnn,"1,000"\n', 2, "not-a-number", "'1,000' has two readings; write 1000 or 1.000"),
    (f"name,{OPEN}\nAnn,=1/2\n", 2, "not-a-number", f"{NUMBER} '=1/2'"),
    (f"name,{OPEN}\nAnn,-0.5\n", 2, "out-of-range", "should be from 0 to 1, not -0.5"),
    (f"name,{OPEN}\nAnn,0.5,more\n", 3, "cells", "a cell beyond the columns of the heading"),
    ("name,choice\nAnn,Peace\n", 2, "unknown-id", f"no option 'Peace'; there are {OPTIONS}"),
    ("name,kantian,virtue\nAnn,40%,60\n", 3, "credence", MIXED),
    ("name,utilitarian\nAnn,0\n", 2, "out-of-range", "no theory has a credence above 0"),
    ("name,as\nAnn,nobdy\n", 2, "unknown-id", f"no perspective 'nobdy'; there are {PERSPECTIVES}"),
]


@pytest.mark.parametrize(("text", "column", "code", "message"), CELLS, ids=[case[3] for case in CELLS])
def test_a_fault_is_told_at_its_cell(tmp_path: Path, text: str, column: int, code: str, message: str) -> None:
    """A row with a fault is left out, told by row and column, and the others are taken."""
    found = read(tmp_path, "a.csv", text + "Ben,\n")
    assert told(found) == [(2, column, code, f"{message} (cell {'ABC'[column - 1]}2)")]
    assert [one.name for one in found.views] == ["Ben"]
    assert (found.left_out, found.found) == (1, 2)


HEADS = {
    "name,beliefs.moscow-opne.probability": (1, 2, "unknown-address", OPEN),
    "name,How likely? [moscow-opne]": (1, 2, "unknown-address", "moscow-open"),
    f"name,{OPEN},moscow-open": (1, 3, "repeated-column", None),
    "note,Note": (1, 2, "repeated-column", None),
}


@pytest.mark.parametrize("head", HEADS)
def test_a_fault_of_a_heading_is_told_once(tmp_path: Path, head: str) -> None:
    """A column with a heading that leads nowhere, or repeats one, is passed over; the views are taken."""
    found = read(tmp_path, "a.csv", head + "\n" + "Ann,," + "\n")
    (one,) = found.findings
    assert (one.line, one.column, one.code, one.suggestion) == HEADS[head]
    assert found.left_out == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the table is empty"),
        ("Timestamp,Email\nnow,a@b\n", "no column is headed by an address, a theory, 'choice' or 'name'"),
        ('name,note\n"Ann,x\n', "line 2: a quote in the row that begins here is not closed"),
        ("näme\n".encode("latin-1"), "line 1 is not UTF-8; save it as “CSV UTF-8”"),
        ("name\nAnn\n".encode("utf-16"), "not UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, content: str | bytes, message: str) -> None:
    """A file that is no table counts as one view left out."""
    found = read(tmp_path, "a.csv", content)
    assert (found.views, found.left_out) == ((), 1)
    assert message in found.findings[-1].message


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """Numbers of a workbook are numbers, and the first visible sheet that says something is read."""
    rows = [["Name", OPEN, TRUST], ["Ann", 0.4, -1.5], [None, None, None], ["Ben", "40 %", None]]
    found = read(tmp_path, "a.xlsx", workbook([["name"], ["Hidden"]], [["Notes"]], rows, hidden=1))
    assert [(one.name, dict(one.values)) for one in found.views] == [
        ("Ann", {OPEN: 0.4, TRUST: -1.5}),
        ("Ben", {OPEN: 0.4}),
    ]
    assert found.views[0].label.endswith("a.xlsx [S3] row 2")


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    """A formula counts by its stored result; without one its cell is told."""
    found = read(tmp_path, "a.xlsx", workbook([["name", OPEN], ["Ann", "=1/2"], ["Ben", 0.5]]))
    assert told(found) == [(2, 2, "not-a-number", "a formula without a result; write its value (cell B2)")]
    assert [one.name for one in found.views] == ["Ben"]


def test_a_stored_result_counts(tmp_path: Path) -> None:
    """The result that a spreadsheet program stored beside a formula is the number."""
    raw = workbook([["name", OPEN], ["Ann", "=1/2"]])
    raw = with_part(
        raw,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>0.5</v>", xml),
    )
    assert [dict(one.values) for one in read(tmp_path, "a.xlsx", raw).views] == [{OPEN: 0.5}]


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "raw",
    [
        b"no workbook",
        b"PK\x03\x04 broken",
        bomb(),
        with_part(
            workbook([["name"]]),
            "xl/workbook.xml",
            lambda xml: xml.replace(b"<workbook", ENTITIES + b"<workbook", 1),
        ),
        with_part(workbook([["name"], ["A"]]), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
    ],
    ids=["text", "broken", "bomb", "entities", "cut"],
)
def test_a_hostile_workbook_is_refused(tmp_path: Path, raw: bytes) -> None:
    """What is no workbook, or unpacks to too much, or declares entities, is told and nothing else."""
    found = read(tmp_path, "a.xlsx", raw)
    assert (found.views, found.left_out) == ((), 1)
    assert found.findings[0].code == "unreadable"


def test_a_huge_sheet_is_read_by_what_it_holds(tmp_path: Path) -> None:
    """A sheet that claims millions of cells is read by those that it has."""
    raw = workbook([["name", OPEN], ["Ann", 0.5]])
    huge = with_part(
        raw, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    )
    assert [one.name for one in read(tmp_path, "a.xlsx", huge).views] == ["Ann"]


def test_links_are_read(tmp_path: Path) -> None:
    """A line is a link as the page copies it, with a name before it or without."""
    text = (
        f"Ann: https://example.org/track-two.html#as=critics&{OPEN}=0.4&because.{OPEN}=So%20it%20is&credences.virtue=3\n"
        f"\nfile:///home/ben/track-two.html#{TRUST}=-1.5\n"
    )
    one, other = read(tmp_path, "links.txt", text).views
    assert (one.name, one.perspective, one.values[OPEN]) == ("Ann", "critics", 0.4)
    assert one.reasons[OPEN].because == "So it is"
    assert one.credences == {"virtue": Fraction(3)}
    assert (other.name, dict(other.values)) == (None, {TRUST: -1.5})


def test_a_fault_of_a_link_is_told_at_its_place(tmp_path: Path) -> None:
    """A line without a link, and a word of a link that cannot be taken, are told by line and column."""
    found = read(tmp_path, "links.txt", f"#{OPEN}=0.5\nhello\n#{TRUST}=-1&{OPEN}=4\n")
    assert [(line, column, code) for line, column, code, _ in told(found)] == [
        (2, 1, "link"),
        (3, len(f"#{TRUST}=-1&") + 1, "out-of-range"),
    ]
    assert (len(found.views), found.left_out) == (1, 2)


def test_a_folder_is_searched_with_all_in_it(tmp_path: Path) -> None:
    """Files in folders of folders are found, in order; hidden ones and the scenario are passed over."""
    inner = tmp_path / "b" / "c"
    inner.mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for place, folder in enumerate((tmp_path, inner, tmp_path / ".hidden")):
        (folder / f"{place}.view.yaml").write_text(VIEW + f"name: Number {place}\n")
    (tmp_path / "read me.md").write_text("no view")
    (tmp_path / "track-two.yaml").write_bytes(Path("scenarios/track-two.yaml").read_bytes())
    (inner / "loop").symlink_to(tmp_path)
    found = read_views([str(tmp_path)], checker("track-two"))
    assert [one.name for one in found.views] == ["Number 0", "Number 1"]
    assert found.left_out == 0


def test_links_out_of_a_folder_are_left_out(tmp_path: Path) -> None:
    """A folder of views is not followed out of itself: it quotes no other file. This is said.

    A link that was named itself is read, and so is a link within the folder; nothing waits for a pipe.
    """
    within, outside = tmp_path / "within", tmp_path / "outside"
    (within / "deep").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret").write_text("password: 4711")
    (outside / "ann.view.yaml").write_text(VIEW + "name: Ann\n")
    (within / "deep" / "ben.view.yaml").write_text(VIEW + "name: Ben\n")
    (within / "again.view.yaml").symlink_to("deep/ben.view.yaml")
    (within / "deep" / "a.view.yaml").symlink_to(outside / "secret")
    (within / "ann.view.yaml").symlink_to("../outside/ann.view.yaml")
    (within / "more").symlink_to("../outside")
    (within / "loop.csv").symlink_to("loop.csv")
    (within / "none.csv").symlink_to("/dev/zero")
    (within / "read me").symlink_to(outside / "secret")
    os.mkfifo(within / "waits.csv")
    found = read_views([str(within)], checker("track-two"))
    assert ([one.name for one in found.views], found.findings) == (["Ben"], ())
    assert found.remarks == tuple(
        f"{within}: {link} is a link to a {kind} outside of it, and is left out"
        for link, kind in (
            ("ann.view.yaml", "file"),
            ("deep/a.view.yaml", "file"),
            ("more", "folder"),
            ("none.csv", "file"),
        )
    )
    (tmp_path / "class").symlink_to(within)
    named = read_views([str(within / "ann.view.yaml"), str(tmp_path / "class")], checker("track-two"))
    assert [one.name for one in named.views] == ["Ann", "Ben"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Views that may be in it are not passed over in silence."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "ann.view.yaml").write_text(VIEW)
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr("os.scandir", scandir)
    found = read_views([str(tmp_path)], checker("track-two"))
    assert (len(found.views), found.left_out) == (1, 1)
    assert [(one.file, one.message) for one in found.findings] == [
        (str(tmp_path / "closed"), "Permission denied")
    ]


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    """A name that is no UTF-8 hides no view."""
    name = os.fsdecode(b"ann\xff.view.yaml")
    assert [one.label for one in read(tmp_path, name, VIEW).views] == [str(tmp_path / name)]
    assert len(read_views([str(tmp_path)], checker("track-two")).views) == 1


def test_names_are_kept_apart(tmp_path: Path) -> None:
    """Two people of one name are counted as two, told apart by numbers, and this is said."""
    found = read(tmp_path, "a.csv", "name\nAnn\nBen\nAnn\n")
    assert [one.name for one in found.views] == ["Ann", "Ben", "Ann (2)"]
    (remark,) = found.remarks
    assert remark.startswith("2 views are named “Ann” (")
    assert remark.endswith(
        "each counts, as “Ann (2)” and so on; if one corrects another, take the older one out"
    )


@pytest.mark.parametrize(
    "content",
    [VIEW + "name: Ann\n", "name,note\nAnn,x\n", f"Ann https://x.org/a.html#{OPEN}=0.5\n", None],
    ids=["view", "table", "links", "workbook"],
)
def test_standard_input_is_any_of_these(monkeypatch: pytest.MonkeyPatch, content: str | None) -> None:
    """What comes in from a pipe is known by what it holds."""
    raw = workbook([["name", "note"], ["Ann", "x"]]) if content is None else content.encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    assert [one.name for one in read_views(["-"], checker("track-two")).views] == ["Ann"]


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """A name that leads nowhere is an error, not a view left out."""
    with pytest.raises(UnknownName):
        read_views([str(tmp_path / "none")], checker("track-two"))


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    """A table of ten thousand rows is read, with the place of the one that is wrong."""
    rows = "".join(f"P{place},{'x' if place == 9_000 else 0.5}\n" for place in range(10_000))
    found = read(tmp_path, "a.csv", f"name,{OPEN}\n{rows}")
    assert len(found.views) == 9_999
    assert [(line, column) for line, column, _, _ in told(found)] == [(9_002, 2)]


def test_a_name_with_a_number_is_not_taken_twice(tmp_path: Path) -> None:
    """A number that tells two people apart makes no name that somebody has."""
    found = read(tmp_path, "a.csv", "name\na\na\na (2)\n")
    assert [one.name for one in found.views] == ["a", "a (3)", "a (2)"]


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    """A table wider than is read is told, in CSV and in a workbook; nothing is cut off silently."""
    wide = [f"c{place}" for place in range(1_001)] + ["name"]
    for name, content in (("a.csv", ",".join(wide) + "\n"), ("a.xlsx", workbook([wide]))):
        found = read(tmp_path, name, content)
        assert (found.views, found.left_out) == ((), 1)
        assert "more than 1,000 columns" in found.findings[0].message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(tmp_path: Path, end: str) -> None:
    """Lines end as on any system, old ones included."""
    found = read(tmp_path, "a.csv", f"name,choice{end}Ann,B{end}")
    assert [(one.name, one.choice) for one in found.views] == [("Ann", "track-two")]


def test_signs_that_cannot_be_seen_are_refused(tmp_path: Path) -> None:
    """A character that steers a terminal or hides is refused in tables and links, as in files."""
    found = read(tmp_path, "a.csv", "name,note\nAnn,a\x1b[31mb\nBen,c\n")
    assert [one.name for one in found.views] == ["Ben"]
    assert "cannot be seen" in found.findings[0].message
    found = read(tmp_path, "a.txt", f"Ann #because.{OPEN}=%1b&{OPEN}=0.5\n")
    assert (found.views, found.left_out) == ((), 1)


LONG = ["x" * 300_000, "a.html" * 50_000, "#" * 300_000, "[" * 100_000, '"q' + " " * 100_000 + "x"]


@pytest.mark.parametrize("text", LONG, ids=[text[:6] for text in LONG])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_a_long_line_takes_no_longer_than_its_length(tmp_path: Path, name: str, text: str) -> None:
    """A line of any length is read at once, and refused or left out."""
    assert read(tmp_path, name, text + "\n").views == ()


def test_a_name_too_long_for_any_file_is_unknown() -> None:
    """A path that no file can have is a name that is not known."""
    with pytest.raises(UnknownName):
        read_views(["x" * 5_000], checker("track-two"))


def test_what_a_workbook_needs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where openpyxl is not installed, a workbook is left out, with what to install."""
    raw = workbook([["name"], ["Ann"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    found = read(tmp_path, "a.xlsx", raw)
    assert (found.views, found.left_out) == ((), 1)
    assert "pip install 'dilemma-weigh[xlsx]'" in found.findings[0].message


def test_a_copy_of_a_named_view_counts_once(tmp_path: Path) -> None:
    """The same file under two paths, and a copy of a view with a name, are counted once, and the copy said.

    Views without a name, and rows of a table, may be of people who say the same.
    """
    (tmp_path / "a.view.yaml").write_text(VIEW + "name: Ann\nchoice: A\n")
    (tmp_path / "a (1).view.yaml").write_text(VIEW + "name: Ann\nchoice: A\n")
    (tmp_path / "b.view.yaml").write_text(VIEW + "name: Ann\nchoice: B\n")
    (tmp_path / "c.view.yaml").write_text(VIEW + "choice: A\n")
    (tmp_path / "d.view.yaml").write_text(VIEW + "choice: A\n")
    (tmp_path / "e.csv").write_text("name,choice\nBen,A\nBen,A\n")
    found = read_views([str(tmp_path), str(tmp_path / "c.view.yaml")], checker("track-two"))
    names = [view.name for view in found.views]
    assert names == ["Ann", "Ann (2)", None, None, "Ben", "Ben (2)"]
    assert found.remarks[0].endswith(f"is a copy of {tmp_path / 'a (1).view.yaml'}: it is counted once")
    assert found.left_out == 0


def test_a_fault_in_a_link_says_what_would_be_right(tmp_path: Path) -> None:
    """An unknown theory, option or address in a link comes with what was meant, or with what there is."""
    lines = "#credences.utilitarien=1\n#credences.marxism=1\n#beliefs.moscow-opne.probability=0.4\n"
    found = read(tmp_path, "a.txt", lines)
    near, far, address = found.findings
    assert (near.suggestion, address.suggestion) == ("utilitarian", OPEN)
    assert "no theory 'marxism'; there are utilitarian, " in far.message


def test_remarks_on_shared_names_are_few(tmp_path: Path) -> None:
    """However many names are shared, and however long they are, what is said of them is short."""
    rows = "".join(f"{place}{'x' * 500}\n" * 9 for place in range(50))
    found = read(tmp_path, "a.csv", "name,choice\n" + rows)
    assert len(found.views) == 450
    assert len(found.remarks) == 6
    assert max(map(len, found.remarks)) < 800
    assert found.remarks[-1] == "45 more names are those of several views"


def test_a_link_says_each_thing_once(tmp_path: Path) -> None:
    """A setting stated twice, and more settings than a link may have, are told at their places."""
    twice = f"Ann #{OPEN}=0.4&{OPEN}=0.5\nBen #{'&'.join(f'k{place}=1' for place in range(1001))}\n"
    found = read(tmp_path, "a.txt", twice)
    assert [one[:3] for one in told(found)] == [(1, 42, "duplicate-key"), (2, 6, "values")]
    assert (found.views, found.left_out) == ((), 2)
