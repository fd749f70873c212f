"""Running the command as a user does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def dilemma(*words: str, given: bytes | None = None, cwd: Path | None = None, **environment: str) -> Ran:
    """Run the command in a clean environment and return how it ended."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START")
        if name in os.environ
    }
    done = subprocess.run(
        [sys.executable, "-m", "dilemma", *words],
        input=given if given is not None else b"",
        capture_output=True,
        cwd=cwd or ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
