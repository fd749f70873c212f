"""The command says the same wherever it runs: with no home, no locale, beside another of its kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.support.programs import needs
from tests.unit.cli.running import HANGS, ROOT

COMMAND = ("weigh", "cluster", "-f", "utilitarian,virtue", "--json")
DISK = 4  # KiB that a file may grow to, on a disk that is nearly full

SURROUNDINGS = {
    "no variables at all": {},
    "a home that is not there": {"HOME": "/nowhere/at/all"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale of that name": {"LC_ALL": "xx_YY.UTF-8"},
    "streams of another code": {"PYTHONIOENCODING": "latin-1"},
    "no terminal to speak of": {"TERM": "dumb", "COLUMNS": "0"},
    "columns that are no number": {"COLUMNS": "wide"},
    "an optimising interpreter": {"PYTHONOPTIMIZE": "2"},
    "no hashes to rely on": {"PYTHONHASHSEED": "4711"},
    "warnings as errors": {"PYTHONWARNINGS": "error"},
}


def started(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command with these variables and no others."""
    return subprocess.Popen(
        [sys.executable, "-m", "dilemma", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), **environment},
    )


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    """Return how a started command ended: its code, what it printed, what it remarked."""
    out, err = process.communicate(timeout=HANGS)
    return process.returncode, out, err


@cache
def usual() -> bytes:
    """Return what the command prints in common surroundings."""
    return ended(started(*COMMAND, LC_ALL="C.UTF-8"))[1]


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_result_is_the_same(name: str) -> None:
    """Whatever the surroundings, the same verdicts come out, and nothing else is said."""
    code, out, err = ended(started(*COMMAND, **SURROUNDINGS[name]))
    assert (code, err) == (0, b"")
    assert out == usual()


def test_an_interpreter_without_docstrings_tells_the_same() -> None:
    """Texts of theories and lints that stand in docstrings are there with -OO too."""
    asked = (
        "from dilemma.frameworks.catalogue import CATALOGUE; from dilemma.frameworks.description import *; "
        "from dilemma.lints import EVERY_LINT, explanation; import sys; "
        "print([(claim(one), steps(one)) for one in CATALOGUE], [*map(explanation, EVERY_LINT)])"
    )
    one, other = (
        subprocess.run([sys.executable, *flag, "-c", asked], capture_output=True, cwd=ROOT, check=True)
        for flag in ((), ("-OO",))
    )
    assert one.stdout == other.stdout != b""


@pytest.mark.parametrize(
    "line",
    [
        "cruxes track-two --json",
        "reconcile cluster --even --method all --json",
        "stress track-two -n 500 --json",
        "explain track-two -f rossian --json",
        "check cluster --json",
        "dials cluster --json",
    ],
)
def test_no_digit_hangs_on_the_order_of_a_set(line: str) -> None:
    """Python walks through sets of text in another order in each process: no result shows it."""
    runs = [started(*line.split(), PYTHONHASHSEED=seed) for seed in ("4", "5")]
    one, other = (ended(run)[1] for run in runs)
    assert one == other != b""


