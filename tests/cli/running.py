"""Running the command as a user does, in a process of its own."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HANGS = 600
"""Seconds after which a run is taken never to end: far more than any takes on the busiest machine."""

PROCESSOR = 120
"""Seconds of the processor that no run needs: one that takes them goes round in circles."""

OF_THE_INTERPRETER = ("PYTHON", "LC_", "LANG")
"""How the names of variables begin that Python reads before the program does."""


class Ran(NamedTuple):
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def dilemma(*words: str, given: bytes = b"", cwd: Path = ROOT, **environment: str) -> Ran:
    """Run the command in a clean environment and return how it ended.

    The process is a fork of one that has imported the program (`tests/cli/forking.py`), which spares most of
    the time; one with a variable that Python itself reads is a whole new one.
    """
    if any(name.startswith(OF_THE_INTERPRETER) for name in environment):
        return dilemma_anew(*words, given=given, cwd=cwd, **environment)
    with TemporaryDirectory() as place:
        streams = {name: Path(place) / name for name in ("stdin", "stdout", "stderr")}
        for path in streams.values():
            path.write_bytes(b"")
        streams["stdin"].write_bytes(given)
        code = _forked(words, cwd, _clean(environment), {name: str(path) for name, path in streams.items()})
        return Ran(code, *(streams[name].read_bytes().decode("utf-8") for name in ("stdout", "stderr")))


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


def _forked(
    words: Sequence[str], cwd: Path, environment: Mapping[str, str], streams: Mapping[str, str]
) -> int:
    """Return the exit code of a run in a fork; its streams are these files."""
    request = {"words": words, "cwd": str(cwd), "environment": environment, **streams}
    forking = _forking()
    assert forking.stdin is not None
    assert forking.stdout is not None
    forking.stdin.write(json.dumps(request) + "\n")
    forking.stdin.flush()
    code = int(forking.stdout.readline())
    assert code != -signal.SIGXCPU, f"{words} took the processor for more than {PROCESSOR} seconds"
    assert code != -signal.SIGALRM, f"{words} did not end within {HANGS} seconds"
    return code


@cache
def _forking() -> subprocess.Popen[str]:
    """Return the process that forks, started when first asked for; it ends with this one."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.forking"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=_clean({}),
        text=True,
        encoding="utf-8",
    )
    atexit.register(started.communicate)
    return started
