"""What the scaffold writes of a lint is a lint: in the catalogue, with a page, and examples."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scaffold.lint import write
from tests.unit.cli.running import HANGS, ROOT

LOOKS = """
from dilemma.lints import EVERY_LINT, LINTS, explanation
assert LINTS[-1].code == "too-quiet", LINTS
assert all(explanation(LINTS[-1]))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the package and of the lints' examples."""
    for folder in ("dilemma", "tests/unit/lints"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_a_lint_is_begun(copy: Path) -> None:
    """The package with the new lint can be imported, and raises nothing more about any example."""
    left = write("too-quiet", copy)
    assert any("PLACES" in line for line in left)
    subprocess.run([sys.executable, "-c", LOOKS], cwd=copy, check=True, timeout=HANGS)
    words = [
        "-m",
        "dilemma",
        "check",
        "tests/unit/lints/good/too-quiet.yaml",
        "tests/unit/lints/bad/too-quiet.yaml",
    ]
    done = subprocess.run([sys.executable, *words, "--strict"], cwd=copy, timeout=HANGS, capture_output=True)
    assert done.returncode == 0, done.stdout


def test_a_code_is_taken_once() -> None:
    """A lint that there is, and a word that cannot be a code, are refused before anything is written."""
    for name in ("no-reason", "No_Reason"):
        with pytest.raises(ValueError, match=name):
            write(name, ROOT)
