"""`dilemma new`: a file to start from, written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from dilemma.cli.commands.new import write_new, write_schema
from dilemma.errors import CannotWrite
from dilemma.reports.schemas.scenario_file import file_schema
from dilemma.scenario import load_document
from dilemma.scenario.syntax.reader import tree_of
from tests.unit.cli.running import dilemma

MODELINE = "# yaml-language-server: $schema="
NAMES = ("cluster", "library/boats", "footbridge")


def test_the_starter_is_valid_and_fair(tmp_path: Path) -> None:
    """What `new` writes leaves no question open, is as its schema says, and divides the theories."""
    ran = dilemma("new", "harbour", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "Wrote harbour.yaml (and scenario.schema.json, for editors). "
        "Edit it, then: dilemma check harbour.yaml; dilemma weigh harbour.yaml\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harbour.yaml", "scenario.schema.json"]
    assert dilemma("check", "harbour", "--strict", cwd=tmp_path).code == 0
    text = (tmp_path / "harbour.yaml").read_text(encoding="utf-8")
    data = json.loads(json.dumps(tree_of(text).data))
    assert [*jsonschema.Draft202012Validator(file_schema()).iter_errors(data)] == []
    weighed = json.loads(dilemma("weigh", "harbour", "--json", cwd=tmp_path).out)
    assert weighed["agreement"]["disagree"]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_says_what_the_original_says(name: str, tmp_path: Path) -> None:
    """`--from` copies a scenario: the same data, comments kept, its schema looked for beside the copy."""
    assert dilemma("new", "mine", "--from", name, cwd=tmp_path).code == 0
    copy = load_document(str(tmp_path / "mine.yaml"))
    original = load_document(name)
    assert (copy.id, copy.data) == ("mine", original.data)
    assert copy.text.splitlines()[0] == "# yaml-language-server: $schema=scenario.schema.json"
    assert copy.text.count("yaml-language-server") == 1
    assert copy.text.endswith(original.text.partition("\n")[2])


@pytest.mark.parametrize("words", [("harbour",), ("harbour", "--from", "means"), ("folder/harbour",)])
def test_an_editor_finds_the_schema_that_a_new_file_names(words: tuple[str, ...], tmp_path: Path) -> None:
    """The schema stands where the first line of the new file says, and is what `schema scenario` prints."""
    (tmp_path / "folder").mkdir()
    assert dilemma("new", *words, cwd=tmp_path).code == 0
    path = tmp_path / f"{words[0]}.yaml"
    named = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix(MODELINE)
    assert (path.parent / named).read_text(encoding="utf-8") == dilemma("schema", "scenario").out


def test_a_schema_is_written_once_and_renewed(tmp_path: Path) -> None:
    """What is up to date is left alone; a schema that another version of the program wrote is renewed."""
    schema = tmp_path / "scenario.schema.json"
    dilemma("new", "first", cwd=tmp_path)
    written = schema.read_text(encoding="utf-8")
    assert dilemma("new", "second", cwd=tmp_path).err.startswith("Wrote second.yaml. Edit it")
    schema.write_text(json.dumps({"title": "A scenario file of dilemma, format 1", "type": "object"}))
    ran = dilemma("new", "third", cwd=tmp_path)
    assert ran.err.startswith("Wrote third.yaml (and renewed scenario.schema.json). Edit it")
    assert schema.read_text(encoding="utf-8") == written


FOREIGN = {
    "another schema": b'{"title": "Scenarios of weather", "type": "object"}',
    "a list": b"[1]",
    "no JSON": b"{",
    "not text": b"\xff\xfe",
    "deep": b"[" * 200_000,
    "empty": b"",
}


@pytest.mark.parametrize("held", FOREIGN)
def test_a_foreign_schema_stays(held: str, tmp_path: Path) -> None:
    """A file of that name that this program did not write is left as it is, and that is said."""
    schema = tmp_path / "scenario.schema.json"
    schema.write_bytes(FOREIGN[held])
    ran = dilemma("new", "harbour", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Wrote harbour.yaml (scenario.schema.json is not of this program, and stays). ")
    assert schema.read_bytes() == FOREIGN[held]


@pytest.mark.parametrize("kind", ["folder", "link that leads nowhere", "pipe"])
def test_what_is_no_file_stays_too(kind: str, tmp_path: Path) -> None:
    """A folder, a link or a pipe of that name is not written to, nor waited for."""
    schema = tmp_path / "scenario.schema.json"
    if kind == "folder":
        schema.mkdir()
    elif kind == "pipe":
        os.mkfifo(schema)
    else:
        schema.symlink_to(tmp_path / "elsewhere")
    ran = dilemma("new", "harbour", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert "is not of this program, and stays" in ran.err
    assert not (tmp_path / "elsewhere").exists()


def test_no_schema_is_written_if_none_is_wanted(tmp_path: Path) -> None:
    """`--no-schema` writes the scenario alone."""
    assert dilemma("new", "harbour", "--no-schema", cwd=tmp_path).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.yaml"]


def test_a_schema_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The scenario is complete without its schema: the run succeeds, and says what is missing."""

    def refuse(path: Path, _text: str) -> None:
        raise CannotWrite(f"cannot write {path}: No space left on device")

    monkeypatch.setattr("dilemma.cli.commands.new.write_file", refuse)
    assert write_schema(tmp_path / "scenario.schema.json") == ""
    assert "scenario.schema.json: No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["harbour", "harbour.yaml", "./harbour"])
