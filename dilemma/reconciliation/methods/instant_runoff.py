"""Instant runoff: the option that the least credence puts first is dropped, until one is left."""

from __future__ import annotations

from math import lcm

from dilemma.reconciliation.method import About, Direct, Outcome
from dilemma.reconciliation.profile import Ballot, Profile

__all__ = ["INSTANT_RUNOFF"]

Left = frozenset[int]
"""The options not dropped yet."""

MOST_WORK = 300_000
"""Places looked at, past which ties would take longer than a tenth of a second."""


def survivors(profile: Profile) -> Outcome | None:
    """Return the options left last after some order of dropping; None where there are too many to try.

    Of several that are least, each is dropped in turn. A theory's credence is split evenly over its tops.
    """
    guiding = profile.guiding
    share = lcm(*range(1, len(profile.options) + 1))  # so that every split is a whole number
    waiting = [frozenset(range(len(profile.options)))]
    seen, winners, work = set(waiting), set[int](), 0
    while waiting:
        left = waiting.pop()
        work += len(left) * (len(guiding) + 1)
        if work > MOST_WORK:
            return None
        if len(left) == 1:
            winners |= left
            continue
        fewer = {left - {option} for option in least(left, guiding, share)}
        waiting += fewer - seen
        seen |= fewer
    return Outcome(tuple(sorted(winners)))


def least(left: Left, guiding: list[tuple[Ballot, int]], share: int) -> list[int]:
    """Return the options that the least credence puts first among those left."""
    tallies = dict.fromkeys(left, 0)
    for ballot, votes in guiding:
        best = min(ballot.places[option] for option in left)
        tops = [option for option in left if ballot.places[option] == best]
        for option in tops:
            tallies[option] += votes * share // len(tops)
    fewest = min(tallies.values())
    return [option for option, tally in tallies.items() if tally == fewest]


INSTANT_RUNOFF = Direct(
    About(
        id="instant-runoff",
        name="Instant runoff",
        claim="Drop what the least credence puts first, again and again, until one option is left.",
        plainly="it is left when the option first by the least credence is dropped, again and again",
        formula="drop the option with the least Σ credence that puts it first; a tied first is split evenly",
        scale="",
        sources=("tideman-2006",),
        objections=(
            "A theory more believed may unseat the option that it finds best.",
            "What is second best by every theory is dropped first, however near the best.",
        ),
    ),
    survivors,
)
