"""Tests of the case: its states and worlds, and the consequences of each option in them."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.api import load
from dilemma.case import Case
from dilemma.case.build import case_of

BELIEFS = {id: {"claim": id, "probability": 0.25} for id in ("p", "q", "event", "unused", "rule")}


def _case(**fields: Any) -> Case:
    data = {
        "format": 1,
        "title": "Small",
        "question": "Which?",
        "parties": {"one": {"weight": 0.5}},
        "beliefs": BELIEFS,
        "consequences": {
            "c": {"party": "one", "value": -2, "count": 3, "when": ["p", "event"]},
            "d": {"party": "one", "value": 8},
            "r": {"party": "one", "value": 1, "scope": "rule", "when": "rule"},
            "not-listed": {"party": "one", "value": 1, "when": "unused"},
        },
        "options": {
            "a": {
                "beliefs": {"event": 0.5},
                "consequences": {"c": {"when": "not q"}, "d": 1, "r": 1},
            },
            "b": {"consequences": {"c": 1}},
        },
        **fields,
    }
    return case_of(load(data).scenario)


def test_states_are_beliefs_in_use_that_no_option_sets() -> None:
    """A belief is no state if an option sets it, or if only a rule or an unlisted consequence names it."""
    states = _case().states
    assert [(state.id, state.probability, state.address) for state in states] == [
        ("p", 0.25, "beliefs.p"),
        ("q", 0.25, "beliefs.q"),
    ]


def test_worlds_are_all_combinations_of_states() -> None:
    """A world fixes every state, and has the total of each option, with events at their own chances."""
    found = {
        tuple(fact.state.id for fact in world.facts if fact.holds): dict(world.totals)
        for world in _case().worlds
    }
    assert found == {
        ("p", "q"): {"a": 4, "b": -0.75},
        ("p",): {"a": 2.5, "b": -0.75},
        ("q",): {"a": 4, "b": 0},
        (): {"a": 4, "b": 0},
    }


def test_totals_are_the_worlds_weighed_by_their_probability() -> None:
    """U(o) is the sum of its totals in all worlds, weighted by their probabilities."""
    case = _case()
    for option, whole in case.totals.items():
        expected = sum(
            world.totals[option] * (0.25 if p.holds else 0.75) * (0.25 if q.holds else 0.75)
            for world in case.worlds
            for p, q in [world.facts]
        )
        assert whole == expected


def test_without_states_there_is_one_world() -> None:
    """That world is credible at any threshold, and its totals are those of the case."""
    case = _case(options={"a": {"consequences": {"d": 1}}, "b": {}})
    assert [(world.facts, dict(world.totals)) for world in case.worlds] == [((), {"a": 4, "b": 0})]
    assert case.credible(0.5) == (True,)


def test_a_world_is_credible_if_all_its_facts_are() -> None:
    """A world is credible if each of its facts has a probability above 0 that reaches the threshold."""
    assert _case().credible(0.2) == (True, True, True, True)
    assert _case().credible(0.3) == (False, False, False, True)
    certain = {**BELIEFS, "p": {"claim": "p", "probability": 0}}
    assert _case(beliefs=certain).credible(0.0) == (False, False, True, True)


def test_changes_are_counted_from_the_baseline() -> None:
    """Each consequence changes by its amount less that under the baseline, weighted and unweighted.

    A consequence that only the baseline lists counts negatively; the baseline itself has no changes.
    """
    options = {"a": {"consequences": {"c": 0.5, "d": 1}}, "b": {"consequences": {"c": 1}}, "none": {}}
    consequences = {
        "c": {"party": "one", "value": -2, "count": 3, "when": "p"},
        "d": {"party": "one", "value": 8, "count": 2, "when": "q"},
    }
    case = _case(options=options, consequences=consequences, baseline="b")
    found = {
        option: [(change.effect.address, change.amount, change.unweighted) for change in changes]
        for option, changes in case.changes.items()
    }
    assert found == {
        "a": [("options.a.consequences.c", 0.375, 0.75), ("options.a.consequences.d", 2, 4)],
        "b": [],
        "none": [("options.b.consequences.c", 0.75, 1.5)],
    }


def test_without_a_baseline_everything_is_a_change() -> None:
    """Each consequence is a change of its full amount."""
    changes = _case(options={"a": {"consequences": {"d": 0.25}}, "b": {}}).changes
    assert [(change.amount, change.unweighted) for change in changes["a"]] == [(1, 2)]
    assert changes["b"] == ()


def test_a_change_within_the_tolerance_is_zero() -> None:
    """A consequence whose amount is Equal to that under the baseline changes by exactly 0."""
    options = {"a": {"consequences": {"d": 1 - 1e-11}}, "b": {"consequences": {"d": 1}}}
    changes = _case(options=options, baseline="b").changes["a"]
    assert [(change.amount, change.unweighted) for change in changes] == [(0, 0)]


def test_levels_are_what_one_member_expects() -> None:
    """A level is the party's own plus the stakes of its consequences, without counts and weights."""
    parties = {"one": {"weight": 0.5, "level": 3}, "two": {"level": -1}}
    options = {"a": {"consequences": {"c": 0.5, "d": 1}}, "b": {}}
    consequences = {
        "c": {"party": "one", "value": -2, "count": 3},
        "d": {"party": "two", "value": 8, "count": 2},
    }
    case = _case(parties=parties, options=options, consequences=consequences)
    assert case.levels == {("a", "one"): 2, ("a", "two"): 7, ("b", "one"): 3, ("b", "two"): -1}


