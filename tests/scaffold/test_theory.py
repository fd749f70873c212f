"""The skeleton of a theory works as it is written."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scaffold.theory import write
from tests.unit.cli.running import HANGS, ROOT, dilemma_anew


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of all that a theory is written into."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "dilemma", tmp_path / "dilemma", ignore=ignored)
    shutil.copytree(ROOT / "scenarios/canonical", tmp_path / "scenarios/canonical")
    shutil.copytree(ROOT / "tests/unit/frameworks", tmp_path / "tests/unit/frameworks", ignore=ignored)
    shutil.copy(ROOT / "tests/__init__.py", tmp_path / "tests/__init__.py")
    return tmp_path


def test_a_skeleton_is_a_theory_that_passes_its_test(copy: Path) -> None:
    """It is weighed with the others under its id, and its own test passes."""
    told = "\n".join(write("good-enough", copy))
    assert "wrote dilemma/frameworks/catalogue/good_enough.py" in told
    ran = dilemma_anew(
        "weigh", "canonical/footbridge", "-f", "good-enough", "--json", cwd=copy, PYTHONPATH=str(copy)
    )
    assert (ran.code, ran.err) == (0, "")
    (verdict,) = json.loads(ran.out)["frameworks"]
    assert (verdict["id"], verdict["name"]) == ("good-enough", "Good enough")
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    test = "tests/unit/frameworks/catalogue/test_good_enough.py"
    tried = subprocess.run([*words, test], cwd=copy, capture_output=True, text=True, timeout=HANGS)
    assert tried.returncode == 0, tried.stdout
    assert "2 passed" in tried.stdout


@pytest.mark.parametrize("name", ["kantian", "Not-an-id", "a_b", "class", "", "1st"])
def test_a_name_that_cannot_be_had_is_refused(copy: Path, name: str) -> None:
    """One that is taken or no id is refused before anything is written."""
    before = (copy / "dilemma/frameworks/catalogue/__init__.py").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=r"is no id|there is a theory"):
        list(write(name, copy))
    assert (copy / "dilemma/frameworks/catalogue/__init__.py").read_text(encoding="utf-8") == before
