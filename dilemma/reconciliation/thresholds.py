"""Thresholds: the nearest credence of a theory at which a method's choice changes.

The other theories keep their proportions.

With x the credence of the theory, every sum by credence is a straight line in x. So the thresholds of an
additive method are where lines cross; those of a pairwise one lie among the crossings of margins; any other
is evaluated step by step, and the threshold found between two steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import (
    Additive,
    Direct,
    Method,
    Pairwise,
    elect,
    margins,
    numbers,
    size,
    totals,
)
from dilemma.reconciliation.profile import Profile

__all__ = ["STEPS", "Threshold", "thresholds"]

Number: TypeAlias = Fraction | float
Winners: TypeAlias = tuple[int, ...]
WinnersAt: TypeAlias = Callable[[Fraction], Winners | None]
"""The winners at a credence of the theory; None if they cannot be determined."""

STEPS = 32
"""Steps in which other methods are evaluated: thresholds nearer to each other than 1/32 may be missed."""

MOST_CROSSING = 8  # options; with more, the margins of pairs cross too often to ask at every crossing


class Threshold(NamedTuple):
    """A threshold: at credences above or below it, the options `to` win."""

    credence: float
    above: bool
    to: Winners


def thresholds(method: Method, profile: Profile, which: int, winners: Winners) -> tuple[Threshold, ...]:
    """Return the nearest threshold of one theory: two if both sides are equally near, or none."""
    whole, own = profile.total_votes, profile.votes[which]
    if own == whole:
        return ()  # the others have no proportions to keep
    at = Fraction(own, whole)
    if isinstance(method, Additive):
        found = [*crossings(method, profile, which, winners)]
    elif (places := breakpoints(method, profile, which)) is not None:
        winners_at = winners_by_credence(method, profile, which)
        found = [*thresholds_between(places, at, winners_at, winners)]
    else:
        found = [*stepwise(at, winners_by_credence(method, profile, which), winners)]
    return nearest(found, at)


def nearest(found: Sequence[Threshold], at: Fraction) -> tuple[Threshold, ...]:
    """Return the thresholds that are nearest to a credence."""
    distances = [abs(threshold.credence - at) for threshold in found]
    least = min(distances, default=0.0)
    return tuple(t for t, distance in zip(found, distances, strict=True) if distance <= least + TOLERANCE)


# Additive methods: lines that cross.


class Lines(NamedTuple):
    """Each option's score at the present credence, its slope in one direction, and the tie tolerance."""

    scores: Sequence[Number]
    slopes: Sequence[Number]
    slack: Number


def crossings(method: Additive, profile: Profile, which: int, winners: Winners) -> Iterator[Threshold]:
    """Yield the first threshold upwards and the first downwards, in closed form."""
    amounts = numbers(method, profile.ballots)
    votes, whole = profile.votes, profile.total_votes
    mine, others = votes[which], whole - votes[which]
    convert = exact_share if method.exact else float_share
    sums = [*totals(amounts, votes)]
    own = [convert(amount, 1) for amount in amounts[which]]
    rest = [
        convert(total - mine * amount, others) for total, amount in zip(sums, amounts[which], strict=True)
    ]
    scores = [convert(total, whole) for total in sums]
    largest = max(size(amounts, votes) / whole, *(abs(amount) for amount in amounts[which]))
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


# Other methods: evaluated at other credences.


def winners_by_credence(method: Pairwise | Direct, profile: Profile, which: int) -> WinnersAt:
    """Return a function from a credence of one theory to the winners."""
    if isinstance(method, Pairwise):
        own, rest, others = split_margins(profile, which)

        def from_margins(credence: Fraction) -> Winners | None:
            mine, theirs = credence.numerator * others, credence.denominator - credence.numerator
            table = [
                [mine * a + theirs * b for a, b in zip(row, other, strict=True)]
                for row, other in zip(own, rest, strict=True)
            ]
            outcome = method.elect(table)
            return outcome and outcome.winners

        return from_margins

    def from_profile(credence: Fraction) -> Winners | None:
        outcome = elect(method, with_credence(profile, which, credence))
        return outcome and outcome.winners

    return from_profile


