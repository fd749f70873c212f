"""The hook of pre-commit: what it is run on, and how it ends."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.cli.running import ROOT, Ran, dilemma
from tests.unit.integrations.files import BROKEN, write_fair, write_open

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
KEYS = {
    *(
        "id",
        "name",
        "description",
        "entry",
        "language",
        "alias",
        "args",
        "types",
        "types_or",
        "exclude_types",
    ),
    *("files", "exclude", "always_run", "fail_fast", "verbose", "pass_filenames", "require_serial"),
    *("additional_dependencies", "language_version", "minimum_pre_commit_version", "stages", "log_file"),
}
"""The keys of a hook that pre-commit knows: https://pre-commit.com/#creating-new-hooks."""


def hook() -> dict[str, Any]:
    """Return the one hook of the manifest."""
    (found,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return dict(found)


def ran_on(folder: Path, *names: str, args: tuple[str, ...] = ()) -> Ran:
    """Run the hook as pre-commit would, in the repository: its entry, its arguments, then names of files."""
    program, *words = shlex.split(hook()["entry"])
    assert program == "dilemma"
    return dilemma(*words, *args, *names, cwd=folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a folder with a fair file, one that leaves a question open, and a broken one."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    write_fair(folder / "fair.yaml")
    write_open(folder / "open.yaml")
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def test_the_manifest_is_what_pre_commit_reads() -> None:
    """The hook has the keys that are required, no unknown one, and an entry that the package installs."""
    found = hook()
    assert {"id", "name", "entry", "language"} <= found.keys() <= KEYS
    assert (found["id"], found["language"], found["types"]) == ("dilemma-check", "python", ["yaml"])
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "\ndilemma = " in project.partition("[project.scripts]")[2].partition("\n[")[0]


def test_pre_commit_itself_takes_the_manifest() -> None:
    """pre-commit's own reader finds nothing wrong, where it is installed."""
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    (found,) = clientlib.load_manifest(str(MANIFEST))
    assert found["id"] == hook()["id"]


@pytest.mark.parametrize(
    ("name", "checked"),
    [
        ("scenarios/flood.yaml", True),
        ("policy/scenarios/flood.yml", True),
        ("scenarios/2026/flood.yaml", True),
        ("scenarios/mine.view.yaml", False),
        (".github/workflows/check.yaml", False),
        ("my-scenarios.yaml", False),
    ],
)
def test_the_hook_is_run_on_scenarios_only(name: str, checked: bool) -> None:
    """By default the hook takes the YAML files of a folder `scenarios`, and leaves views out."""
    found = hook()
    assert bool(re.search(found["files"], name) and not re.search(found["exclude"], name)) == checked


def test_a_valid_file_passes(repository: Path) -> None:
    """A valid file passes, and so does one that leaves a question open."""
    assert ran_on(repository, "scenarios/fair.yaml").code == 0
    assert ran_on(repository, "scenarios/fair.yaml", "scenarios/open.yaml").code == 0


def test_a_broken_file_is_refused_at_its_place(repository: Path) -> None:
    """Of several files one that is not valid fails the hook, and the place of every mistake is shown."""
    ran = ran_on(repository, "scenarios/fair.yaml", "scenarios/broken.yaml", "scenarios/open.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert "\nscenarios/broken.yaml:3:1: error: questoin: unknown key 'questoin'\n" in ran.out
    assert all(f"scenarios/{name}.yaml\n" in ran.out for name in ("fair", "broken", "open"))


def test_strict_refuses_open_questions(repository: Path) -> None:
    """With `args: [--strict]` a question that is left open fails the hook too."""
    assert ran_on(repository, "scenarios/fair.yaml", args=("--strict",)).code == 0
    assert ran_on(repository, "scenarios/open.yaml", args=("--strict",)).code == 1