PEOPLE = {"one": {"weight": 0.5, "level": 3}, "two": {}, "forest": {"kind": "nature"}}
AFFECTING = {
    "c": {"party": "one", "value": -2, "count": 3},
    "d": {"party": "one", "value": 8, "count": 2},
    "e": {"party": "two", "value": -1, "count": 5, "role": "means"},
}


def test_shares_are_what_all_members_expect() -> None:
    """A share is the sum of a party's stakes, with counts and weight 1; 0 where nothing affects the party."""
    options = {"a": {"consequences": {"c": 0.5, "d": 1}}, "b": {"consequences": {"e": 0.25}}}
    case = _case(parties=PEOPLE, options=options, consequences=AFFECTING)
    assert {pair: share for pair, share in case.shares.items() if share != 0} == {
        ("a", "one"): 13,
        ("b", "two"): -1.25,
    }
    assert case.shares["b", "forest"] == 0


def test_a_party_has_as_many_members_as_its_largest_consequence() -> None:
    """Only affected parties have a number of members; `people` lists all parties of that kind."""
    case = _case(
        parties=PEOPLE, options={"a": {"consequences": {"c": 1, "d": 1}}, "b": {}}, consequences=AFFECTING
    )
    assert case.members == {"one": 3}
    assert [party.id for party in case.people] == ["one", "two"]


def test_an_act_lists_the_harms_it_does_and_the_bad_it_aims_at() -> None:
    """A harm done is bad, possible and not merely allowed; a bad aim is bad and an end or a means."""
    listed = {"c": {"chance": 1, "agency": "allows"}, "d": 1, "e": 0.5}
    options = {"a": {"consequences": listed}, "b": {"consequences": {"c": 1, "e": 0}}}
    case = _case(parties=PEOPLE, options=options, consequences=AFFECTING)
    harms = {act.id: [effect.id for effect in act.harms] for act in case.acts}
    aims = {act.id: [effect.id for effect in act.aims] for act in case.acts}
    assert harms == {"a": ["e"], "b": ["c"]}
    assert aims == {"a": ["e"], "b": []}


def test_a_case_stays_as_it_is() -> None:
    """A theory cannot change a case, which all theories share."""
    case = _case()
    with pytest.raises(AttributeError):
        case.exchange = 2.0  # type: ignore[misc]
