"""Small dilemmas with uncertain numbers."""

from __future__ import annotations

from typing import Any

from dilemma import load, stress
from dilemma.robustness.stress.stress_test import StressTest

Data = dict[str, Any]


def two_goods(one: object, other: object, **changes: object) -> Data:
    """Return a dilemma in which each of two options does one person some good."""
    return {
        "format": 1,
        "title": "t",
        "question": "q",
        "parties": {"a": {}},
        "consequences": {"x": {"party": "a", "value": one}, "y": {"party": "a", "value": other}},
        "options": {"one": {"consequences": {"x": 1}}, "other": {"consequences": {"y": 1}}},
        **changes,
    }


def stressed(data: Data, *frameworks: str, draws: int = 10_000, seed: int = 0) -> StressTest:
    """Return the stress test of a scenario given as plain data."""
    return stress(load(data), frameworks=frameworks, draws=draws, seed=seed)
