"""Elections in columns choose what the same profile elects by itself, ties and all."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.lottery import chances
from dilemma.reconciliation.profile import Ballot, Profile, ballot, in_order
from dilemma.robustness.stress.ballots import AMOUNTS, Ballots, lots, parts_of_a_vote, winners
from dilemma.robustness.stress.voters import COUNTED, IN_DRAWS
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
    """Return what a theory says in one draw: ranks, what passes its tests, and scores that may be astray."""
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


def in_columns(theory: list[Said], ballots: list[Ballot]) -> Ballots:
    def table(rows: list[list[float]]) -> np.ndarray:
        return np.array(rows).T

    members = range(OPTIONS)
    return Ballots(
        permitted=table([[o in one.permitted for o in members] for one in ballots]),
        chosen=table([[o in one.choice for o in members] for one in ballots]),
        ranks=np.array([ranks for ranks, _, _ in theory], np.uint8).T,
        scores=None if theory[0][2] is None else table([scores for _, _, scores in theory]),
    )


@settings(max_examples=RANDOM)
@given(profiles())
def test_columns_elect_as_each_draw_does_by_itself(drawn: tuple[list[list[Said]], list[int]]) -> None:
    """In every draw each method has the winners, and the lottery the chances, of that draw's profile."""
    theories, votes = drawn
    floats = [[in_floats(one, str(at)) for one in theory] for at, theory in enumerate(theories)]
    columns = [in_columns(theory, ballots) for theory, ballots in zip(theories, floats, strict=True)]
    found = {method.about.id: winners(method, columns, votes) for method in COUNTED}
    shares, guiding = lots(columns, votes)
    for row in range(DRAWS):
        profile = Profile(NAMES, tuple(ballots[row] for ballots in floats), tuple(votes))
        for method in COUNTED:
            outcome = elect(method, profile)
            assert outcome is not None
            actual = tuple(np.flatnonzero(found[method.about.id][:, row]).tolist())
            assert actual == outcome.winners, method.about.id
        expected = chances(profile)
        assert (expected is None) == (guiding[row] == 0)
        if expected is not None:
            whole = int(guiding[row]) * parts_of_a_vote(OPTIONS)
            assert [int(lot) / whole for lot in shares[:, row]] == pytest.approx(list(expected))
            assert sum(Fraction(int(lot), whole) for lot in shares[:, row]) == 1


def test_every_method_counted_has_its_amounts() -> None:
    """What is counted in draws is known by the columns too, in the order of the default methods."""
    assert tuple(AMOUNTS) == IN_DRAWS == ("permissibility", "borda", "one-step")
