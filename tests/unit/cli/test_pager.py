"""The pager: `--full` on a terminal goes through PAGER, and nothing else does."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import HANGS, ROOT, dilemma


def on_terminal(*words: str, **environment: str) -> str:
    """Run the command on a pseudo-terminal; return what it shows."""
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": "100", **environment}
    command = [sys.executable, "-m", "dilemma", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=env) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not part:
                break
            shown += part
        running.wait(timeout=HANGS)
    os.close(ours)
    return shown.decode("utf-8", "replace")


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """Return a pager that puts a line before what it shows."""
    path = tmp_path / "pager"
    path.write_text("#!/bin/sh\necho PAGED\ncat\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


WORDS = ("weigh", "canonical/footbridge", "-f", "utilitarian")


def test_full_goes_through_the_pager_on_a_terminal(pager: str) -> None:
    """`--full` is shown through PAGER; the answer alone is not, nor is anything with `--no-pager`."""
    assert "PAGED" in on_terminal(*WORDS, "--full", PAGER=pager)
    assert "PAGED" not in on_terminal(*WORDS, PAGER=pager)
    assert "PAGED" not in on_terminal(*WORDS, "--full", "--no-pager", PAGER=pager)


@pytest.mark.parametrize("none", ["", "cat", "no-such-pager-anywhere"])
def test_without_a_pager_all_is_written(none: str) -> None:
    """An empty PAGER, `cat`, and one that does not exist: the report is written all the same."""
    assert "What would still be owed" in on_terminal(*WORDS, "--full", PAGER=none)


def test_a_pipe_is_never_paged(pager: str) -> None:
    """Piped, `--full` is plain text."""
    ran = dilemma(*WORDS, "--full", PAGER=pager)
    assert ran.code == 0
    assert "PAGED" not in ran.out
    assert "What would still be owed" in ran.out
