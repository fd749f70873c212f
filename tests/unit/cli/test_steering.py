"""Nothing that a name or a text holds steers the terminal, whichever command prints it."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT, dilemma

NAME = "a\x1b[31mred\n\u202ex.yaml"
LATIN = "caf\udce9.yaml"
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]")
SMALL = ROOT / "scenarios/canonical/trolley-switch.yaml"


@pytest.mark.parametrize(
    "words",
    [
        ["check", NAME],
        ["check", NAME, "--format", "md"],
        ["check", "broken \x1b[2J.yaml"],
        ["dials", NAME, "--set-example"],
        ["dials", NAME, "-f", "kantian", "--format", "md"],
        ["weigh", NAME, "-f", "kantian,utilitarian"],
        ["weigh", "no\x1b[2J\u202e"],
        ["explain", NAME, "-f", "kantian"],
        ["\x1b[31m"],
    ],
    ids=" ".join,
)
def test_the_name_of_a_file(words: list[str], tmp_path: Path) -> None:
    """A file's name is shown on one line, without what would steer."""
    shutil.copy(SMALL, tmp_path / NAME)
    (tmp_path / "broken \x1b[2J.yaml").write_text("parties: 3\n")
    ran = dilemma(*words, cwd=tmp_path)
    assert ran.out + ran.err
    assert not STEERS.search(ran.out + ran.err)
    assert [line for line in ran.out.splitlines() if line.startswith(("\ufffd", "x.yaml"))] == []


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_text_of_verdicts(form: str) -> None:
    """What others printed as JSON may say anything; it is shown, and steers nothing."""
    record = json.loads(dilemma("weigh", str(SMALL), "--json").out)
    for entry in record["frameworks"]:
        entry["because"] = "told \x1b[31mso\n# Forged\u202e"
    ran = dilemma("reconcile", "-", "--format", form, given=json.dumps(record).encode())
    assert ran.code in (0, 1)
    assert not STEERS.search(ran.out + ran.err)
    assert [line for line in ran.out.splitlines() if line.startswith("# Forged")] == []


@pytest.mark.parametrize(
    "words",
    [
        ["check", LATIN, "--format", "sarif"],
        ["report", LATIN, "-o", "page.html"],
        ["report", LATIN, "-o", "memo.docx"],
        ["convert", LATIN, "\udcff.xlsx"],
    ],
    ids=" ".join,
)
def test_a_name_that_is_not_utf_8(words: list[str], tmp_path: Path) -> None:
    """A file may be named by bytes that are no UTF-8; every form that repeats its name is written."""
    shutil.copy(SMALL, tmp_path / LATIN)
    assert dilemma(*words, cwd=tmp_path).code == 0


def test_links_out_of_a_directory_are_left_out(tmp_path: Path) -> None:
    """A directory of scenarios is not followed out of itself: it quotes no other file. This is said."""
    (tmp_path / "within").mkdir()
    (tmp_path / "secret.yaml").write_text("password: 4711")
    shutil.copy(SMALL, tmp_path / "within" / "mine.yaml")
    (tmp_path / "within" / "again.yaml").symlink_to("mine.yaml")
    (tmp_path / "within" / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "within" / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(tmp_path / "within" / "waits.xlsx")
    ran = dilemma("check", "within", "--format", "ndjson", cwd=tmp_path)
    assert [json.loads(line)["file"] for line in ran.out.splitlines()] == [
        "within/again.yaml",
        "within/mine.yaml",
    ]
    assert ran.err == "dilemma: within: out.yaml is a link to a file outside of it, and is left out\n"


def test_a_link_out_of_a_folder_of_sheets_is_refused(tmp_path: Path) -> None:
    """A scenario as a folder of sheets holds its sheets itself."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "secret").write_text("password: 4711")
    (tmp_path / "mine" / "scenario.csv").symlink_to(tmp_path / "secret")
    said = "dilemma: cannot read mine: scenario.csv is a link to a file outside of it\n"
    assert dilemma("weigh", "mine", cwd=tmp_path) == (2, "", said)
