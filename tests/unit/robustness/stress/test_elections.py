"""Elections over columns of draws agree with elections of each draw's profile, ties included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma.reconciliation.method import Additive, as_floats, elect
from dilemma.reconciliation.methods.lottery import chances, chances_of_shares
from dilemma.reconciliation.profile import Ballot, Profile, ballot, in_order, opinion
from dilemma.robustness.stress.elections import choices, sets, winners
from dilemma.robustness.stress.voters import COUNTED
from tests.support.samples import THOROUGH

OPTIONS = 4
DRAWS = 5
RANDOM = 300 if THOROUGH else 150
NAMES = tuple("abcd"[:OPTIONS])
HUGE = 10**30  # more votes than 64 bits hold

Said = tuple[list[int], list[bool] | None, list[float] | None]


def ranked(levels: list[int]) -> list[int]:
    """Return ranks from levels, the greatest first, ties sharing a rank."""
    return [1 + sum(other > level for other in levels) for level in levels]


@st.composite
def said(draw: st.DrawFn, tested: bool, scored: bool) -> Said:
    """Return a theory's answer in one draw: ranks, results of tests, and scores with rounding errors."""
    levels = draw(st.lists(st.integers(0, 3), min_size=OPTIONS, max_size=OPTIONS))
    passed = draw(st.lists(st.booleans(), min_size=OPTIONS, max_size=OPTIONS)) if tested else None
    if passed:
        levels = [level + 9 * ok for level, ok in zip(levels, passed, strict=True)]
    scores = [float(level) * 0.1 for level in levels]
    if draw(st.integers(0, 4)) == 0:
        scores = [float(level) for level in draw(st.permutations(levels))]
    return ranked(levels), passed, scores if scored else None


@st.composite
def profiles(draw: st.DrawFn) -> tuple[list[list[Said]], list[int]]:
    """Return what some theories say, draw by draw, and their votes."""
    theories = []
    for _ in range(draw(st.integers(1, 4))):
        one = said(draw(st.booleans()), draw(st.booleans()))
        theories.append(draw(st.lists(one, min_size=DRAWS, max_size=DRAWS)))
    few = st.integers(1, 6)
    votes = draw(st.lists(few | few.map(HUGE.__mul__), min_size=len(theories), max_size=len(theories)))
    return theories, votes


def in_floats(said: Said, name: str) -> Ballot:
    ranks, passed, scores = said
    allowed = None if passed is None else tuple(passed)
    return ballot((name, name, None), tuple(ranks), in_order(scores, ranks), allowed)


def _amounts(method: Additive, one: Ballot) -> Sequence[float]:
    return as_floats(method.amounts([opinion(one)])[0])


def table(ballots: Sequence[Ballot], read: Callable[[Ballot], Sequence[float]]) -> np.ndarray:
    """Return a table of one theory's ballots: one row per option, one column per draw."""
    return np.array([read(one) for one in ballots]).T


@settings(max_examples=RANDOM)
@given(profiles())
def test_columns_elect_as_each_draw_does_by_itself(drawn: tuple[list[list[Said]], list[int]]) -> None:
    """In every draw each method has the winners, and the lottery the chances, of that draw's profile."""
    theories, votes = drawn
    floats = [[in_floats(one, str(at)) for one in theory] for at, theory in enumerate(theories)]
    everywhere = [*zip(*floats, strict=True)]  # by draw
    guides = np.array([[one.guides for one in ballots] for ballots in floats])
    chosen = [table(ballots, lambda one: opinion(one).chosen) for ballots in floats]  # type: ignore[arg-type]
    for method in COUNTED:
        amounts = [table(ballots, partial(_amounts, method)) for ballots in floats]
        found = winners(method, amounts, votes)
        for row, ballots in enumerate(everywhere):
            outcome = elect(method, Profile(NAMES, ballots, tuple(votes)))
            assert outcome is not None
            assert tuple(np.flatnonzero(found[:, row])) == outcome.winners, method.about.id
    for row, ballots in enumerate(everywhere):
        made = choices([rows[:, [row]] for rows in chosen], guides[:, [row]], votes)
        expected = chances(Profile(NAMES, ballots, tuple(votes)))
        assert bool(made) == (expected is not None)
        if expected is not None:
            told = [[bool(set_ >> at & 1) for at in range(OPTIONS)] for _, set_ in made]
            shares = [Fraction(given, whole) for (whole, _), given in made.items()]
            assert chances_of_shares(told, shares) == pytest.approx(expected)
            assert sum(shares) == 1


def test_more_options_than_bits() -> None:
    """Sets of options are told apart by numbers of any size."""
    members = np.zeros((80, 2), bool)
    members[79, 1] = members[0, 0] = True
    assert list(sets(members)) == [1, 2**79]
