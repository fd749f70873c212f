"""Thresholds: the nearest credence of a theory at which a method's choice changes.

The other theories keep their proportions.

With x the credence of the theory, every sum by credence is a straight line in x. So the thresholds of an
additive method are where lines cross; those of a pairwise one lie among the crossings of margins; any other
is evaluated step by step, and the threshold found between two steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import TypeAlias

from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import (
    Additive,
    Direct,
    Method,
    Pairwise,
    WinnersAt,
    WinnersOfTheory,
    margins,
    with_credence,
)
from dilemma.reconciliation.profile import Profile
from dilemma.reconciliation.sensitivity.crossings import Threshold, Winners, crossings
from dilemma.reconciliation.sensitivity.margin_paths import MarginPath, MarginPaths, Order, Stretch

__all__ = ["STEPS", "Threshold", "Thresholds", "thresholds"]

STEPS = 32
"""Steps in which other methods are evaluated: thresholds nearer to each other than 1/32 may be missed."""

DISTANCES = (Fraction(TOLERANCE), *(Fraction(number, STEPS) for number in range(1, STEPS)))
OFFSETS = tuple(offset for distance in DISTANCES for offset in (distance, -distance))

MOST_CROSSING = 8  # options; with more, the margins of pairs cross too often to ask at every crossing


Thresholds: TypeAlias = Callable[[int], tuple[Threshold, ...]]
"""The nearest threshold of one theory: two if both sides are equally near, or none."""


def thresholds(
    method: Method, profile: Profile, winners: Winners, paths: MarginPaths | None = None
) -> Thresholds:
    """Return the function from a theory of the profile to its nearest threshold.

    What all theories share is found once; `paths` are those of the profile, to be shared by methods.
    """
    find = finder(method, profile, winners, paths or MarginPaths(profile))
    whole = profile.total_votes

    def of_theory(which: int) -> tuple[Threshold, ...]:
        own = profile.votes[which]
        if own == whole:
            return ()  # the others have no proportions to keep
        return nearest([*find(which)], Fraction(own, whole))

    return of_theory


def finder(
    method: Method, profile: Profile, winners: Winners, paths: MarginPaths
) -> Callable[[int], Iterable[Threshold]]:
    """Return the function from a theory to its thresholds, the nearest of them among these."""
    if isinstance(method, Additive):
        return crossings(method, profile, winners)
    if isinstance(method, Pairwise) and len(profile.options) <= MOST_CROSSING:
        chosen = paths.winners(method)
        return lambda which: on_path(
            paths.path(which), profile.votes[which] / profile.total_votes, chosen, winners
        )
    if isinstance(method, Direct) and method.thresholds is not None:
        return at_places(method, profile, winners)
    along = winners_by_credence(method, profile)
    return lambda which: stepwise(share_of(profile, which), along(which), winners)


def share_of(profile: Profile, which: int) -> Fraction:
    """Return the credence of a theory as a share of all."""
    return Fraction(profile.votes[which], profile.total_votes)


def nearest(found: Sequence[Threshold], at: Fraction) -> tuple[Threshold, ...]:
    """Return the thresholds that are nearest to a credence."""
    distances = [abs(threshold.credence - at) for threshold in found]
    least = min(distances, default=0.0)
    return tuple(t for t, distance in zip(found, distances, strict=True) if distance <= least + TOLERANCE)


# Pairwise methods: places where margins cross.


def on_path(
    path: MarginPath, at: float, chosen: Callable[[Order], Winners | None], winners: Winners
) -> list[Threshold]:
    """Return the first place upwards and downwards past which the winners differ.

    Upwards no further than the one downwards is away: what lies beyond is not the nearest.
    """
    below = first_other(path.downwards(), chosen, winners)
    reach = at - below[0] + 2 * TOLERANCE if below else 1.0
    near = takewhile(lambda stretch: stretch.place - at <= reach, path.upwards())
    above = first_other(near, chosen, winners)
    return [
        Threshold(place, is_above, to)
        for is_above, found in ((True, above), (False, below))
        if found
        for place, to in [found]
    ]


def first_other(
    stretches: Iterable[Stretch], chosen: Callable[[Order], Winners | None], winners: Winners
) -> tuple[float, Winners] | None:
    """Return the first place past which others win, and who; None if there is none, or it cannot be told."""
    for place, order in stretches:
        to = chosen(order)
        if to != winners:
            return (place, to) if to is not None else None
    return None


# Other methods: evaluated at other credences.


def winners_by_credence(method: Pairwise | Direct, profile: Profile) -> WinnersOfTheory:
    """Return the function from a theory to that from its credence to the winners."""
    if isinstance(method, Direct) and method.along is not None:
        return method.along(profile, OFFSETS)

    def of_theory(which: int) -> WinnersAt:
        return (
            from_margins(method, profile, which)
            if isinstance(method, Pairwise)
            else from_profile(method, profile, which)
        )

    return of_theory


def from_margins(method: Pairwise, profile: Profile, which: int) -> WinnersAt:
    """Return the function from a credence of one theory to the winners by margins."""
    own, rest, others = split_margins(profile, which)

    def winners_at(credence: Fraction) -> Winners | None:
        mine, theirs = credence.numerator * others, credence.denominator - credence.numerator
        table = [
            [mine * a + theirs * b for a, b in zip(row, other, strict=True)]
            for row, other in zip(own, rest, strict=True)
        ]
        outcome = method.elect(table)
        return outcome and outcome.winners

    return winners_at


def from_profile(method: Direct, profile: Profile, which: int) -> WinnersAt:
    """Return the function from a credence of one theory to the winners by the rule itself."""

    def winners_at(credence: Fraction) -> Winners | None:
        outcome = method.elect(with_credence(profile, which, credence))
        return outcome and outcome.winners

    return winners_at


def split_margins(profile: Profile, which: int) -> tuple[list[list[int]], list[list[int]], int]:
    """Return one theory's margins at one vote, those of all the others, and the votes of the others."""
    alone = profile._replace(votes=tuple(int(place == which) for place in range(len(profile.votes))))
    rest = profile._replace(votes=tuple(v * (p != which) for p, v in enumerate(profile.votes)))
    return (
        [list(row) for row in margins(alone)],
        [list(row) for row in margins(rest)],
        rest.total_votes,
    )


def at_places(method: Direct, profile: Profile, winners: Winners) -> Callable[[int], Iterator[Threshold]]:
    """Return the function from a theory to its thresholds among the places that the method states."""
    along = winners_by_credence(method, profile)

    def of_theory(which: int) -> Iterator[Threshold]:
        stated = method.thresholds(profile, which) if method.thresholds else ()
        places = [Fraction(*pair) for pair in stated]
        return thresholds_between(places, share_of(profile, which), along(which), winners)

    return of_theory


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
    for step in DISTANCES:
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
