"""Value of information and resilience, against cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.cruxes.evpi import information
from dilemma.robustness.cruxes.resilience import resilience
from dilemma.weighing import judge
from tests.support.judging import framework
from tests.support.strategies import Data, scenarios


def bet(probability: float, prize: float = 1.0) -> dict[str, Any]:
    """Return a scenario with a certain gain of 0.4 and a gain that depends on a state."""
    return {
        "format": 1,
        "title": "A bet",
        "question": "Take it?",
        "parties": {"we": {"kind": "people"}},
        "beliefs": {"luck": {"claim": "It comes off", "probability": probability}},
        "consequences": {
            "sure": {"party": "we", "value": 0.4},
            "prize": {"party": "we", "value": prize, "when": "luck"},
        },
        "options": {"keep": {"consequences": {"sure": 1}}, "bet": {"consequences": {"prize": 1}}},
    }


@pytest.mark.parametrize(
    ("probability", "worth"),
    [
        (0.5, 0.5 * 1 + 0.5 * 0.4 - 0.5),  # best expected utility 0.5; with the answer 1 or 0.4
        (0.25, 0.25 * 1 + 0.75 * 0.4 - 0.4),
        (0.0, 0.0),
        (1.0, 0.0),
    ],
)
def test_information_is_expected_best_less_best_expected(probability: float, worth: float) -> None:
    """EVPI is what choosing after learning brings on average, less what choosing now brings."""
    all_, each = information(case_of(load(bet(probability)).scenario))
    assert (all_.belief, each.belief) == (None, "luck")
    assert all_.value == pytest.approx(worth)
    assert each.value == pytest.approx(worth)


@given(scenarios())
def test_no_answer_is_worth_less_than_nothing_or_more_than_all(data: Data) -> None:
    """0 <= the worth of each belief <= the worth of all."""
    worths = list(information(case_of(load(data).scenario)))
    for worth in worths:
        assert 0.0 <= worth.value <= worths[0].value
        assert 0.0 <= worth.share <= 1.0


@given(scenarios())
def test_resilience_is_a_share_of_weights(data: Data) -> None:
    """Resilience lies between 0 and 1, and is given for linear theories with one choice alone."""
    case = case_of(load(data).scenario)
    for theory in CATALOGUE:
        verdict = judge(case, theory)
        share = resilience(verdict)
        if share is not None:
            assert theory.about.linear
            assert len(verdict.choice) == 1
            assert 0.0 <= share <= 1.0 + 1e-12


def test_resilience_is_where_the_worst_error_ties_the_rival() -> None:
    """Gains of 3 to one party against 2 to another: the weights may be off by (3 - 2) / (3 + 2)."""
    data = {
        "format": 1,
        "title": "Two groups",
        "question": "Which?",
        "parties": {"a": {"kind": "people"}, "b": {"kind": "people"}},
        "consequences": {"to-a": {"party": "a", "value": 3}, "to-b": {"party": "b", "value": 2}},
        "options": {"for-a": {"consequences": {"to-a": 1}}, "for-b": {"consequences": {"to-b": 1}}},
    }
    verdict = judge(case_of(load(data).scenario), framework("utilitarian"))
    assert resilience(verdict) == pytest.approx(0.2)
    off = {
        **data,
        "parties": {"a": {"kind": "people", "weight": 0.8}, "b": {"kind": "people", "weight": 1.2}},
    }
    tied = judge(case_of(load(off).scenario), framework("utilitarian"))
    assert tied.choice == ("for-a", "for-b")


def test_what_cannot_change_the_choice_is_worth_exactly_nothing() -> None:
    """Where one option is best in every world, information is worth 0 on every Python, not nearly 0."""
    beliefs = {f"b{at}": {"claim": "It holds.", "probability": 0.1 + 0.07 * at} for at in range(5)}
    data = bet(0.5) | {"beliefs": beliefs}
    data["consequences"] = {
        f"good-{id}": {"party": "we", "value": 1.1 + at, "when": id} for at, id in enumerate(beliefs)
    }
    data["options"] = {"all": {"consequences": dict.fromkeys(data["consequences"], 1)}, "none": {}}
    assert {worth.value for worth in information(case_of(load(data).scenario))} == {0.0}