@needs("bash")
def test_a_folder_that_is_gone_is_no_bug(tmp_path: Path) -> None:
    """A shipped name is found from a folder that was removed."""
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f"cd {gone} && rmdir {gone} && {sys.executable} -m dilemma weigh cluster -f kantian"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "line", ["weigh cluster -f kantian --format csv", "schema scenario", "report canonical/footbridge"]
)
def test_what_programs_read_is_utf_8(line: str) -> None:
    """Tables, schemas and pages are the same bytes where the streams speak another code."""
    usual = ended(started(*line.split(), LC_ALL="C.UTF-8"))
    assert usual[1].decode("utf-8")
    assert ended(started(*line.split(), PYTHONIOENCODING="ascii", PYTHONUTF8="0")) == usual


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(ending: str, tmp_path: Path) -> None:
    """A file saved elsewhere says what it said here."""
    text = (ROOT / "scenarios/canonical/trolley-switch.yaml").read_text(encoding="utf-8")
    (tmp_path / "here.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "there.yaml").write_text(text, encoding="utf-8", newline=ending)
    assert b"\r" in (tmp_path / "there.yaml").read_bytes()
    weighed = [_weighing(tmp_path, name) for name in ("here", "there")]
    assert weighed[0]["frameworks"] == weighed[1]["frameworks"]


def test_a_file_that_changes_is_read_once(tmp_path: Path) -> None:
    """A file replaced again and again while it is read is the one or the other, never a mixture."""
    text = (ROOT / "scenarios/canonical/trolley-switch.yaml").read_text(encoding="utf-8")
    texts = (text, text.replace("count: 5", "count: 1"))
    assert texts[0] != texts[1]
    path, over = tmp_path / "moving.yaml", threading.Event()
    expected = []
    for one in texts:
        path.write_text(one, encoding="utf-8")
        expected.append(_weighing(tmp_path, "moving")["frameworks"])

    def change() -> None:
        while not over.is_set():
            for one in texts:
                (tmp_path / "next").write_text(one, encoding="utf-8")
                (tmp_path / "next").replace(path)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        found = [_weighing(tmp_path, "moving")["frameworks"] for _ in range(4)]
    finally:
        over.set()
        changing.join()
    assert all(one in expected for one in found)


def test_two_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    """Two that write to one name leave what one of them wrote, whole, and nothing beside it."""
    line = ("report", "canonical/footbridge", "-o", "page.html")
    running = [started(*line, cwd=tmp_path) for _ in range(2)]
    assert [ended(one)[0] for one in running] == [0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize("line", ["report canonical/footbridge -o out", "new out --from cluster"])
@needs("bash")
def test_a_disk_that_fills_leaves_no_part(line: str, tmp_path: Path) -> None:
    """Where a file cannot be written whole, there is none, one sentence says so, and what was there stays."""
    (tmp_path / "out").write_text("before")
    words = f"ulimit -f {DISK}; trap '' XFSZ; exec {sys.executable} -m dilemma {line}"
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["bash", "-c", words], capture_output=True, cwd=tmp_path, env=environment)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "before")]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "line",
    [
        "weigh cluster --json",
        "report canonical/footbridge",
        "dials cluster --full --format md",
        "dials cluster --full",
    ],
)
@needs("bash")
def test_a_result_cut_short_is_told(line: str, unbuffered: str, tmp_path: Path) -> None:
    """Where the disk takes only part of it, the exit code is 1 and one sentence says so."""
    words = f"ulimit -f {DISK}; trap '' XFSZ; exec {sys.executable} -m dilemma {line} > out"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONUNBUFFERED"] = unbuffered
    done = subprocess.run(["bash", "-c", words], capture_output=True, cwd=tmp_path, env=environment)
    assert (done.returncode, done.stderr) == (1, b"dilemma: cannot write the result: File too large\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("line", ["weigh cluster --json", "dials cluster --format md", "dials cluster"])
def test_a_pipe_that_does_not_wait_gets_all(line: str, unbuffered: str) -> None:
    """A pipe set not to block, as one shared with an event loop is, is waited for."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = subprocess.Popen(
        [sys.executable, "-m", "dilemma", *line.split()],
        stdout=write,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered, "LC_ALL": "C.UTF-8"},
    )
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        time.sleep(1)  # it fills up meanwhile
        out = pipe.read()
    assert (process.communicate()[1], process.returncode) == (b"", 0)
    assert out == ended(started(*line.split(), LC_ALL="C.UTF-8"))[1]


def _weighing(folder: Path, name: str) -> dict[str, object]:
    """Return what weighing a file of the folder prints."""
    code, out, err = ended(started("weigh", name, "-f", "utilitarian,kantian", "--json", cwd=folder))
    assert (code, err) == (0, b"")
    told: dict[str, object] = json.loads(out)
    return told
