"""The voting rules agree with pref_voting, an independent library, on random profiles."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.catalogue import method_named
from dilemma.reconciliation.profile import Profile, ballot

PROFILES = 200

Order = tuple[int, ...]
"""The place of each option, 1 best."""


def profiles(*, ties: bool) -> list[tuple[int, list[Order], list[int]]]:
    """Return random profiles: how many options, the orders, and their votes."""
    source = random.Random(20_261_122)
    drawn = []
    for _ in range(PROFILES):
        count = source.randint(2, 4)
        voters = source.randint(1, 5)
        orders = [order(source, count, ties=ties) for _ in range(voters)]
        drawn.append((count, orders, [source.randint(1, 4) for _ in range(voters)]))
    return drawn


def order(source: random.Random, count: int, *, ties: bool) -> Order:
    """Return a random order, with options that share a place where ties may be."""
    levels = [source.randint(1, count) if ties else 0 for _ in range(count)]
    if not ties:
        levels = source.sample(range(count), count)
    return tuple(1 + sum(other < level for other in levels) for level in levels)


def ours(id: str, count: int, orders: Sequence[Order], votes: Sequence[int]) -> list[int]:
    """Return our winners."""
    ballots = tuple(ballot((f"T{n}", f"T{n}", None), places) for n, places in enumerate(orders))
    outcome = elect(method_named(id), Profile(tuple("abcd"[:count]), ballots, tuple(votes)))
    assert outcome is not None
    return list(outcome.winners)


@pytest.mark.parametrize("id", ["split-cycle", "schulze", "minimax", "copeland", "ranked-pairs"])
def test_pairwise_methods_agree(id: str) -> None:
    """Each method of margins has the winner set of pref_voting on every profile, ties and all."""
    margin_based = pytest.importorskip("pref_voting.margin_based_methods")
    c1 = pytest.importorskip("pref_voting.c1_methods")
    with_ties = pytest.importorskip("pref_voting.profiles_with_ties")
    theirs = {
        "split-cycle": margin_based.split_cycle,
        "schulze": margin_based.beat_path,
        "minimax": margin_based.minimax,
        "copeland": c1.copeland,
        "ranked-pairs": margin_based.ranked_pairs,
    }[id]
    differing = [
        drawn
        for drawn in profiles(ties=True)
        if sorted(theirs(with_ties.ProfileWithTies([dict(enumerate(o)) for o in drawn[1]], drawn[2])))
        != ours(id, *drawn)
    ]
    assert differing == []


@pytest.mark.parametrize("id", ["borda", "instant-runoff", "favourite-option"])
def test_methods_of_strict_orders_agree(id: str) -> None:
    """Where no order has ties, Borda, instant runoff (every order of dropping) and plurality agree too.

    With ties the definitions differ: here a theory that ties options first counts in full for each.
    """
    scoring = pytest.importorskip("pref_voting.scoring_methods")
    iterative = pytest.importorskip("pref_voting.iterative_methods")
    strict = pytest.importorskip("pref_voting.profiles")
    theirs = {
        "borda": scoring.borda,
        "instant-runoff": iterative.instant_runoff_put,
        "favourite-option": scoring.plurality,
    }[id]
    differing = []
    for count, orders, votes in profiles(ties=False):
        ranked = [sorted(range(count), key=lambda option, places=places: places[option]) for places in orders]  # type: ignore[misc]
        if sorted(theirs(strict.Profile(ranked, votes))) != ours(id, count, orders, votes):
            differing.append((count, orders, votes))
    assert differing == []
