"""A comparison with published results: its source, its input, and rows of theirs, ours and why.

The file of a study, `data/NAME.json`, holds all of it; `docs/generate/published_results.py` makes the page of
the documentation from it. The module of a study computes `ours` anew, and the tests hold the file to that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import dilemma

__all__ = ["DATA", "Ours", "Study", "inputs", "order", "scored", "study", "theirs", "write_ours"]

DATA = Path(__file__).with_name("data")

Study: TypeAlias = dict[str, Any]
"""The content of a study's file: title, source, licence, about, inputs and rows."""

Ours: TypeAlias = Mapping[str, str | float]
"""What this program gives, by what a row is about."""


def path_of(name: str) -> Path:
    """Return the path of a study's file."""
    return DATA / f"{name}.json"


def study(name: str) -> Study:
    """Return the content of a study's file."""
    content: Study = json.loads(path_of(name).read_text("utf-8"))
    return content


def inputs(name: str) -> Mapping[str, Any]:
    """Return what a study's results follow from."""
    content: Mapping[str, Any] = study(name)["inputs"]
    return content


def theirs(name: str) -> Ours:
    """Return the published results, by what a row is about."""
    return {row["what"]: row["theirs"] for row in study(name)["rows"]}


def write_ours(name: str, ours: Ours) -> None:
    """Write what this program gives into the rows of a study's file."""
    content = study(name)
    for row in content["rows"]:
        row["ours"] = ours[row["what"]]
    path_of(name).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def scored(
    method: str,
    options: Sequence[str],
    columns: Sequence[Sequence[float]],
    credences: Sequence[float] | None = None,
) -> Mapping[str, float]:
    """Return the score of each option by a method, where each column holds one theory's scores, on one scale.

    Every theory has the same credence unless credences are given.
    """
    rows = [
        {
            "name": f"column {place}",
            "unit": "one",
            "choiceworthiness": dict(zip(options, column, strict=True)),
        }
        for place, column in enumerate(columns, 1)
    ]
    for row, credence in zip(rows, credences or (), strict=credences is not None):
        row["credence"] = credence
    found = dilemma.reconcile(
        {"options": list(options), "theories": rows},
        even=credences is None,
        methods=[method],
        one_scale=method == "expected-raw",
        draws=0,
    )
    return found.results[0].scores or {}


def order(scores: Mapping[str, float]) -> str:
    """Return the options from the greatest score to the least, `=` between those that tie."""
    levels = sorted({*scores.values()}, reverse=True)
    return " > ".join(" = ".join(o for o, score in scores.items() if score == level) for level in levels)
