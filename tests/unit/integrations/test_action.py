"""The action of GitHub: its form, and the script of its last step, run as the runner would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.docs.pages import blocks
from tests.support.programs import needs
from tests.unit.cli.running import HANGS, ROOT
from tests.unit.integrations.files import BROKEN, write_fair, write_open

ACTION = ROOT / "action.yml"
GUIDE = ROOT / "docs" / "how-to" / "check-on-github.md"
SHELL = ("--noprofile", "--norc", "-eo", "pipefail")
"""How the runner calls bash for `shell: bash`."""

needs_bash = needs("bash")


def action() -> dict[str, Any]:
    """Return the content of the action's file."""
    return dict(yaml.safe_load(ACTION.read_text(encoding="utf-8")))


def steps() -> list[dict[str, Any]]:
    """Return the steps of the action."""
    return list(action()["runs"]["steps"])


class Step(NamedTuple):
    """How the last step ended: its exit code, what it wrote, and the outputs that it set."""

    code: int
    log: str
    outputs: dict[str, str]

    @property
    def results(self) -> list[dict[str, Any]]:
        """The results of the SARIF file that the step wrote."""
        (run,) = json.loads(Path(self.outputs["sarif"]).read_text(encoding="utf-8"))["runs"]
        return list(run["results"])


def checked(repository: Path, files: str, strict: str = "false") -> Step:
    """Run the script of the step that checks, in a repository, with the environment that the runner sets."""
    temporary = repository.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    outputs = temporary / "outputs"
    outputs.write_text("")
    done = subprocess.run(
        ["bash", *SHELL, "-c", steps()[-1]["run"]],
        cwd=repository,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHON": sys.executable,
            "FILES": files,
            "STRICT": strict,
            "RUNNER_TEMP": str(temporary),
            "GITHUB_OUTPUT": str(outputs),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=HANGS,
        text=True,
    )
    return Step(
        done.returncode, done.stdout, dict(line.split("=", 1) for line in outputs.read_text().split())
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a folder with a fair file, one that leaves a question open, and elsewhere a broken one."""
    root = tmp_path / "repository"
    for name in ("scenarios", "with blank"):
        (root / name).mkdir(parents=True)
    write_fair(root / "scenarios" / "fair.yaml")
    write_open(root / "scenarios" / "open.yaml")
    (root / "with blank" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return root


def schema_errors(schema: str, path: Path) -> str:
    """Return what is wrong with a file by a schema of GitHub's; nothing where it is as the schema says."""
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    words = ("-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path))
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=HANGS)
    return done.stdout + done.stderr if done.returncode else ""


def test_the_action_is_what_github_reads() -> None:
    """The file is as GitHub's schema of actions says."""
    assert schema_errors("github-actions", ACTION) == ""


def test_the_workflow_of_the_guide_is_what_github_reads(tmp_path: Path) -> None:
    """The workflow that the guide shows is as GitHub's schema says, and states inputs that the action has."""
    (workflow,) = [block.text for block in blocks(GUIDE.read_text("utf-8")) if block.kind == "file"]
    path = tmp_path / "scenarios.yaml"
    path.write_text(workflow, encoding="utf-8")
    assert schema_errors("github-workflows", path) == ""
    stated = [step.get("with", {}) for step in yaml.safe_load(workflow)["jobs"]["check"]["steps"]]
    assert stated[1].keys() <= action()["inputs"].keys()


def test_no_script_holds_an_expression() -> None:
    """What a workflow states reaches a script through its environment, never as part of the script."""
    scripts = [step["run"] for step in steps() if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_used_and_every_output_is_set() -> None:
    """Inputs are those that steps read; the output is one that the last step sets."""
    text = ACTION.read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == action()["inputs"].keys()
    assert action()["outputs"]["sarif"]["value"] == "${{ steps.check.outputs.sarif }}"
    assert steps()[-1]["id"] == "check"


@needs_bash
def test_valid_files_pass(repository: Path) -> None:
    """Valid files pass, and the findings are there as SARIF, with the paths that the repository has."""
    step = checked(repository, "scenarios")
    assert step.code == 0, step.log
    found = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in step.results}
    assert "scenarios/open.yaml" in found
    assert {one["level"] for one in step.results} <= {"note", "warning"}


@needs_bash
@pytest.mark.parametrize(
    "files", ["with blank/broken.yaml", "scenarios\n\nwith blank/*.yaml\n", "with blank\r\n"]
)
def test_a_broken_file_fails_the_step(files: str, repository: Path) -> None:
    """A file that is not valid fails the step: its place is in the log and in the SARIF."""
    step = checked(repository, files)
    assert step.code == 1, step.log
    assert "with blank/broken.yaml:3:1: error: questoin: unknown key 'questoin'" in step.log
    places = [one["locations"][0]["physicalLocation"] for one in step.results if one["level"] == "error"]
    assert {place["artifactLocation"]["uri"] for place in places} == {"with%20blank/broken.yaml"}
    assert (3, 1) in {(place["region"]["startLine"], place["region"]["startColumn"]) for place in places}


@needs_bash
def test_strict_fails_on_open_questions(repository: Path) -> None:
    """With `strict` a question that is left open fails the step, and the findings are still written."""
    step = checked(repository, "scenarios", "true")
    assert step.code == 1
    assert step.results
    assert checked(repository, "scenarios/fair.yaml", "true").code == 0


@needs_bash
@pytest.mark.parametrize(
    ("files", "strict", "said"),
    [
        ("nowhere.yaml", "false", "no file 'nowhere.yaml'"),
        ("nowhere/*.yaml", "false", "no file 'nowhere/*.yaml'"),
        (" \n", "false", "::error::files names no file"),
        ("scenarios", "yes", "::error::strict should be true or false"),
    ],
)
def test_a_wrong_input_is_said(files: str, strict: str, said: str, repository: Path) -> None:
    """What cannot be done ends with 2 and one sentence, and no SARIF is announced."""
    step = checked(repository, files, strict)
    assert (step.code, step.outputs) == (2, {})
    assert said in step.log


@needs_bash
@pytest.mark.parametrize(
    "words",
    ["$(touch pwned)", "`touch pwned`", "x; touch pwned", "x' 'y\"; touch pwned #", "--explain", "-h"],
)
def test_an_input_is_no_code_and_no_flag(words: str, repository: Path) -> None:
    """Whatever stands in `files` is the name of a file."""
    step = checked(repository, words)
    assert (step.code, step.outputs) == (2, {})
    assert not (repository / "pwned").exists()
    assert checked(repository, "scenarios", words).code == 2
    assert not (repository / "pwned").exists()


@needs_bash
def test_nothing_of_the_repository_is_imported(repository: Path) -> None:
    """Python files in the repository that is checked are not run, whatever they are called."""
    for name in ("dilemma", "yaml", "json", "secrets"):
        (repository / f"{name}.py").write_text("open('pwned', 'w')")
    assert checked(repository, "scenarios").code == 0
    assert not (repository / "pwned").exists()


@needs_bash
def test_what_a_file_says_is_no_command_to_the_runner(repository: Path) -> None:
    """The runner takes no commands between two lines that stop and resume them by a word drawn each time."""
    words = []
    for _ in range(2):
        first, *_, last = checked(repository, "scenarios").log.splitlines()
        words.append(first.removeprefix("::stop-commands::"))
        assert last == f"::{words[-1]}::"
        assert len(words[-1]) == 32
    assert len({*words}) == 2
