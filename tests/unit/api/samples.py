"""A small scenario in plain data, and each function of the library called on one source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import dilemma
from tests.unit.cli.running import ROOT, Ran
from tests.unit.cli.running import dilemma as command

__all__ = ["COMMANDS", "FUNCTIONS", "SMALL", "THEORIES", "VIEWS", "ran", "result"]

SMALL: Mapping[str, Any] = {
    "format": 1,
    "title": "A bridge",
    "question": "Which bridge should the town build?",
    "parties": {"town": {"name": "The town", "size": 100, "weight": {"low": 0.5, "best": 1, "high": 2}}},
    "beliefs": {"flood": {"claim": "A flood comes", "probability": {"low": 0.1, "best": 0.3, "high": 0.6}}},
    "consequences": {
        "cost": {"name": "What it costs", "party": "town", "value": -0.2},
        "loss": {"name": "It is washed away", "party": "town", "value": -0.5, "when": ["flood"]},
    },
    "options": {
        "high": {"name": "A high bridge", "consequences": {"cost": 1}},
        "low": {"name": "A low bridge", "consequences": {"loss": 1}},
    },
}
"""A scenario with two options and two numbers in doubt."""

VIEWS = ROOT / "docs" / "examples" / "class" / "before"
LATER = VIEWS.parent / "after"

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "weigh": dilemma.weigh,
    "explain": dilemma.explain,
    "cruxes": dilemma.cruxes,
    "stress": lambda source, **changes: dilemma.stress(source, draws=200, **changes),
    "reconcile": dilemma.reconcile,
    "dials": dilemma.dials,
}
"""Functions that take a scenario or a weighing, and settings."""

THEORIES = ("utilitarian", "kantian", "rossian")
FEW = ("-f", ",".join(THEORIES))

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "weigh": ("weigh", "triage"),
    "explain": ("explain", "triage", *FEW),
    "cruxes": ("cruxes", "triage", *FEW),
    "choice_map": ("cruxes", "triage", *FEW, "--map", "exchange", "discount"),
    "stress": ("stress", "triage", "-n", "200", *FEW),
    "reconcile": ("reconcile", "triage"),
    "dials": ("dials", "triage"),
    "check": ("check", "triage"),
    "compare": ("weigh", "cluster", "--as", "critics,proponents", "-f", "utilitarian,kantian"),
    "diff": ("diff", "means", "promise"),
    "collect": ("collect", "track-two", str(VIEWS), *FEW),
    "rounds": ("collect", "track-two", "--before", str(VIEWS), "--after", str(LATER), *FEW),
}
"""The command whose JSON the result of each function holds."""


@cache
def result(name: str) -> Any:
    """Return what a function returns for what its command is called with."""
    match name:
        case "check":
            return dilemma.check("triage")
        case "compare":
            return dilemma.compare(
                "cluster", ["critics", "proponents"], frameworks=["utilitarian", "kantian"]
            )
        case "diff":
            return dilemma.diff("means", "promise")
        case "collect":
            return dilemma.collect("track-two", VIEWS, frameworks=THEORIES)
        case "rounds":
            return dilemma.rounds("track-two", VIEWS, LATER, frameworks=THEORIES)
        case "choice_map":
            return dilemma.choice_map("triage", "exchange", "discount", frameworks=THEORIES)
        case "explain" | "cruxes" | "stress":
            return FUNCTIONS[name]("triage", frameworks=THEORIES)
    return FUNCTIONS[name]("triage")


@cache
def ran(*words: str, **environment: str) -> Ran:
    """Return how a command ended; it is run once."""
    return command(*words, **environment)
