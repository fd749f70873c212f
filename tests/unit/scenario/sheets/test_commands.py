"""`dilemma convert`, new workbooks, and commands that read sheets, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.unit.cli.running import dilemma

ALL_FORMATS = ("mine.yaml", "mine.json", "mine.xlsx", "mine/")


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
        assert dilemma("weigh", name, "--json", cwd=tmp_path).code == 0
    assert "is there already" in dilemma("new", "c", "--format", "csv", cwd=tmp_path).err


@pytest.mark.parametrize("first", ALL_FORMATS)
@pytest.mark.parametrize("second", ALL_FORMATS)
def test_each_format_becomes_each_other(first: str, second: str, tmp_path: Path) -> None:
    """Any format is converted into any other, and the weighing is the same."""
    assert dilemma("convert", "means", first, cwd=tmp_path).code == 0
    target = f"other{second.removeprefix('mine')}"
    assert dilemma("convert", first, target, cwd=tmp_path).code == 0
    records = [json.loads(dilemma("weigh", name, "--json", cwd=tmp_path).out) for name in (first, target)]
    assert records[0]["frameworks"] == records[1]["frameworks"]


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
    assert dilemma("convert", "y.yaml", "z.xlsx", cwd=tmp_path).err == ""


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
    """Other commands read a workbook and a folder, with views and for a page too."""
    for name in ("m.yaml", "m.xlsx", "m/"):
        dilemma("convert", "cluster", name, cwd=tmp_path)
    raw = (tmp_path / "m.xlsx").read_bytes()
    assert dilemma("weigh", "-", given=raw, cwd=tmp_path).code == 0
    assert dilemma("diff", "m.yaml", "m.xlsx", cwd=tmp_path).code == 0
    assert dilemma("report", "m/", "-o", "page.html", cwd=tmp_path).code == 0
    assert dilemma("reconcile", "m.xlsx", cwd=tmp_path).code == 0
    assert dilemma("new", "copy", "--from", "m.xlsx", cwd=tmp_path).code == 0
    view = "view: 1\nof: m\nname: Ann\nset: {exchange: 0.2}\n"
    (tmp_path / "ann.view.yaml").write_text(view, "utf-8")
    for name in ("m.xlsx", "m/"):
        assert dilemma("weigh", name, "--view", "ann.view.yaml", cwd=tmp_path).code == 0
        assert dilemma("collect", name, ".", cwd=tmp_path).code in (0, 1)
