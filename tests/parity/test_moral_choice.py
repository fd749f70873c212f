"""Ross's duties on the labels of MoralChoice."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from tests.support.samples import THOROUGH

from .moral_choice import COMMONSENSE, NAME, kind, recount, ross
from .study import inputs

TABLE = os.environ.get("DILEMMA_MORALCHOICE")
WEIGHTS = (0.1, 1.0, 10.0)


def sets_of_rules() -> Iterator[tuple[str, ...]]:
    """Yield every set of at least one of the ten rules; in the plain run those of one, two, nine or ten."""
    rules = inputs(NAME)["rules"]
    sizes = range(1, len(rules) + 1) if THOROUGH else (1, 2, len(rules) - 1, len(rules))
    return (chosen for size in sizes for chosen in combinations(rules, size))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_ross_takes_the_action_that_breaks_no_rule(weight: float) -> None:
    """If one action breaks rules and the other none, Ross's duties choose the latter, at any weight."""
    assert {ross(((), broken), weight) for broken in sets_of_rules()} == {COMMONSENSE}


def test_the_figures_are_those_of_the_pairs() -> None:
    """The counts of the study's file add up, and its four pairs are of the kind they stand for."""
    stated = inputs(NAME)
    counts = {count["kind"]: count["scenarios"] for count in stated["counts"]}
    assert sum(counts.values()) == 687
    assert [kind(pair) for pair in stated["both"]] == ["both"] * counts["both"]


@pytest.mark.skipif(TABLE is None, reason="DILEMMA_MORALCHOICE names no table: see tests/parity/README.md")
def test_the_figures_are_those_of_the_published_table() -> None:
    """The counts are those of the published table; row by row Ross takes the commonsense act or neither."""
    assert TABLE is not None
    pairs = recount(Path(TABLE))
    kinds: Counter[str] = Counter()
    for pair, number in pairs.items():
        kinds[kind(pair)] += number
        assert ross(pair) == (f"{COMMONSENSE} = other" if kind(pair) == "neither" else COMMONSENSE)
    assert kinds == {count["kind"]: count["scenarios"] for count in inputs(NAME)["counts"]}
