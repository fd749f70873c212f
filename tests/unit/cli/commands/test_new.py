"""`dilemma new`: a file to start from, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from dilemma.cli.commands.new import write_new
from dilemma.errors import CannotWrite
from dilemma.reports.schemas.scenario_file import file_schema
from dilemma.scenario import load_document
from dilemma.scenario.syntax.reader import tree_of
from tests.unit.cli.running import dilemma

NAMES = ("cluster", "library/boats", "footbridge")


def test_the_starter_is_valid_and_fair(tmp_path: Path) -> None:
    """What `new` writes leaves no question open, is as its schema says, and divides the theories."""
    ran = dilemma("new", "harbour", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Wrote harbour.yaml.")
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.yaml"]
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
