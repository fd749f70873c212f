"""Prioritarianism: the shape of f, who comes first, and several consequences for one person."""

from __future__ import annotations

from math import exp
from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, reason_rows, scores

PARFIT: dict[str, Any] = {
    "worst": 4,
    "parties": {"poor": {"level": -4}, "rich": {"level": 2}},
    "consequences": {"help-poor": {"party": "poor", "value": 1}, "help-rich": {"party": "rich", "value": 2}},
    "options": brings(city={"help-rich": 1}, suburb={"help-poor": 1}),
}


def f(x: float, gamma: float, worst: float) -> float:
    """Return what a level is worth."""
    return (1 - exp(-gamma * x / worst)) * worst / gamma


def test_the_worse_off_come_first() -> None:
    """A smaller gain to the worse off may outweigh a greater one to the better off (Parfit 1991)."""
    assert judged("prioritarian", **PARFIT).choice == ("suburb",)
    assert judged("prioritarian", {"priority": 0}, **PARFIT).choice == ("city",)


@pytest.mark.parametrize(("gamma", "worst"), [(1, 4), (2.5, 4), (1, 1.5)])
def test_the_score_is_the_sum_of_weighed_gains(gamma: float, worst: float) -> None:
    """f(ℓ + v) - f(ℓ): someone W worse off counts e^γ times as much."""
    found = judged("prioritarian", {"priority": gamma}, **{**PARFIT, "worst": worst})
    assert found.answer("city").score == pytest.approx(f(4, gamma, worst) - f(2, gamma, worst))
    assert found.answer("suburb").score == pytest.approx(f(-3, gamma, worst) - f(-4, gamma, worst))
    assert reason_rows(found.answer("city")) == [
        ("party", "parties.rich", found.answer("city").score, None, "rich"),
        ("party", "parties.poor", 0, None, "poor"),
    ]


def test_worst_is_the_files() -> None:
    """The largest of |v|, |ℓ| and |ℓ + v| that befalls people, where it is not stated: here 4."""
    fields = {key: value for key, value in PARFIT.items() if key != "worst"}
    assert scores(judged("prioritarian", **fields)) == scores(judged("prioritarian", **PARFIT))


def test_every_factor_of_a_contribution_multiplies() -> None:
    """Chance, P(when), discount, weight and number multiply the weighed gain, of any kind of party."""
    found = judged(
        "prioritarian",
        worst=2,
        parties={"one": {"weight": 0.5, "level": 1, "kind": "institution"}},
        discount=0.25,
        beliefs={"b": {"claim": "b", "probability": 0.5}},
        consequences={
            "c": {"party": "one", "value": -1, "count": 3, "chance": 0.25, "when": "b", "delay": 1}
        },
        options=brings(a={"c": {}}, b={}),
    )
    expected = 0.5 * 0.25 * 0.5 * 0.8 * 3 * (f(0, 1, 2) - f(1, 1, 2))
    assert found.answer("a").score == pytest.approx(expected)


def lost(*chances: float, size: float = 1, when: Any = None, settings: Any = None) -> float:
    """Return the score of an option under which one loses 1 by each of some rows; W is 1."""
    rows = {f"c{place}": {"party": "one", "value": -1} for place in range(len(chances))}
    if when:
        rows = {id: {**row, "when": literal} for (id, row), literal in zip(rows.items(), when, strict=True)}
    found = judged(
        "prioritarian",
        settings,
        worst=1,
        parties={"one": {"size": size}},
        beliefs={"s": {"claim": "s", "probability": 0.5}},
        consequences=rows,
        options={"a": {"consequences": dict(zip(rows, chances, strict=True))}, "b": {}},
    )
    return found.answer("a").score


def test_a_second_loss_counts_for_more_than_a_first() -> None:
    """A person counts by the whole level he ends at (Adler 2012): a loss of 2, not twice a loss of 1."""
    assert lost(1, 1) == pytest.approx(f(-2, 1, 1))
    assert lost(1, 1, settings={"priority": 0}) == -2


def test_losses_befall_members_independently() -> None:
    """Rows that strike all befall each by their chances: a quarter of the time both do."""
    assert lost(0.5, 0.5) == pytest.approx(0.5 * f(-1, 1, 1) + 0.25 * f(-2, 1, 1))


