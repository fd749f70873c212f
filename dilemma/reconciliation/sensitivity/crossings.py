"""Thresholds of additive methods: where the lines of sums by credence cross, in closed form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import Additive, numbers, size, totals
from dilemma.reconciliation.profile import Profile

__all__ = ["Threshold", "Winners", "crossings"]

Number: TypeAlias = Fraction | float
Winners: TypeAlias = tuple[int, ...]


class Threshold(NamedTuple):
    """A threshold: at credences above or below it, the options `to` win."""

    credence: float
    above: bool
    to: Winners


class Lines(NamedTuple):
    """Each option's score at the present credence, its slope in one direction, and the tie tolerance."""

    scores: Sequence[Number]
    slopes: Sequence[Number]
    slack: Number


def crossings(method: Additive, profile: Profile, winners: Winners) -> Callable[[int], Iterator[Threshold]]:
    """Return the function from a theory to its first thresholds upwards and downwards, in closed form."""
    amounts = numbers(method, profile.ballots)
    votes, whole = profile.votes, profile.total_votes
    convert = exact_share if method.exact else float_share
    sums = [*totals(amounts, votes)]
    scores = [convert(total, whole) for total in sums]
    measure = size(amounts, votes) / whole

    def of_theory(which: int) -> Iterator[Threshold]:
        mine, others = votes[which], whole - votes[which]
        own = [convert(amount, 1) for amount in amounts[which]]
        rest = [
            convert(total - mine * amount, others) for total, amount in zip(sums, amounts[which], strict=True)
        ]
        largest = max(measure, *(abs(amount) for amount in amounts[which]))
        slack = 0 if method.exact else TOLERANCE * largest
        at = convert(mine, whole)
        for above in (True, False):
            slopes = [(a - b) if above else (b - a) for a, b in zip(own, rest, strict=True)]
            found = first_crossing(Lines(scores, slopes, slack), winners)
            if found is None:
                continue
            distance, to = found
            credence = at + distance if above else at - distance
            if TOLERANCE < credence < 1 - TOLERANCE:
                yield Threshold(float(credence), above, to)

    return of_theory


def exact_share(amount: float, whole: int) -> Number:
    """Return a whole number of votes as a share, exactly."""
    return Fraction(int(amount), whole)


def float_share(amount: float, whole: int) -> Number:
    """Return an amount as a share."""
    return amount / whole


def first_crossing(lines: Lines, winners: Winners) -> tuple[Number, Winners] | None:
    """Return the distance to the first change of winners, and the new winners; None if there is none.

    At a crossing all that meet are level; past it, the steepest of them lead.
    """
    steepest = max(lines.slopes[o] for o in winners)
    leading = tuple(o for o in winners if steepest - lines.slopes[o] <= lines.slack)
    if leading != winners:
        return 0, leading
    level = max(lines.scores[o] for o in winners)
    gaining = {
        o: (level - lines.scores[o]) / (slope - steepest)
        for o, slope in enumerate(lines.slopes)
        if slope - steepest > lines.slack and o not in winners
    }
    if not gaining:
        return None
    first = min(gaining.values())
    meeting = [o for o, distance in gaining.items() if distance - first <= lines.slack]
    fastest = max(lines.slopes[o] for o in meeting)
    return first, tuple(o for o in meeting if fastest - lines.slopes[o] <= lines.slack)
