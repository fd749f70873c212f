"""Lookup of files by name: a path, a file in the working directory, or a shipped scenario."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from dilemma.errors import CannotRead, InvalidScenario, UnknownName
from dilemma.scenario import files as finding
from dilemma.scenario import find, load_document, shipped
from dilemma.scenario.files import format_page, shipped_file
from tests.unit.scenario.small import SMALL


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty directory, with a shelf of two shipped scenarios."""
    shelf = tmp_path / "shelf"
    (shelf / "canonical").mkdir(parents=True)
    (shelf / "flood.yaml").write_text(SMALL)
    (shelf / "canonical" / "bridge.yaml").write_text(SMALL)
    (shelf / "README.md").write_text("not a scenario")
    monkeypatch.setattr(finding, "SHELVES", (tmp_path / "nowhere", shelf))
    finding.shelf.cache_clear()
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    yield work
    finding.shelf.cache_clear()


def test_a_path_comes_before_a_name_here_before_what_ships(here: Path) -> None:
    """What stands nearest to the user wins."""
    shipped_first = find("flood")[0].path
    (here / "flood.yaml").write_text(SMALL)
    named_here = find("flood")[0].path
    (here / "flood").write_text(SMALL)
    exact = find("flood")[0].path
    assert [path.name if path else None for path in (shipped_first, named_here, exact)] == [
        "flood.yaml",
        "flood.yaml",
        "flood",
    ]
    assert shipped_first != named_here


def test_a_shipped_file_is_not_looked_for_elsewhere(here: Path) -> None:
    """Only names of what ships find a shipped file: no path does, and no file nearby."""
    (here / "flood.yaml").write_text(SMALL)
    (here / "mine.yaml").write_text(SMALL)
    found = shipped_file("flood").path
    assert found is not None
    assert found.parent.name == "shelf"
    for name in ("mine", "mine.yaml", "./flood", "../shelf/flood", str(found), "-", ".", ""):
        with pytest.raises(UnknownName, match="no scenario"):
            shipped_file(name)


def test_the_page_on_the_format_ships(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The documentation's page on scenario files is found; where it is missing, that is said."""
    assert format_page().startswith("# The scenario file\n")
    monkeypatch.setattr(finding, "FORMAT_PAGES", (tmp_path / "nowhere.md",))
    with pytest.raises(CannotRead, match="page on scenario files is missing"):
        format_page()


def test_labels_and_ids(here: Path) -> None:
    """A document is called as the user called it, and by the stem of its file."""
    (here / "one.yml").write_text(SMALL)
    one, bridge = load_document("one.yml"), load_document("canonical/bridge")
    assert (one.label, one.id) == ("one.yml", "one")
    assert bridge.id == "bridge"
    assert str(here) not in bridge.label


def test_what_ships_is_listed_by_name(here: Path) -> None:
    """Names of shipped scenarios are paths without suffix."""
    assert shipped() == ("canonical/bridge", "flood")


def test_the_last_part_of_a_name_is_enough_where_one_file_bears_it(here: Path) -> None:
    """A reader need not know on which shelf a dilemma stands; two of one name must be told apart."""
    (here.parent / "shelf" / "library").mkdir()
    (here.parent / "shelf" / "library" / "flood.yaml").write_text(SMALL)
    paths = [find(name)[0].path for name in ("bridge", "flood", "library/flood")]
    (here.parent / "shelf" / "library" / "bridge.yaml").write_text(SMALL)
    finding.shelf.cache_clear()
    assert ["/".join(path.parts[-2:]) for path in paths if path] == [
        "canonical/bridge.yaml",
        "shelf/flood.yaml",
        "library/flood.yaml",
    ]
    with pytest.raises(UnknownName):
        find("bridge")


def test_a_directory_is_every_scenario_file_in_it(here: Path) -> None:
    """Files by suffix, sorted; directories inside and other files are left alone."""
    for name in ("b.yaml", "a.json", "c.yml", "d.txt"):
        (here / name).write_text(SMALL)
    (here / "e.yaml").mkdir()
    assert [found.label for found in find(".")] == ["a.json", "b.yaml", "c.yml"]


def test_standard_input_is_a_file_of_its_own(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads bytes, whatever the terminal's encoding."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    document = load_document("-")
    assert (document.label, document.id) == ("<stdin>", "stdin")


NOWHERE = ["", "nowhere", "../shelf/x", "a\x00b", "x" * 5000, "flood.yaml", "README", "canonical"]


@pytest.mark.parametrize("name", NOWHERE, ids=lambda name: repr(name[:12]))
def test_names_of_nothing_are_unknown(here: Path, name: str) -> None:
    """Whatever a user types, a name that leads nowhere is told as that."""
    with pytest.raises(UnknownName):
        find(name)


def test_near_names_are_suggested(here: Path) -> None:
    """A name that leads nowhere is answered with one that ships."""
    with pytest.raises(UnknownName, match="no scenario 'floood'; did you mean 'flood'"):
        find("floood")


def test_a_directory_without_scenarios_is_told(here: Path) -> None:
    """An empty directory is a mistake, not an empty answer."""
    with pytest.raises(UnknownName, match="no scenario file in"):
        find(".")


def test_a_directory_is_not_one_scenario(here: Path) -> None:
    """Where one document is wanted, several are refused."""
    for name in ("a.yaml", "b.yaml"):
        (here / name).write_text(SMALL)
    with pytest.raises(UnknownName):
        load_document(".")


def test_what_cannot_be_read_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing read is our error, in one sentence."""
    (here / "a.yaml").write_text(SMALL)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotRead, match=r"^cannot read a\.yaml: Permission denied$"):
        load_document("a.yaml")


def test_a_directory_that_cannot_be_listed_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing listing is our error too."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(CannotRead, match=r"^cannot read \.: Permission denied$"):
        find(".")


def test_endless_input_is_read_only_so_far() -> None:
    """A device that never ends is over 1 MiB."""
    if not Path("/dev/zero").exists():
        pytest.skip("no endless device here")
    with pytest.raises(InvalidScenario, match="over 1 MiB"):
        load_document("/dev/zero")


def test_views_beside_scenarios_are_none(tmp_path: Path) -> None:
    """A directory's view files, whose names end in `.view.yaml`, are not among its scenarios."""
    (tmp_path / "mine.yaml").write_text(SMALL)
    (tmp_path / "amira.view.yaml").write_text("view: 1\n")
    assert [file.id for file in find(str(tmp_path))] == ["mine"]