def with_credence(profile: Profile, which: int, credence: Fraction) -> Profile:
    """Return the profile with one theory at a credence and the others in their proportions."""
    others = profile.total_votes - profile.votes[which]
    mine, theirs = credence.numerator * others, credence.denominator - credence.numerator
    votes = tuple(mine if place == which else vote * theirs for place, vote in enumerate(profile.votes))
    return profile._replace(votes=votes)


def split_margins(profile: Profile, which: int) -> tuple[list[list[int]], list[list[int]], int]:
    """Return one theory's margins at one vote, those of all the others, and the votes of the others."""
    alone = profile._replace(votes=tuple(int(place == which) for place in range(len(profile.votes))))
    rest = profile._replace(votes=tuple(v * (p != which) for p, v in enumerate(profile.votes)))
    return (
        [list(row) for row in margins(alone)],
        [list(row) for row in margins(rest)],
        rest.total_votes,
    )


def breakpoints(method: Pairwise | Direct, profile: Profile, which: int) -> list[Fraction] | None:
    """Return every credence at which the winners may change, or None if they cannot be computed."""
    if isinstance(method, Direct):
        return (
            None
            if method.thresholds is None
            else [Fraction(*pair) for pair in method.thresholds(profile, which)]
        )
    if len(profile.options) > MOST_CROSSING:
        return None
    own, rest, others = split_margins(profile, which)
    options = range(len(profile.options))
    lines = {(rest[a][b], others * own[a][b] - rest[a][b]) for a in options for b in options if a < b}
    return [*roots(lines)]


def roots(lines: Iterable[tuple[int, int]]) -> Iterator[Fraction]:
    """Yield each point at which a line (level, slope) is 0, or equals another line or its negative."""
    every = [*lines]
    pairs = [(a, b) for place, a in enumerate(every) for b in every[:place]]
    apart = [
        *every,
        *((a[0] - b[0], a[1] - b[1]) for a, b in pairs),
        *((a[0] + b[0], a[1] + b[1]) for a, b in pairs),
    ]
    yield from {Fraction(-level, slope) for level, slope in apart if slope}


def thresholds_between(
    places: Iterable[Fraction], at: Fraction, winners_at: WinnersAt, winners: Winners
) -> Iterator[Threshold]:
    """Yield the first place upwards and downwards past which the winners differ."""
    inside = sorted(place for place in {*places, at} if 0 < place < 1 or place == at)
    upwards = [place for place in inside if place >= at]
    downwards = [place for place in reversed(inside) if place <= at]
    for above, ordered, end in ((True, upwards, Fraction(1)), (False, downwards, Fraction(0))):
        for place, following in zip(ordered, [*ordered[1:], end], strict=True):
            to = winners_at((place + following) / 2) if place != following else winners
            if to is None:
                break
            if to != winners:
                yield Threshold(float(place), above, to)
                break


def stepwise(at: Fraction, winners_at: WinnersAt, winners: Winners) -> Iterator[Threshold]:
    """Yield the nearest threshold, upwards or downwards or both, in even steps and then by bisection."""
    before = {True: at, False: at}
    found = False
    for step in (Fraction(TOLERANCE), *(Fraction(number, STEPS) for number in range(1, STEPS))):
        for above, place in ((True, at + step), (False, at - step)):
            if not 0 < place < 1:
                continue
            to = winners_at(place)
            if to is None:
                return
            if to != winners:
                found = True
                yield bisected(before[above], place, winners_at, winners, above=above)
            before[above] = place
        if found:
            return


def bisected(
    near: Fraction, far: Fraction, winners_at: WinnersAt, winners: Winners, *, above: bool
) -> Threshold:
    """Return the threshold between a credence with these winners and one with others.

    The winners past it are those a little further on: at the threshold itself several may be level.
    """
    to = winners_at(far)
    while abs(far - near) > TOLERANCE:
        middle = (near + far) / 2
        found = winners_at(middle)
        if found == winners:
            near = middle
        else:
            far, to = middle, found
    past = far + Fraction(TOLERANCE) * (1 if above else -1)
    beyond = winners_at(past) if 0 < past < 1 else None
    return Threshold(float((near + far) / 2), above, beyond if beyond and beyond != winners else to or ())
