"""Small dilemmas for reports of weighings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dilemma import load, weigh
from dilemma.weighing import Weighing

__all__ = ["PARTED", "weighed"]

PARTED: Mapping[str, Any] = {
    "format": 1,
    "title": "Two paths",
    "question": "Which?",
    "unit": "lives",
    "exchange": 1,
    "parties": {"many": {"name": "The many"}, "few": {"name": "The few"}},
    "beliefs": {"works": {"claim": "The plan works.", "probability": [0.3, 0.6, 0.9]}},
    "consequences": {
        "saved": {"party": "many", "value": 1, "count": 5, "when": "works"},
        "lost": {"party": "few", "value": -1, "count": 2},
    },
    "duties": {"keep": {"name": "Do not kill", "weight": 5}},
    "options": {
        "act": {
            "name": "Act",
            "because": "The plan of the U.S. Army goes ahead as it stands. It has been tried before.",
            "consequences": {"saved": {}, "lost": {}},
            "duties": {"keep": -1},
        },
        "wait": {
            "name": "Wait",
            "because": "Nothing is done; those who need it go without.",
            "omission": True,
        },
    },
}
"""Utilitarians act, and wait where the plan works with less than 40 %; Ross waits whatever its chance."""


def weighed(**changes: Any) -> Weighing:
    """Return the small dilemma weighed, with these keys replaced."""
    return weigh(load({**PARTED, **changes}))
