"""Running the command as a user does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
HANGS = 600
"""Seconds after which a run is taken never to end: far more than any takes on the busiest machine."""


class Ran(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def dilemma(*words: str, given: bytes = b"", cwd: Path = ROOT, **environment: str) -> Ran:
    """Run the command in a clean environment and return how it ended."""
    return dilemma_anew(*words, given=given, cwd=cwd, **environment)


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
