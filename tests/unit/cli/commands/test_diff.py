"""`dilemma diff`, as a user meets it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from dilemma.reports.schemas.outputs import output_schema
from tests.support.programs import needs
from tests.unit.cli.running import ROOT, dilemma

CLASS = ROOT / "docs" / "examples" / "class" / "before"
AMIRA, SAM = (str(CLASS / f"{name}.view.yaml") for name in ("amira", "sam"))


def test_two_views_differ_by_what_carries_their_verdicts() -> None:
    """What differs, which verdicts, and by which settings; both directions count the same verdicts."""
    ran = dilemma("diff", AMIRA, SAM)
    assert (ran.code, ran.err) == (0, "")
    assert "4 of 10 theories that apply answer otherwise" in ran.out
    back = dilemma("diff", SAM, AMIRA, "--json")
    found, other = (json.loads(one.out) for one in (dilemma("diff", AMIRA, SAM, "--json"), back))
    assert found["a"]["label"] == other["b"]["label"] == "Amira"
    differing = [sorted(one["id"] for one in each["frameworks"] if one["differs"]) for each in (found, other)]
    assert differing[0] == differing[1]
    assert len(differing[0]) == 4


def test_the_json_is_as_its_schema_says() -> None:
    """The JSON of a difference is valid by the closed schema."""
    from jsonschema import Draft202012Validator

    for pair in ((AMIRA, SAM), ("track-two", AMIRA), ("canonical/trolley-switch", "canonical/footbridge")):
        printed = json.loads(dilemma("diff", *pair, "--json").out)
        assert [*Draft202012Validator(output_schema("diff", closed=True)).iter_errors(printed)] == []


@pytest.mark.parametrize("name", ["track-two", AMIRA])
def test_the_same_twice_is_the_same(name: str) -> None:
    """Nothing differs from itself."""
    assert "They are the same." in dilemma("diff", name, name).out


def test_a_changed_number_is_told_with_its_verdicts(tmp_path: Path) -> None:
    """Two files that differ in a number differ in that number, and in the verdicts that it turns."""
    other = tmp_path / "other.yaml"
    text = (ROOT / "scenarios" / "track-two.yaml").read_text()
    old = "moscow-open: {"
    assert old in text
    changed = text.replace("probability: [0.3, 0.8]", "probability: [0.8, 0.9]").replace(
        "title: Track Two", "title: Track 2"
    )
    assert changed != text
    other.write_text(changed)
    found = json.loads(dilemma("diff", "track-two", str(other), "--json").out)
    changes = {one["address"]: (one["status"], one["kind"]) for one in found["changes"]}
    assert changes["beliefs.moscow-open.probability"] == ("changed", "fact")
    assert changes["title"] == ("changed", None)
    assert found["steps"]
    assert all(
        one["address"] == "beliefs.moscow-open.probability"
        for step in found["steps"]
        for one in step["settings"]
    )


def test_what_only_one_file_has_is_told() -> None:
    """Each verdict that differs is carried by settings, or put down to what only one of the files has."""
    pair = ("canonical/trolley-switch", "canonical/footbridge")
    found = json.loads(dilemma("diff", *pair, "--all", "--json").out)
    differing = sorted(one["id"] for one in found["frameworks"] if one["differs"])
    carried = [theory for step in found["steps"] for theory in step["frameworks"]]
    assert differing == sorted([*carried, *found["rest"]])
    assert found["rest"]
    assert {"added", "removed"} <= {one["status"] for one in found["changes"]}


@needs("git")
def test_a_file_at_two_commits(tmp_path: Path) -> None:
    """COMMIT:PATH is the file as git keeps it, from here or from the top of the repository."""
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-C", str(tmp_path)]
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "case.yaml"
    shutil.copy(ROOT / "scenarios" / "track-two.yaml", file)
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *words], check=True, env=clean)
    file.write_text(file.read_text().replace("exchange: 0.1", "exchange: 0.2"))
    for cwd, name in (
        (tmp_path, "HEAD:in/case.yaml"),
        (tmp_path / "in", "HEAD:case.yaml"),
        (tmp_path / "in", "HEAD:in/case.yaml"),
    ):
        ran = dilemma("diff", name, str(file), cwd=cwd)
        assert (ran.code, ran.err) == (0, "")
        assert "Expected value that weighs as much" in ran.out
    assert dilemma("diff", "HEAD:none.yaml", str(file), cwd=tmp_path).code == 2
    assert dilemma("diff", "--", "-x:case.yaml", str(file), cwd=tmp_path).code == 2


def test_a_view_finds_its_scenario(tmp_path: Path) -> None:
    """The scenario of a view is the file beside it, a shipped one, or what --of names."""
    view = tmp_path / "a.view.yaml"
    view.write_text("view: 1\nof: mine\nset: {beliefs.moscow-open.probability: 0.2}\n")
    ran = dilemma("diff", str(view), str(view))
    assert ran.code == 2
    assert "name the scenario of these views with --of" in ran.err
    shutil.copy(ROOT / "scenarios" / "track-two.yaml", tmp_path / "mine.yaml")
    assert dilemma("diff", str(view), str(tmp_path / "mine.yaml")).code == 0


def test_a_file_that_is_not_valid_is_told_at_its_place(tmp_path: Path) -> None:
    """A broken file ends with 1 and its findings."""
    broken = tmp_path / "b.view.yaml"
    broken.write_text("view: 1\nof: track-two\nchoice: Z\n")
    ran = dilemma("diff", AMIRA, str(broken))
    assert ran.code == 1
    assert ran.err.startswith(f"{broken}:3:9: error: choice: no option 'Z'")
    assert dilemma("diff", AMIRA, "nowhere.yaml").code == 2


def test_views_of_two_dilemmas_are_told(tmp_path: Path) -> None:
    """Views that name different dilemmas, and do not fit these, are refused in one sentence."""
    other = tmp_path / "other.view.yaml"
    text = Path(SAM).read_text().replace("of: track-two", "of: cluster")
    other.write_text("".join(line for line in text.splitlines(True) if not line.startswith("file:")))
    ran = dilemma("diff", AMIRA, str(other))
    assert (ran.code, ran.out) == (2, "")
    assert "is a view of 'track-two'" in ran.err
    assert "of 'cluster': views of one scenario can be compared" in ran.err


def test_a_view_names_no_path(tmp_path: Path) -> None:
    """What a view says it is of is the name of a scenario, never a path to some other file."""
    for of in ("../../../../etc/passwd", "/etc/passwd", "-", "a.yaml"):
        path = tmp_path / "a.view.yaml"
        path.write_text(f"view: 1\nof: '{of}'\n")
        ran = dilemma("diff", str(path), str(path))
        assert (ran.code, ran.out) == (2, "")
        assert "name the scenario of these views with --of" in ran.err


def test_two_views_of_one_file_differ_by_settings_alone(tmp_path: Path) -> None:
    """Whatever two views of one file set, nothing is put down to what only one file has."""
    one, other = tmp_path / "a.view.yaml", tmp_path / "b.view.yaml"
    one.write_text("view: 1\nof: track-two\n")
    other.write_text("view: 1\nof: track-two\nset: {options.kyiv-informed.beliefs.sooner.probability: 0.6}\n")
    found = json.loads(dilemma("diff", str(one), str(other), "--json").out)
    assert found["rest"] == []
    assert [step["settings"][0]["address"] for step in found["steps"]] == [
        "options.kyiv-informed.beliefs.sooner.probability"
    ]


def test_words_are_no_settings() -> None:
    """Texts and days of a file are told as words, which are neither facts nor values."""
    found = json.loads(dilemma("diff", "cluster", "track-two", "--json").out)
    kinds = {one["address"]: one["kind"] for one in found["changes"]}
    assert kinds["agent"] is kinds["as_of"] is kinds["title"] is None
