"""Runs the programs of others that the studio is built with."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dilemma.errors import ConditionFailed

__all__ = ["run"]

MINUTES: Final = 10  # after which a program is given up


def run(words: Sequence[str | Path], place: Path, failed: str) -> None:
    """Run a program in a folder; raise ConditionFailed if it fails: `failed`, and the last line that it says.

    npm's last line names only a file with its log, so the line before that is told.
    Constraints that the environment sets for pip are left out: every version is pinned here.
    """
    clean = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
    try:
        done = subprocess.run(
            words, cwd=place, env=clean, capture_output=True, text=True, timeout=60 * MINUTES, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConditionFailed(f"{failed}: {error}") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        said = [line for line in lines if "complete log of this run" not in line]
        last = said[-1] if said else f"{words[0]} ended with {done.returncode}"
        raise ConditionFailed(f"{failed}: {last}")