def test_nothing_is_overwritten(name: str, tmp_path: Path) -> None:
    """A file that is there stays as it is, and one sentence says so."""
    (tmp_path / "harbour.yaml").write_text("mine")
    ran = dilemma("new", name, cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "dilemma: harbour.yaml is there already; choose another name\n"
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("harbour.yaml", "mine")]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    """What bears the name counts, even where nothing is behind it."""
    (tmp_path / "harbour.yaml").symlink_to(tmp_path / "elsewhere")
    assert dilemma("new", "harbour", cwd=tmp_path).code == 1
    assert not (tmp_path / "elsewhere").exists()


REFUSED = {
    "": 2,
    " ": 2,
    "no/folder/": 2,
    "a\nb": 2,
    "harbour.json": 2,
    "no/such/folder": 1,
    "x" * 300: 1,
}


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: repr(name[:12]))
def test_a_name_no_file_can_have_is_told_in_one_sentence(name: str, tmp_path: Path) -> None:
    """Whatever is typed, nothing is left behind."""
    ran = dilemma("new", name, cwd=tmp_path)
    assert (ran.code, ran.out) == (REFUSED[name], "")
    assert ran.err.count("\n") == 1
    assert "bug" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_original_is_told(tmp_path: Path) -> None:
    """A name that leads nowhere is answered with one that ships, and nothing is written."""
    ran = dilemma("new", "mine", "--from", "clutser", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "dilemma: no scenario 'clutser'; did you mean 'cluster'?\n")
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a file never bears the name, nor is it left beside."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite, match=r"harbour\.yaml: No space left on device$"):
        write_new(tmp_path / "harbour.yaml", "half")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "file"), [("harbour.xlsx", "harbour.xlsx"), ("harbour/", "harbour")])
def test_a_blank_has_headings_and_no_entry(name: str, file: str, tmp_path: Path) -> None:
    """`--blank` writes every sheet without an entry: what `check` finds is only what is still missing."""
    pytest.importorskip("openpyxl")
    assert dilemma("new", name, "--blank", cwd=tmp_path).code == 0
    ran = dilemma("check", file, "--json", cwd=tmp_path)
    assert ran.code == 1
    codes = {found["code"] for found in json.loads(ran.out)["findings"]}
    assert codes == {"missing", "factors"}
    again = dilemma("new", name, "--blank", cwd=tmp_path)
    assert (again.code, again.err) == (1, f"dilemma: {file} is there already; choose another name\n")


@pytest.mark.parametrize("words", [("harbour",), ("harbour.yaml",), ("harbour.xlsx", "--from", "means")])
def test_a_blank_is_a_workbook_or_a_folder(words: tuple[str, ...], tmp_path: Path) -> None:
    """`--blank` is refused for YAML and beside `--from`, and nothing is written."""
    ran = dilemma("new", *words, "--blank", cwd=tmp_path)
    assert ran.code == 2
    assert "--blank: goes with a workbook or a folder of CSV files, and without --from" in ran.err
    assert list(tmp_path.iterdir()) == []
