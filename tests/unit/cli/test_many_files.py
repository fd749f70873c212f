"""Many files in one call: they stream, a broken one stops no other, and nothing of one is kept."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

from dilemma import load, weigh
from dilemma.reports.weigh.record import weighing_record
from tests.bench.many_files import file_text
from tests.unit.cli.running import ROOT, dilemma

GOOD = 12
BROKEN = {
    "made-03a.yaml": "format: 1\ntitle: [",
    "made-05a.yaml": "",
    "made-07a.yaml": file_text(7).replace("weight:", "wieght:", 1),
    "made-09a.json": "\x00\x01",
}


def folder_of(root: Path) -> Path:
    """Return a folder of good files, with broken ones between them."""
    for number in range(GOOD):
        (root / f"made-{number:02}.yaml").write_text(file_text(number), encoding="utf-8")
    for name, text in BROKEN.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_broken_files_between_lose_none_of_the_rest(tmp_path: Path) -> None:
    """Every good file has its line, in order; every broken one is told at its place; the end is exit 1."""
    ran = dilemma("weigh", str(folder_of(tmp_path)), "--format", "ndjson")
    assert ran.code == 1
    told = [json.loads(line)["scenario"]["id"] for line in ran.out.splitlines()]
    assert told == [f"made-{number:02}" for number in range(GOOD)]
    for name in BROKEN:
        assert f"{name}:" in ran.err
    assert "did you mean 'weight'?" in ran.err


def test_each_line_comes_when_its_file_is_done(tmp_path: Path) -> None:
    """The first line can be read while the next file, here a pipe, is still to be written."""
    (tmp_path / "a.yaml").write_text(file_text(0), encoding="utf-8")
    waiting = tmp_path / "b.yaml"
    os.mkfifo(waiting)
    command = [sys.executable, "-m", "dilemma", "weigh", "a.yaml", "b.yaml", "--format", "ndjson"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env=environment) as running:
        assert running.stdout is not None
        assert json.loads(running.stdout.readline())["scenario"]["id"] == "a"
        waiting.write_text(file_text(1), encoding="utf-8")
        assert json.loads(running.stdout.readline())["scenario"]["id"] == "b"
        assert running.wait(60) == 0


def test_a_weighing_leaves_nothing_in_a_circle() -> None:
    """What a file needed goes when it is written: memory stays flat, whenever garbage is looked for."""
    weighing_record(weigh(load("cluster")))
    gc.collect()
    gc.disable()
    try:
        weighing_record(weigh(load("cluster")))
        assert gc.collect() == 0
    finally:
        gc.enable()
