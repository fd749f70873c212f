"""The skeleton of a method stands, runs, and says what it lacks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scaffold import method

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the program and of the tests that a method needs."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "dilemma", tmp_path / "dilemma", ignore=ignored)
    packages = ("__init__.py", "unit/__init__.py", "unit/reconciliation/__init__.py", "support/__init__.py")
    for part in (*packages, "support/samples.py", "unit/reconciliation/small.py"):
        (tmp_path / "tests" / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / part, tmp_path / "tests" / part)
    return tmp_path


def test_a_new_method_runs_at_once(copy: Path) -> None:
    """It is in the catalogue, in draws, and its own test passes; what it lacks is told."""
    left = method.write("my-method", copy)
    assert any("bibliography" in line for line in left)
    program = (
        "from dilemma.reconciliation.methods.catalogue import METHODS\n"
        "from dilemma.robustness.stress.voters import COUNTED\n"
        "assert METHODS[-1].about.id == COUNTED[-1].about.id == 'my-method'\n"
        "from tests.unit.reconciliation.methods.test_my_method import CASES, test_the_winners_are\n"
        "for name in CASES: test_the_winners_are(name)\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=copy, check=True)


@pytest.mark.parametrize("name", ["borda", "My method", "a--b", "1st"])
def test_a_name_that_will_not_do_is_refused(copy: Path, name: str) -> None:
    """A name that is taken or is no name writes nothing."""
    with pytest.raises(ValueError, match=name):
        method.write(name, copy)
