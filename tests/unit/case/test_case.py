"""Tests of the case: its states and worlds, and the consequences of each option in them."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma import load
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


def test_a_world_is_credible_beside_the_likeliest() -> None:
    """A world is credible if it is possible and at least ε times as probable as the likeliest."""
    # probabilities 1/16, 3/16, 3/16 and 9/16: a ninth, a third, a third and the whole of the greatest
    assert _case().credible(0.1) == (True, True, True, True)
    assert _case().credible(1 / 9) == (True, True, True, True)
    assert _case().credible(0.2) == (False, True, True, True)
    assert _case().credible(0.5) == (False, False, False, True)
    certain = {**BELIEFS, "p": {"claim": "p", "probability": 0}}
    assert _case(beliefs=certain).credible(0.0) == (False, False, True, True)


GIVEN = {
    "beliefs": {
        "storm": {"claim": "storm", "probability": 0.2},
        "other": {"claim": "other", "probability": 0.5},
        "flood": {"claim": "flood", "probability": 0.5},
    },
    "consequences": {"c": {"party": "one", "value": -8, "when": "flood"}},
    "options": {
        "a": {
            "beliefs": {"flood": {"given": {"storm": 0.75, "not storm": 0.25}}},
            "consequences": {"c": 1},
        },
        "b": {"beliefs": {"flood": 0.5}, "consequences": {"c": 1}},
    },
}


def test_an_event_may_depend_on_a_state() -> None:
    """A state named by `given` makes worlds; P is the sum over its truth values."""
    case = _case(parties={"one": {}}, **GIVEN)
    assert [state.id for state in case.states] == ["storm"]
    assert [(world.probability, dict(world.totals)) for world in case.worlds] == [
        (0.2, {"a": -6, "b": -4}),
        (0.8, {"a": -2, "b": -4}),
    ]
    assert case.totals["a"] == pytest.approx(0.2 * -6 + 0.8 * -2)


@pytest.mark.parametrize(
    ("when", "storm", "calm"),
    [
        (["flood", "storm"], -6, 0),
        (["flood", "not storm"], 0, -2),
        ("not flood", -2, -6),
    ],
)
def test_a_literal_of_the_state_and_an_event_given_it_hold_together(
    when: Any, storm: float, calm: float
) -> None:
    """In each world the event has its probability there, and the literal holds or does not."""
    consequences = {"c": {**GIVEN["consequences"]["c"], "when": when}}
    case = _case(parties={"one": {}}, **{**GIVEN, "consequences": consequences})
    assert [world.totals["a"] for world in case.worlds] == [storm, calm]
    assert case.totals["a"] == pytest.approx(0.2 * storm + 0.8 * calm)


def test_a_case_stays_as_it_is() -> None:
    """A theory cannot change a case, which all theories share."""
    case = _case()
    with pytest.raises(AttributeError):
        case.exchange = 2.0  # type: ignore[misc]
