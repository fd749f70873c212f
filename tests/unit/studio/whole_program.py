"""Results of the whole program that need columns, as plain data: run with numpy and with the stand-in.

The stand-in's side of the test runs this file too, inside Pyodide; so it imports nothing of the tests.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dilemma
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.scenario import view

__all__ = ["results"]

IN_RANGES = ("cluster", "track-two", "phone")
SMALL = "phone"


def results(root: Path) -> dict[str, Any]:
    """Return the results, by name; `root` is the folder of the project."""
    small = dilemma.load(SMALL)
    return {
        "weigh": dilemma.weigh(small).to_dict(),
        "cruxes": dilemma.cruxes(small).to_dict(),
        "compare": dilemma.compare(small, [None, *list(small.scenario.perspectives)[:1]]).to_dict(),
        "stress": dilemma.stress(small, draws=3000).to_dict(),
        "collect": collection(root),
        **{f"{name} in ranges": turns_in_ranges(name) for name in IN_RANGES},
    }


def turns_in_ranges(name: str) -> list[Any]:
    """Return where verdicts turn within the ranges that a shipped file states."""
    found = cruxes_in_ranges(view(dilemma.load(name)), tuple(CATALOGUE)) or ()
    return [[one.dial.address, one.about.id, one.before, one.after, one.at, one.direction] for one in found]


def collection(root: Path) -> dict[str, Any]:
    """Return the views of a made-up class, without the paths of their files."""
    found = dilemma.collect("track-two", root / "docs" / "examples" / "class" / "before").to_dict()
    for one in found["views"]:
        one["source"] = Path(one["source"]).name
    return found
