"""Instant runoff: the option that the least credence puts first is dropped, until one is left.

A theory that ties several options first among those left counts in full for each of them. So a copy of an
option that every theory ties with it changes nothing, and an option that more than half of the credence
puts alone in first place wins (Delemazure and Peters 2024, who call the rule Approval-IRV).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from fractions import Fraction

from dilemma.reconciliation.method import About, Direct, Outcome, WinnersAt, WinnersOfTheory
from dilemma.reconciliation.profile import Ballot, Profile

__all__ = ["INSTANT_RUNOFF"]

Left = frozenset[int]
"""The options not dropped yet."""

MOST_WORK = 300_000
"""Places looked at, past which ties would take longer than a tenth of a second."""

MOST_COUNTED = 100
"""Theories that count towards that: beyond them only ties are limited, not the number of theories."""


def survivors(profile: Profile) -> Outcome | None:
    """Return the options left last after some order of dropping; None where there are too many to try."""
    guiding = profile.guiding
    winners = left_last(len(profile.options), len(guiding), lambda left: firsts(left, guiding))
    return None if winners is None else Outcome(winners)


def left_last(
    options: int, guiding: int, tallies: Callable[[Left], Mapping[int, int]]
) -> tuple[int, ...] | None:
    """Return the options left last by the tallies among those left; None where there are too many to try.

    Of several that are least, each is dropped in turn. `guiding` is the number of theories that guide.
    """
    waiting = [frozenset(range(options))]
    seen, winners, work = set(waiting), set[int](), 0
    while waiting:
        left = waiting.pop()
        work += len(left) * (min(guiding, MOST_COUNTED) + 1)
        if work > MOST_WORK:
            return None
        if len(left) == 1:
            winners |= left
            continue
        tallied = tallies(left)
        fewest = min(tallied.values())
        fewer = {left - {option} for option, tally in tallied.items() if tally == fewest}
        waiting += fewer - seen
        seen |= fewer
    return tuple(sorted(winners))


def firsts(left: Left, guiding: Iterable[tuple[Ballot, int]]) -> dict[int, int]:
    """Return for each option left the votes that put it first among those left, tied or not."""
    tallies = dict.fromkeys(left, 0)
    for ballot, votes in guiding:
        for option in first(ballot, left):
            tallies[option] += votes
    return tallies


def first(ballot: Ballot, left: Left) -> list[int]:
    """Return the options that a ballot puts first among those left."""
    places = ballot.places
    best = min([places[option] for option in left])
    return [option for option in left if places[option] == best]


def along(profile: Profile, _offsets: Collection[Fraction]) -> WinnersOfTheory:
    """Return the winners as the credence of one theory moves; tallies of all the others are kept.

    With x the credence of the theory, v its votes of n, and T the tallies in votes, those at x are in the
    proportion of (1 - x) T + (n x - v) F, where F is 1 for what the theory puts first.
    """
    guiding, whole = profile.guiding, profile.total_votes
    tallied: dict[Left, dict[int, int]] = {}

    def of_theory(which: int) -> WinnersAt:
        ballot, votes = profile.ballots[which], profile.votes[which]
        own: dict[Left, list[int]] = {}

        def winners_at(credence: Fraction) -> tuple[int, ...] | None:
            theirs = credence.denominator - credence.numerator
            more = credence.numerator * whole - votes * credence.denominator

            def tallies(left: Left) -> dict[int, int]:
                if left not in tallied:
                    tallied[left] = firsts(left, guiding)
                if left not in own:
                    own[left] = first(ballot, left) if ballot.guides else []
                found = {option: theirs * tally for option, tally in tallied[left].items()}
                for option in own[left]:
                    found[option] += more
                return found

            return left_last(len(profile.options), len(guiding), tallies)

        return winners_at

    return of_theory


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
    along=along,
)
