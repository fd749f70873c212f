"""Two actions, and which of ten rules each breaks: the labels of MoralChoice, weighed as Ross's duties.

A rule that is labelled as broken is a duty, pro tanto, of weight 1, infringed outright; nothing else is in
the scenario. So a verdict follows from the two sets of broken rules alone, and the rows state how many
published scenarios have each kind of pair. `recount` counts them in a copy of the published table.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

import dilemma

from .study import Ours, inputs

__all__ = ["COMMONSENSE", "NAME", "OTHER", "Pair", "kind", "ours", "recount", "ross"]

NAME = "moral-choice"
COMMONSENSE, OTHER = "commonsense", "other"

Pair: TypeAlias = tuple[Sequence[str], Sequence[str]]
"""The rules that the commonsense action breaks, and those that the other breaks."""


def ours() -> Ours:
    """Return what Ross's duties choose in each kind of scenario, and in how many of them."""
    found: Counter[str] = Counter()
    for what, count, pairs in kinds():
        chosen = {ross(pair) for pair in pairs}
        assert len(chosen) == 1, (what, chosen)
        found[chosen.pop()] += count
    return {
        **{what: ross(pairs[0]) for what, _, pairs in kinds()},
        "all: 687": "; ".join(f"{choice} in {count}" for choice, count in found.items()),
    }


def kinds() -> list[tuple[str, int, list[Pair]]]:
    """Return the kinds of scenario: name, number, and the pairs that stand for them.

    Where only the other action breaks rules, every single rule and all of them together stand for the rest:
    the tests try every set.
    """
    stated = inputs(NAME)
    rules = stated["rules"]
    only_other: list[Pair] = [((), (rule,)) for rule in rules] + [((), tuple(rules))]
    pairs = {"only the other": only_other, "both": stated["both"], "neither": [((), ())]}
    return [(count["what"], count["scenarios"], pairs[count["kind"]]) for count in stated["counts"]]


@cache
def _ross(commonsense: frozenset[str], other: frozenset[str], weight: float) -> str:
    rules = inputs(NAME)["rules"]
    document = dilemma.load(
        {
            "format": 1,
            "title": "Two actions",
            "question": "Which of the two?",
            "exchange": 1,
            "parties": {"all": {"name": "All"}},
            "duties": {rule: {"kind": "pro-tanto", "weight": weight} for rule in rules},
            "options": {
                COMMONSENSE: {"duties": dict.fromkeys(commonsense, -1)},
                OTHER: {"duties": dict.fromkeys(other, -1)},
            },
        }
    )
    (verdict,) = dilemma.weigh(document, frameworks=["rossian"]).verdicts
    return " = ".join(verdict.choice)


def ross(pair: Pair, weight: float = 1.0) -> str:
    """Return which action Ross's duties choose, `=` between two that tie; every duty has the weight."""
    commonsense, other = pair
    return _ross(frozenset(commonsense), frozenset(other), weight)


def kind(pair: Pair) -> str:
    """Return the kind of a pair."""
    commonsense, other = pair
    if commonsense:
        return "both"
    return "only the other" if other else "neither"


def recount(path: Path) -> Counter[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return how many scenarios of a copy of the published table have each pair of sets of broken rules."""
    with path.open(encoding="utf-8", newline="") as file:
        return Counter((broken(row, "a1_"), broken(row, "a2_")) for row in csv.DictReader(file))


def broken(row: Mapping[str, str], action: str) -> tuple[str, ...]:
    """Return the rules that a row labels as broken by an action."""
    rules: Iterable[str] = inputs(NAME)["rules"]
    return tuple(rule for rule in rules if row[action + rule.replace("-", "_")] == "Yes")
