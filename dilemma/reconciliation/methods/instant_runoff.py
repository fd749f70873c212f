"""Instant runoff: the option that the least credence puts first is dropped, until one is left.

A theory that ties several options first among those left counts in full for each of them. So a copy of an
option that every theory ties with it changes nothing, and an option that more than half of the credence
puts alone in first place wins (Delemazure and Peters 2024, who call the rule Approval-IRV).
"""

from __future__ import annotations

from dilemma.reconciliation.method import About, Direct, Outcome
from dilemma.reconciliation.profile import Ballot, Profile

__all__ = ["INSTANT_RUNOFF"]

Left = frozenset[int]
"""The options not dropped yet."""

MOST_WORK = 300_000
"""Places looked at, past which ties would take longer than a tenth of a second."""


def survivors(profile: Profile) -> Outcome | None:
    """Return the options left last after some order of dropping; None where there are too many to try.

    Of several that are least, each is dropped in turn.
    """
    guiding = profile.guiding
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
        fewer = {left - {option} for option in least(left, guiding)}
        waiting += fewer - seen
        seen |= fewer
    return Outcome(tuple(sorted(winners)))


def least(left: Left, guiding: list[tuple[Ballot, int]]) -> list[int]:
    """Return the options that the least credence puts first among those left, tied or not."""
    tallies = dict.fromkeys(left, 0)
    for ballot, votes in guiding:
        best = min(ballot.places[option] for option in left)
        for option in left:
            if ballot.places[option] == best:
                tallies[option] += votes
    fewest = min(tallies.values())
    return [option for option, tally in tallies.items() if tally == fewest]


INSTANT_RUNOFF = Direct(
    About(
        id="instant-runoff",
        name="Instant runoff",
        claim="Drop what the least credence puts first, again and again, until one option is left.",
        plainly="it is left when the option first by the least credence is dropped, again and again",
        formula="drop the option with the least Σ credence that puts it first; a tied first counts in full",
        scale="",
        sources=("tideman-2006", "delemazure-peters-2024"),
        objections=(
            "A theory more believed may unseat the option that it finds best.",
            "A theory that ties many options first counts as much for each as one that names a single best.",
            "What is second best by every theory is dropped first, however near the best.",
        ),
        worst_added=(
            "changes nothing among the others: it is never first alone, and is among the first to be dropped"
        ),
    ),
    survivors,
)
