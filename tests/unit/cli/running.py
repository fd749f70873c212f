"""Running the command as a user does: in this process by typer's own runner, or in a process of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from dilemma.cli import run

ROOT = Path(__file__).parents[3]
HANGS = 600
"""Seconds after which a run is taken never to end: far more than any takes on the busiest machine."""


class Ran(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def dilemma(*words: str, given: bytes = b"", cwd: Path = ROOT, **environment: str) -> Ran:
    """Run the command in this process, with streams and an environment of its own; return how it ended.

    What Python itself reads when it starts has no effect here: such variables are for `dilemma_anew`.
    """
    assert not [name for name in environment if name.startswith("PYTHON")], "this asks for a new process"
    clean = _clean(environment)
    variables = {**dict.fromkeys(os.environ), **clean}
    with contextlib.chdir(cwd), CliRunner(env=variables).isolation(given) as (out, err, _):
        code = run(words, "dilemma")
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


def lines_that_wrap(text: str) -> list[str]:
    """Return the lines of an output without commands, which are never broken so that they can be copied."""
    return [line for line in text.splitlines() if not line.startswith(" dilemma ")]


def dilemma_anew(*words: str, given: bytes = b"", cwd: Path = ROOT, **environment: str) -> Ran:
    """Run the command in a whole new process, start-up and all."""
    done = subprocess.run(
        [sys.executable, "-m", "dilemma", *words],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=_clean(environment),
        timeout=HANGS,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    names = ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment}
