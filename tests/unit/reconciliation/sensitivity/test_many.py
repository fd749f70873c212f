"""Thresholds for many theories: what is found by a shorter way is what the plain definition gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import Additive, Direct, Method, Pairwise, elect, with_credence
from dilemma.reconciliation.methods.catalogue import METHODS, method_named
from dilemma.reconciliation.methods.strengths import strengths
from dilemma.reconciliation.profile import Profile, ballot
from dilemma.reconciliation.sensitivity.margin_paths import MarginPaths
from dilemma.reconciliation.thresholds import (
    Threshold,
    nearest,
    stepwise,
    thresholds,
    thresholds_between,
)
from tests.support.samples import THOROUGH

PAIRWISE = [method for method in METHODS if isinstance(method, Pairwise)]
CARRIED = [method for method in METHODS if isinstance(method, Direct) and method.along is not None]

Numbers = tuple[int, ...]


@st.composite
def profiles(draw: st.DrawFn, most: int = 5) -> Profile:
    """Draw a profile of orders with ties, of theories with votes or without."""
    options = draw(st.integers(2, most))
    orders = draw(st.lists(st.tuples(*[st.integers(1, options)] * options), min_size=2, max_size=6))
    votes = draw(st.lists(st.integers(0, 9), min_size=len(orders), max_size=len(orders)))
    votes[0] += 1
    ballots = tuple(ballot((f"t{n}", f"t{n}", None), ranked(order)) for n, order in enumerate(orders))
    return Profile(tuple(f"o{o}" for o in range(options)), ballots, tuple(votes))


def ranked(numbers: Numbers) -> Numbers:
    """Return the places of options by their numbers, ties sharing a place."""
    return tuple(1 + sum(other < number for other in numbers) for number in numbers)


def crossing_places(profile: Profile, which: int) -> Iterator[Fraction]:
    """Yield every credence of a theory at which two margins are level, or a margin is 0."""
    ends = [table_at(profile, which, Fraction(end)) for end in (0, 1)]
    pairs = [(a, b) for a in range(len(profile.options)) for b in range(a)]
    lines = [(ends[0][a][b], ends[1][a][b] - ends[0][a][b]) for a, b in pairs]
    lines += [(-level, -gain) for level, gain in lines] + [(Fraction(0), Fraction(0))]
    for level, gain in lines:
        for other, slope in lines:
            if gain != slope:
                yield (other - level) / (gain - slope)


def table_at(profile: Profile, which: int, credence: Fraction) -> list[list[Fraction]]:
    """Return the margins where one theory has a credence, the others keeping their proportions."""
    others = profile.total_votes - profile.votes[which]
    shares = [(1 - credence) * Fraction(votes, others) for votes in profile.votes]
    shares[which] = credence
    options = range(len(profile.options))
    voting = [(b.places, share) for b, share in zip(profile.ballots, shares, strict=True) if b.guides]
    return [
        [sum((s * ((p[a] < p[b]) - (p[b] < p[a])) for p, s in voting), Fraction(0)) for b in options]
        for a in options
    ]


def plainly(method: Method, profile: Profile, which: int, winners: Numbers) -> tuple[Threshold, ...]:
    """Return the nearest threshold by asking for the election itself at every place or step."""
    at = Fraction(profile.votes[which], profile.total_votes)

    def winners_at(credence: Fraction) -> Numbers | None:
        outcome = elect(method, with_credence(profile, which, credence))
        return outcome and outcome.winners

    if isinstance(method, Pairwise):
        found = thresholds_between(crossing_places(profile, which), at, winners_at, winners)
    else:
        found = stepwise(at, winners_at, winners)
    return nearest([*found], at)


@pytest.mark.parametrize("method", PAIRWISE, ids=lambda method: str(method.about.id))
@settings(max_examples=100 if THOROUGH else 20)
@given(profile=profiles())
def test_the_short_way_gives_what_the_plain_definition_gives(method: Method, profile: Profile) -> None:
    """A threshold is the first place past which the election itself has other winners, to the last digit."""
    require_plain(method, profile)


@pytest.mark.parametrize("method", CARRIED, ids=lambda method: str(method.about.id))
@settings(max_examples=60 if THOROUGH else 3)
@given(profile=profiles(most=4))
def test_a_carried_election_gives_what_the_plain_definition_gives(method: Method, profile: Profile) -> None:
    """Where an election is carried on from one credence to the next, thresholds are those of elections."""
    require_plain(method, profile)


def require_plain(method: Method, profile: Profile) -> None:
    """Assert that the thresholds of a method are those of the plain definition."""
    outcome = elect(method, profile)
    assert outcome is not None
    found = thresholds(method, profile, outcome.winners)
    for which, votes in enumerate(profile.votes):
        if 0 < votes < profile.total_votes:
            assert found(which) == plainly(method, profile, which, outcome.winners)


@given(profile=profiles())
def test_additive_sums_are_those_of_each_theory_by_itself(profile: Profile) -> None:
    """Just past a threshold of Borda the stated options win."""
    borda = method_named("borda")
    assert isinstance(borda, Additive)
    outcome = elect(borda, profile)
    assert outcome is not None
    found = thresholds(borda, profile, outcome.winners)
    for which, votes in enumerate(profile.votes):
        for threshold in found(which) if 0 < votes < profile.total_votes else ():
            beyond = Fraction(TOLERANCE) * (1 if threshold.above else -1)
            past = Fraction(threshold.credence) + beyond
            if 0 < past < 1:
                there = elect(borda, with_credence(profile, which, past))
                assert there is not None
                assert there.winners == threshold.to


@given(profile=profiles())
def test_orders_of_margins_are_shared(profile: Profile) -> None:
    """What a method chooses at an order of margins is asked once, however many theories come to it."""
    asked: list[object] = []
    split_cycle = method_named("split-cycle")
    assert isinstance(split_cycle, Pairwise)
    counted = split_cycle._replace(elect=lambda table: asked.append(table) or split_cycle.elect(table))
    outcome = elect(split_cycle, profile)
    assert outcome is not None
    find = thresholds(counted, profile, outcome.winners, MarginPaths(profile))
    for which, votes in enumerate(profile.votes):
        if 0 < votes < profile.total_votes:
            find(which)
    assert len(asked) == len({str(table) for table in asked})


@given(
    table=st.integers(2, 6).flatmap(
        lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_strengths_in_votes_are_those_in_quantities(table: list[list[int]]) -> None:
    """Whole votes take a shorter way to the strongest chains, with the same result."""
    in_quantities = strengths([[float(margin) for margin in row] for row in table])
    assert strengths(table) == in_quantities