def test_losses_of_a_part_befall_different_members() -> None:
    """Rows that strike a part add up if there are members enough for all; else some are struck twice."""
    assert lost(1, 1, size=2) == pytest.approx(2 * f(-1, 1, 1))
    assert lost(1, 1, 1, size=2) < 3 * f(-1, 1, 1)


def test_losses_that_need_one_state_come_together() -> None:
    """Rows of one party are multiplied within each state of the world that they name."""
    assert lost(1, 1, when=["s", "s"]) == pytest.approx(0.5 * f(-2, 1, 1))
    assert lost(1, 1, when=["s", "not s"]) == pytest.approx(f(-1, 1, 1))


def test_a_party_that_fares_the_same_whatever_is_done_is_left_out() -> None:
    """What decides nothing is no term; a row in common with others of its party still is."""
    fields = {**PARFIT, "parties": {**PARFIT["parties"], "other": {}}}
    fields["consequences"] = {**PARFIT["consequences"], "same": {"party": "other", "value": -3}}
    fields["options"] = brings(city={"help-rich": 1, "same": 1}, suburb={"help-poor": 1, "same": 1})
    assert scores(judged("prioritarian", **fields)) == scores(judged("prioritarian", **PARFIT))
    fields["consequences"]["same"]["party"] = "poor"
    assert scores(judged("prioritarian", **fields)) != scores(judged("prioritarian", **PARFIT))


def test_at_no_priority_it_is_utilitarian() -> None:
    """U(o) at γ = 0, without rows that are common, and nearly so just above it."""
    fields = {**PARFIT, "consequences": {**PARFIT["consequences"], "same": {"party": "poor", "value": -3}}}
    fields["options"] = brings(city={"help-rich": 1, "same": 1}, suburb={"help-poor": 1, "same": 1})
    assert scores(judged("prioritarian", {"priority": 0}, **fields)) == {"city": 2, "suburb": 1}
    for gamma in (1e-13, 5e-324):
        found = judged("prioritarian", {"priority": gamma}, **PARFIT)
        assert found.answer("city").score == pytest.approx(2)
        assert found.answer("suburb").score == pytest.approx(1)


def test_exponents_and_products_are_capped() -> None:
    """At the 50th power of e it grows no more, and no product exceeds 1e250."""
    low: dict[str, Any] = {"worst": 1, "parties": {"one": {"level": -1000}}}
    rows = {"c": {"party": "one", "value": -400}}
    found = judged("prioritarian", **low, consequences=rows, options=brings(a={"c": 1}, b={}))
    assert found.answer("a").score == pytest.approx(-exp(50) * (exp(50) - 1))
    many = {f"c{place}": {"party": "one", "value": -400} for place in range(15)}
    found = judged("prioritarian", worst=1, consequences=many, options=brings(a=dict.fromkeys(many, 1), b={}))
    assert found.answer("a").score == -1e250


def test_an_equal_gain_is_better_for_the_worse_off() -> None:
    """Pigou-Dalton: to take from the better off what the worse off gains is an improvement."""
    parties = {"low": {"level": 1}, "high": {"level": 4}}
    rows = {"give": {"party": "low", "value": 1}, "take": {"party": "high", "value": -1}}
    found = judged(
        "prioritarian",
        parties=parties,
        consequences=rows,
        options=brings(share={"give": 1, "take": 1}, no={}),
    )
    assert found.choice == ("share",)


def test_it_needs_a_consequence_in_use() -> None:
    """Without a consequence it does not apply."""
    found = judged("prioritarian", duties={"d": {}}, options={"a": {"duties": {"d": 1}}, "b": {}})
    assert found.missing == ("no option lists a consequence",)


def test_a_party_that_fares_alike_is_left_out_in_whatever_order_options_list_its_effects() -> None:
    """Rounding, which depends on the order of a product, does not set two equal options apart."""
    rows = {"first": 1, "second": 1, "third": 1}
    found = judged(
        "prioritarian",
        parties={"one": {}},
        consequences={
            "first": {"party": "one", "value": -1},
            "second": {"party": "one", "value": -0.7},
            "third": {"party": "one", "value": 1},
        },
        options=brings(a=rows, b=dict(reversed(rows.items())), c={"second": 1, "third": 1, "first": 1}),
    )
    assert scores(found) == {"a": 0, "b": 0, "c": 0}
