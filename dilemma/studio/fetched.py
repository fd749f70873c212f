"""The packages of others that the studio needs: fetched by pip and npm, held to the hashes in `packages`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from dilemma.errors import ConditionFailed
from dilemma.studio.programs import run

__all__ = ["node_packages", "python_files"]

PLATFORMS: Final = ("pyemscripten_2026_0_wasm32", "manylinux_2_28_x86_64", "manylinux2014_x86_64")
"""The platform of Pyodide; of a package built for Linux alone, its Python files are taken."""

PYTHON: Final = "3.14"
FAILED: Final = "the studio’s packages could not be fetched; that needs the network"
RETRIES: Final = 1  # of each request: the programs' own numbers take minutes to say that there is no network


def node_packages(place: Path) -> Path:
    """Install the packages of `package-lock.json` below a folder, and return their folder.

    Raises ConditionFailed if npm is missing or cannot fetch them.
    """
    if shutil.which("npm") is None:
        raise ConditionFailed("the studio is built with npm, which was not found: install Node.js")
    for name in ("package.json", "package-lock.json"):
        (place / name).write_bytes(_packages(name))
    words = ["npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", f"--fetch-retries={RETRIES}"]
    run(words, place, FAILED)
    return place / "node_modules"


def python_files(place: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file of the Python packages, fetched to a folder.

    Raises ConditionFailed if pip cannot fetch them.
    """
    (place / "requirements.txt").write_bytes(_packages("requirements.txt"))
    platforms = [word for platform in PLATFORMS for word in ("--platform", platform)]
    run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--retries", f"{RETRIES}"),
            *("--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", "requirements.txt"),
            *("--python-version", PYTHON, "--implementation", "cp", "--abi", "cp314", "--abi", "none"),
            *("--platform", "any", *platforms, "--dest", "wheels"),
        ],
        place,
        FAILED,
    )
    for wheel in sorted((place / "wheels").glob("*.whl")):
        with ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                if _runs_there(name):
                    yield name, archive.read(name)


def _packages(name: str) -> bytes:
    return files("dilemma.studio.packages").joinpath(name).read_bytes()


def _runs_there(name: str) -> bool:
    """Return whether a file of a wheel is of use in the browser: no library for Linux, no program."""
    native = name.endswith(".so") and "wasm32" not in name
    return not (native or name.endswith("/") or ".data/" in name)
