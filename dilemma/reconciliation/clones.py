"""Clones: options adjacent in the order of every theory, which may be one option described twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.borda import BORDA
from dilemma.reconciliation.profile import Ballot, Profile, restricted

__all__ = ["ClonePair", "clone_pairs"]

FEWEST = 3  # options: with two there is no third that could stand between them


class ClonePair(NamedTuple):
    """Two options that no theory ranks another between; `level` if every theory ties them.

    `instead` is Borda's choice by option left out, only where it differs.
    """

    first: str
    second: str
    level: bool
    instead: dict[str, tuple[str, ...]]


def clone_pairs(profile: Profile) -> Iterator[ClonePair]:
    """Yield the pairs that every theory ties, or of which one, left out, changes what Borda chooses."""
    ballots = [ballot for ballot, votes in profile.guiding if votes]
    if len(profile.options) < FEWEST or not ballots:
        return
    for a, b in combinations(range(len(profile.options)), 2):
        if all(adjacent(ballot, a, b) for ballot in ballots):
            level = all(ballot.places[a] == ballot.places[b] for ballot in ballots)
            instead = {profile.options[gone]: without(profile, gone) for gone in (a, b)}
            changed = differing(profile, (profile.options[a], profile.options[b]), instead)
            if level or changed:
                yield ClonePair(profile.options[a], profile.options[b], level, changed)


def adjacent(ballot: Ballot, a: int, b: int) -> bool:
    """Return whether no third option is ranked between the two, or tied with one of them."""
    low, high = sorted((ballot.places[a], ballot.places[b]))
    return not any(low <= place <= high for option, place in enumerate(ballot.places) if option not in (a, b))


def without(profile: Profile, gone: int) -> tuple[str, ...]:
    """Return what Borda chooses when one option is left out."""
    rest = restricted(profile, (o for o in range(len(profile.options)) if o != gone))
    outcome = elect(BORDA, rest)
    return tuple(rest.options[o] for o in outcome.winners) if outcome else ()


def differing(
    profile: Profile, pair: tuple[str, str], instead: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the choices, by option left out, that differ; the two of the pair count as the same option."""
    outcome = elect(BORDA, profile)
    now = {profile.options[o] for o in outcome.winners} if outcome else set()
    merged = {pair[0] if option in pair else option for option in now}
    return {
        gone: choice
        for gone, choice in instead.items()
        if {pair[0] if option in pair else option for option in choice} != merged
    }
