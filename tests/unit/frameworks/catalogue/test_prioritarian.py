"""Prioritarianism: the shape of f, its scale, and who comes first."""

from __future__ import annotations

from math import exp
from typing import Any

import pytest

from dilemma.api import load, weigh
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue.prioritarian import Prioritarian
from dilemma.weighing import judge
from tests.unit.frameworks.small import brings, judged, reason_rows, scores

PARFIT: dict[str, Any] = {
    "parties": {"poor": {"level": -4}, "rich": {"level": 2}},
    "consequences": {"help-poor": {"party": "poor", "value": 1}, "help-rich": {"party": "rich", "value": 2}},
    "options": brings(city={"help-rich": 1}, suburb={"help-poor": 1}),
}


def f(x: float, gamma: float, scale: float) -> float:
    return (1 - exp(-gamma * x / scale)) * scale / gamma


def test_the_worse_off_come_first() -> None:
    """A smaller gain to the worse off may outweigh a greater one to the better off (Parfit 1991)."""
    assert judged("prioritarian", **PARFIT).choice == ("suburb",)
    assert judged("prioritarian", {"priority": 0}, **PARFIT).choice == ("city",)


def test_the_score_is_the_sum_of_weighed_gains() -> None:
    """f(ℓ + v) - f(ℓ), at the file's own scale: the largest level, here 4."""
    found = judged("prioritarian", **PARFIT)
    assert found.answer("city").score == pytest.approx(f(4, 1, 4) - f(2, 1, 4))
    assert found.answer("suburb").score == pytest.approx(f(-3, 1, 4) - f(-4, 1, 4))


def test_a_gain_is_worth_e_times_as_much_a_scale_lower() -> None:
    """Someone V worse off counts e^γ times as much."""
    for gamma in (1.0, 2.5):
        found = judged(
            "prioritarian",
            {"priority": gamma, "scale": 3},
            parties={"low": {"level": -3}, "high": {}},
            consequences={"a": {"party": "low", "value": 1}, "b": {"party": "high", "value": 1}},
            options=brings(a={"a": 1}, b={"b": 1}),
        )
        assert found.answer("a").score == pytest.approx(exp(gamma) * found.answer("b").score)


def test_every_factor_of_a_contribution_multiplies() -> None:
    """Chance, P(when), discount, weight and number multiply the weighed gain; it is its term."""
    found = judged(
        "prioritarian",
        {"scale": 2},
        parties={"one": {"weight": 0.5, "level": 1}},
        discount=0.25,
        beliefs={"b": {"claim": "b", "probability": 0.5}},
        consequences={
            "c": {"party": "one", "value": -1, "count": 3, "chance": 0.25, "when": "b", "delay": 1}
        },
        options=brings(a={"c": {}}, b={}),
    )
    expected = 0.5 * 0.25 * 0.5 * 0.8 * 3 * (f(0, 1, 2) - f(1, 1, 2))
    assert found.answer("a").score == pytest.approx(expected)
    score = found.answer("a").score
    assert reason_rows(found.answer("a")) == [("consequence", "options.a.consequences.c", score, None, "one")]


@pytest.mark.parametrize(
    ("level", "value", "chance", "scale"),
    [(0, -3, 0.5, 3), (-5, 2, 1, 5), (5, 2, 1, 7), (0, 0, 1, 1), (-2, -6, 0, 8)],
)
def test_the_scale_of_a_file(level: float, value: float, chance: float, scale: float) -> None:
    """The largest of |v|, |ℓ| and |ℓ + v| in use, likely or not; 1 where all are 0."""
    data = {
        "format": 1,
        "title": "Small",
        "question": "Which?",
        "parties": {"one": {"level": level}, "other": {"level": 90}},
        "consequences": {
            "c": {"party": "one", "value": 70},
            "unused": {"party": "one", "value": 80},
            "rule": {"party": "one", "value": 60, "scope": "rule"},
        },
        "options": brings(a={"c": {"value": value, "chance": chance}, "rule": 1}, b={}),
    }
    assert case_of(load(data).scenario).scale == scale


def test_the_scale_of_a_file_is_that_of_its_best_estimates() -> None:
    """Products and ranges count at their best estimates, every party struck at its own level."""
    data = {
        "format": 1,
        "title": "Small",
        "question": "Which?",
        "quantities": {"q": [1, 2, 9]},
        "parties": {"one": {}, "two": {"level": [-9, -1, 0]}},
        "consequences": {"c": {"falls_on": {"one": 1, "two": 1}, "value": "q * -3"}},
        "options": brings(a={"c": 1}, b={}),
    }
    assert case_of(load(data).scenario).scale == 7


def test_the_scale_stays_while_dials_move() -> None:
    """A value changed by a flag is measured on the scale of the file as written."""
    document = load({"format": 1, "title": "Small", "question": "Which?", **PARFIT})
    changed = weigh(
        document, addresses={"consequences.help-rich.value": 8.0}, frameworks=["prioritarian"]
    ).verdicts[0]
    assert changed.answer("city").score == pytest.approx(f(10, 1, 4) - f(2, 1, 4))


def test_at_no_priority_it_is_utilitarian() -> None:
    """f(x) = x at γ = 0, and nearly so just above it."""
    for gamma in (0.0, 1e-13, 5e-324):
        found = judged("prioritarian", {"priority": gamma}, **PARFIT)
        assert found.answer("city").score == pytest.approx(2)
        assert found.answer("suburb").score == pytest.approx(1)


def test_the_exponent_is_capped() -> None:
    """At the 500th power of e it grows no more, so that amounts stay finite on any scale."""
    low: dict[str, Any] = {
        "parties": {"one": {"level": -1000}},
        "consequences": {"c": {"party": "one", "value": 400}},
        "options": brings(a={"c": 1}, b={}),
    }
    capped = judged("prioritarian", {"scale": 1}, **low).answer("a").score
    assert capped == 0  # both levels lie beyond the cap, where f is flat
    half = judged(
        "prioritarian", {"scale": 1}, **{**low, "consequences": {"c": {"party": "one", "value": 600}}}
    )
    assert half.answer("a").score == pytest.approx(exp(500) - exp(400))
    tiny = judged("prioritarian", {"scale": 5e-324, "priority": 10}, **low).answer("a").score
    assert tiny == 0


def test_it_needs_a_consequence_in_use() -> None:
    """Without a consequence it does not apply."""
    found = judged("prioritarian", duties={"d": {}}, options={"a": {"duties": {"d": 1}}, "b": {}})
    assert found.missing == ("no option lists a consequence",)


def test_a_scale_of_its_own_stands() -> None:
    """`scale` above 0 is used as it is; 0 means the file's."""
    data = {"format": 1, "title": "Small", "question": "Which?", **PARFIT}
    case = case_of(load(data).scenario)
    assert scores(judge(case, Prioritarian(scale=4.0))) == scores(judge(case, Prioritarian()))
    assert scores(judge(case, Prioritarian(scale=8.0))) != scores(judge(case, Prioritarian()))
