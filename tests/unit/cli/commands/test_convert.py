"""`dilemma convert`, new workbooks, and commands that read sheets, as a user meets them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import openpyxl

from tests.unit.cli.running import dilemma


def test_new_writes_what_its_name_or_a_flag_asks_for(tmp_path: Path) -> None:
    """A workbook or a folder of CSV files is written, and is weighed as the starter is."""
    for words in (
        ("a", "--format", "xlsx"),
        ("b.xlsx",),
        ("c/",),
        ("d", "--format", "csv", "--from", "means"),
    ):
        assert dilemma("new", *words, cwd=tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx", "c", "d"]
    for name in ("a", "b.xlsx", "c", "d/"):
        assert dilemma("check", name, cwd=tmp_path).code == 0
    assert "is there already" in dilemma("new", "c", "--format", "csv", cwd=tmp_path).err


def test_each_format_becomes_another(tmp_path: Path) -> None:
    """From a file to a workbook, to a folder and back, the weighing is the same."""
    names = ("means", "a.json", "b.xlsx", "c/", "d.yaml")
    for first, second in pairwise(names):
        assert dilemma("convert", first, second, cwd=tmp_path).code == 0
    records = [json.loads(dilemma("weigh", name, "--json", cwd=tmp_path).out) for name in names]
    assert all(record["frameworks"] == records[0]["frameworks"] for record in records)


def test_what_is_there_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    """A file or folder that is there stays, unless --overwrite is given."""
    for name in ("x.yaml", "x.xlsx", "x/"):
        assert dilemma("convert", "means", name, cwd=tmp_path).code == 0
        refused = dilemma("convert", "cluster", name, cwd=tmp_path)
        assert (refused.code, "is there already" in refused.err) == (1, True)
        assert dilemma("convert", "promise", name, "--overwrite", cwd=tmp_path).code == 0


def test_a_folder_with_another_sheet_is_not_written_to(tmp_path: Path) -> None:
    """A sheet that would be read with those written is named, and nothing is written; own notes stay."""
    assert dilemma("new", "lake", "--format", "csv", cwd=tmp_path).code == 0
    (tmp_path / "lake" / "_notes.csv").write_text("mine\n")
    assert dilemma("convert", "means", "lake/", "--overwrite", cwd=tmp_path).code == 0
    (tmp_path / "lake" / "parties_.csv").write_text("id\n")
    before = (tmp_path / "lake" / "scenario.csv").read_bytes()
    ran = dilemma("convert", "cluster", "lake/", "--overwrite", cwd=tmp_path)
    assert ran.code == 1
    assert "parties_.csv there is no sheet of this scenario; remove it" in ran.err
    assert (tmp_path / "lake" / "scenario.csv").read_bytes() == before


def test_dropped_comments_are_told(tmp_path: Path) -> None:
    """That comments are left out is said, and only if there are any beside the line for editors."""
    first = dilemma("convert", "means", "x.xlsx", cwd=tmp_path)
    assert "the comments of means are not in x.xlsx" in first.err
    dilemma("convert", "x.xlsx", "y.yaml", cwd=tmp_path)
    third = dilemma("convert", "y.yaml", "z.xlsx", cwd=tmp_path)
    assert third == (0, "", "Wrote z.xlsx. To weigh it: dilemma weigh z.xlsx\n")


def test_yaml_begins_with_the_line_for_editors() -> None:
    """YAML names the schema in its first line; standard output needs a format."""
    written = dilemma("convert", "means", "-", "--format", "yaml")
    assert written.out.startswith("# yaml-language-server: $schema=scenario.schema.json\nformat: 1\n")
    assert dilemma("convert", "means", "-").code == 2
    assert dilemma("convert", "means", "-", "--format", "csv").code == 2


def test_a_mistake_is_told_by_sheet_and_cell_in_every_format(tmp_path: Path) -> None:
    """Text, JSON and SARIF name the sheet and the cell."""
    dilemma("new", "mine.xlsx", cwd=tmp_path)
    book = openpyxl.load_workbook(tmp_path / "mine.xlsx")
    book["parties"]["F2"].value = -3
    book.save(tmp_path / "mine.xlsx")
    assert (
        "mine.xlsx, sheet parties, cell F2: error: parties.frail.size"
        in dilemma("check", "mine.xlsx", cwd=tmp_path).out
    )
    [finding] = json.loads(dilemma("check", "mine.xlsx", "--json", cwd=tmp_path).out)["findings"]
    assert (finding["sheet"], finding["cell"], finding["line"]) == ("parties", "F2", 2)
    sarif = json.loads(dilemma("check", "mine.xlsx", "--format", "sarif", cwd=tmp_path).out)
    [place] = sarif["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["properties"] == {"sheet": "parties", "cell": "F2"}


def test_a_directory_may_hold_scenarios_of_every_format(tmp_path: Path) -> None:
    """A directory without scenario.csv is all its scenarios; tables of other things are passed over."""
    for name in ("a.yaml", "b.xlsx", "c/"):
        dilemma("convert", "means", name, cwd=tmp_path)
    openpyxl.Workbook().save(tmp_path / "figures.xlsx")
    (tmp_path / "figures.csv").write_text("a,b\n", "utf-8")
    records = json.loads(dilemma("weigh", ".", "--json", cwd=tmp_path).out)
    assert [record["scenario"]["id"] for record in records] == ["a", "b", "c"]


def test_sheets_work_where_files_do(tmp_path: Path) -> None:
    """Other commands read a workbook and a folder, on standard input and with views too."""
    for name in ("m.yaml", "m.xlsx", "m/"):
        dilemma("convert", "means", name, cwd=tmp_path)
    assert dilemma("weigh", "-", given=(tmp_path / "m.xlsx").read_bytes(), cwd=tmp_path).code == 0
    assert dilemma("diff", "m.yaml", "m.xlsx", cwd=tmp_path).code == 0
    assert dilemma("reconcile", "m.xlsx", "--method", "borda", cwd=tmp_path).code == 0
    assert dilemma("new", "copy", "--from", "m.xlsx", cwd=tmp_path).code == 0
    (tmp_path / "ann.view.yaml").write_text("view: 1\nof: m\nname: Ann\nset: {exchange: 0.2}\n", "utf-8")
    for name in ("m.xlsx", "m/"):
        assert dilemma("weigh", name, "--view", "ann.view.yaml", cwd=tmp_path).code == 0


def test_notes_are_not_overwritten(tmp_path: Path) -> None:
    """A workbook or folder with notes of its author, or with formulas, stays, and they are named."""
    for name in ("a.xlsx", "b/"):
        dilemma("convert", "means", name, cwd=tmp_path)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.create_sheet("_work")["A1"].value = "mine"
    book["parties"]["Z1"].value = "_mine"
    book["parties"]["Z2"].value = "=1+1"
    book.save(tmp_path / "a.xlsx")
    parties = tmp_path / "b" / "parties.csv"
    parties.write_text(parties.read_text("utf-8").replace("\n", ",_mine\n", 1), "utf-8")
    before = (tmp_path / "a.xlsx").read_bytes()
    said = dilemma("convert", "means", "a.xlsx", "--overwrite", cwd=tmp_path).err
    for lost in ("sheet _work", "column _mine on the sheet parties", "formula in Z2 on the sheet parties"):
        assert lost in said
    assert (tmp_path / "a.xlsx").read_bytes() == before
    refused = dilemma("convert", "means", "b/", "--overwrite", cwd=tmp_path)
    assert (refused.code, "the column _mine in parties.csv" in refused.err) == (1, True)


def test_a_name_that_two_files_have_is_not_guessed(tmp_path: Path) -> None:
    """Where a file of text and a workbook have one name, its end must be written."""
    for name in ("mine.yaml", "mine.xlsx"):
        dilemma("convert", "means", name, cwd=tmp_path)
    assert "'mine' may be mine.yaml or mine.xlsx: write which" in dilemma("check", "mine", cwd=tmp_path).err
