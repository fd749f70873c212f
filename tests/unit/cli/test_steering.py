"""Nothing that a name or a text holds steers the terminal, whichever command prints it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT, dilemma

NAME = "a\x1b[31mred\n\u202ex.yaml"
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
