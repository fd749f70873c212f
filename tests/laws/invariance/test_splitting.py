"""One thing told as two changes no verdict: a consequence by count, by value, or a party.

`worst` and sizes are stated, since a default would move with what is split.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dilemma.case import Case, Effect
from dilemma.case.build import case_of
from dilemma.quantity import equal
from tests.support.judging import Verdicts, and_of_shipped, judged, judged_case, rulings, scenario_of, size_of
from tests.support.splits import party_in_two, row_in_two, stated
from tests.support.strategies import Data, scenarios

INDEXES = st.integers(0, 3)
SHARES = st.sampled_from([0.5, 0.25])

BY_THE_ROW = {"prioritarian", "threshold-deontology", "do-no-harm", "rights"}
"""Theories that look at the size of one row: how likely, how relevant or how grave it is."""


def _effects(case: Case, id: str) -> list[Effect]:
    return [e for act in case.acts for e in (*act.effects, *act.practice) if e.id == id]


def _gives_relief(case: Case, id: str) -> bool:
    """Return whether averting the consequence may make good a harm, or allow to presume consent."""
    before = case.baseline.effects if case.baseline else ()
    presumed = any(effect.consent == "presumed" for effect in case.in_use)
    averted = any(e.id == id and e.agency == "allows" and e.value < 0 for e in before)
    return averted or presumed


def _strikes_all(effect: Effect) -> bool:
    return bool(equal(effect.members, effect.party.size))


def _members_suffice(case: Case) -> bool:
    """Return whether consequences that strike a part of a party can all strike different members."""
    shares: dict[tuple[str, str], float] = {}
    for act in case.acts:
        for effect in act.effects:
            if not _strikes_all(effect):
                key = act.id, effect.party.id
                shares[key] = shares.get(key, 0.0) + effect.members / effect.party.size  # type: ignore[operator]
    return all(share <= 1.0 for share in shares.values())


def _same(before: Verdicts, after: Verdicts, slack: float, but: set[str]) -> None:
    for id, verdict in before.items():
        if id not in but:
            assert rulings(after[id]) == rulings(verdict), id
            assert [a.score for a in after[id].answers] == pytest.approx(
                [a.score for a in verdict.answers], abs=slack
            ), id


def _consequence(data: Data, index: int) -> str:
    causes = list(data.get("consequences", ()))
    assume(causes)
    return str(causes[index % len(causes)])


@and_of_shipped(index=1, share=0.25)
@given(scenarios(), INDEXES, SHARES)
def test_a_row_in_two_by_count(data: Data, index: int, share: float) -> None:
    """A consequence told as two by count changes nothing, unless it gives relief.

    Prioritarian takes those that strike a part of a party to strike different members. Where their shares
    then pass 1 there are not enough, and some are struck twice.
    """
    whole, id = stated(data), _consequence(data, index)
    case = case_of(scenario_of(whole))
    assume(not _gives_relief(case, id))
    told = row_in_two(whole, id, "count", share)
    but = set() if _members_suffice(case_of(scenario_of(told))) else {"prioritarian"}
    _same(judged_case(case), judged(told), 1e-9 * size_of(case), but)


@and_of_shipped(index=0, share=0.5)
@given(scenarios(), INDEXES, SHARES)
def test_a_row_in_two_by_value(data: Data, index: int, share: float) -> None:
    """A consequence that strikes all of its party, told as two by value, changes nothing.

    Not in theories that look at one row: prioritarian, unless it is certain; relevance in threshold; the
    number struck in do-no-harm; what a means or an end is to one person in rights.
    """
    whole, id = stated(data), _consequence(data, index)
    case = case_of(scenario_of(whole))
    assume(all(map(_strikes_all, _effects(case, id))))
    after = judged(row_in_two(whole, id, "value", share))
    _same(judged_case(case), after, 1e-9 * size_of(case), BY_THE_ROW)


@and_of_shipped(index=0)
@given(scenarios(), INDEXES)
def test_a_party_in_two(data: Data, index: int) -> None:
    """A party all of whose consequences strike everyone, told as two, changes nothing anywhere.

    What is owed to the one is owed to both: a breach is shared by all that a duty is owed to.
    """
    whole = stated(data)
    id = list(whole["parties"])[index % len(whole["parties"])]
    case = case_of(scenario_of(whole))
    effects = [e for act in case.acts for e in (*act.effects, *act.practice) if e.party.id == id]
    assume(all(map(_strikes_all, effects)))
    _same(judged_case(case), judged(party_in_two(whole, id, case)), 1e-9 * size_of(case), set())
