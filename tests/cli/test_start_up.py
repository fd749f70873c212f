"""Start-up: what it may not import, which is why the command answers at once; and that it brings enough."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dilemma.cli.app import COMMANDS
from tests.cli.running import HANGS, ROOT, dilemma, dilemma_anew

FORBIDDEN = {
    "--version": ("typer", "pydantic", "rich", "yaml", "numpy", "json"),
    "--help": ("dilemma.scenario", "dilemma.frameworks", "rich", "yaml", "numpy"),
    "weigh cluster --json": (
        "rich",
        "numpy",
        "asyncio",
        "importlib.metadata",
        "_hashlib",
        "dilemma.reconciling",
    ),
    "weigh cluster": ("numpy", "asyncio", "importlib.metadata", "_hashlib"),
}


@pytest.mark.parametrize("words", FORBIDDEN)
def test_modules_left_alone(words: str) -> None:
    """A command imports nothing it does not need."""
    program = (
        "import sys\n"
        f"sys.argv = ['dilemma', *{words.split()!r}]\n"
        "from dilemma.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        f"print([name for name in {FORBIDDEN[words]!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANGS
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
    assert done.stdout


RUNS = {
    "scenarios": "",
    "new": "mine",
    "check": "canonical/footbridge --ask",
    "weigh": "canonical/footbridge",
    "explain": "canonical/footbridge -f kantian",
    "cruxes": "canonical/footbridge",
    "stress": "canonical/footbridge -n 200 --spread 0.2 --methods",
    "reconcile": "canonical/footbridge --method all",
    "report": "canonical/footbridge --format md",
    "dials": "canonical/footbridge",
    "frameworks": "kantian",
    "methods": "borda",
    "schema": "weigh",
}
"""A run of each command."""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_new_process_says_what_a_fork_says(command: str, tmp_path: Path) -> None:
    """Each command imports what it needs by itself, and a run forked for a test is a true one."""
    words = (command, *RUNS[command].split())
    forked = dilemma(*words, cwd=_empty(tmp_path / "forked"))
    assert (forked.code, forked.err) == (0, "")
    assert forked == dilemma_anew(*words, cwd=_empty(tmp_path / "anew"))


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder
