"""Runs of Python programs in Pyodide with the studio's stand-in for numpy."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import dilemma

__all__ = [
    "ASSETS",
    "HERE",
    "PACKAGES",
    "ROOT",
    "STAND_IN",
    "needs_packages",
    "needs_pyodide",
    "result_in_pyodide",
]

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
STUDIO = Path(dilemma.__file__).parent / "studio"
ASSETS, STAND_IN = STUDIO / "assets", STUDIO / "python"
PYODIDE = Path(os.environ.get("DILEMMA_PYODIDE", "nowhere"))
PACKAGES = Path(os.environ.get("DILEMMA_PYODIDE_PACKAGES", "nowhere"))
HANGS = 600  # seconds after which a program is given up

needs_pyodide = pytest.mark.skipif(
    not (PYODIDE / "pyodide.mjs").is_file() or shutil.which("node") is None,
    reason="needs node, and the npm package `pyodide`: its folder in DILEMMA_PYODIDE",
)
needs_packages = pytest.mark.skipif(
    not (PACKAGES / "pydantic_core").is_dir(),
    reason="needs what dilemma depends on, unpacked for Pyodide: the folder in DILEMMA_PYODIDE_PACKAGES",
)


def result_in_pyodide(program: str, folder: Path, paths: Sequence[Path]) -> Any:
    """Return what a program, run with these folders on its path besides the stand-in, binds to `result`."""
    file = folder / "program.py"
    file.write_text(f"{program}\nimport json\nprint('=' * 9, json.dumps(result))\n", "utf-8")
    kernels = shutil.copytree(ASSETS, folder / "assets") / "arrays.js"
    (kernels.parent / "package.json").write_text('{"type": "module"}', "utf-8")  # else node looks for `.mjs`
    command: list[Any] = [
        "node",
        "--disallow-code-generation-from-strings",
        HERE / "studio.mjs",
        PYODIDE,
        file,
        kernels,
        STAND_IN,
        *paths,
    ]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=HANGS)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.partition("=========")[2])
