"""Utilitarianism: small dilemmas, and the numbers that enter its sum."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, ranks, scores, statuses, terms

LOSS = {"party": "one", "value": -2}


def test_the_greatest_sum_is_right() -> None:
    """Five deaths weigh more than one, whoever causes them."""
    found = judged(
        "utilitarian",
        consequences={
            "five": {"party": "one", "value": -1, "count": 5},
            "man": {"party": "one", "value": -1},
        },
        options=brings(push={"man": {"role": "means"}}, wait={"five": 1}),
    )
    assert scores(found) == {"push": -1, "wait": -5}
    assert found.choice == ("push",)
    assert statuses(found) == {"push": "best", "wait": "not best"}
    assert ranks(found) == {"push": 1, "wait": 2}
    assert found.margin == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"consequences": {"c": {**LOSS, "chance": 0.25}}}, -0.5),
        ({"consequences": {"c": {**LOSS, "count": 3}}}, -6),
        ({"consequences": {"c": LOSS}, "parties": {"one": {"weight": 0.5}}}, -1),
        ({"consequences": {"c": LOSS}, "parties": {"one": {"weight": 0}}}, 0),
        ({"consequences": {"c": {**LOSS, "delay": 2}}, "discount": 0.25}, -1.28),
        ({"consequences": {"c": {**LOSS, "when": "b"}}}, -0.5),
        ({"consequences": {"c": {**LOSS, "when": "not b"}}}, -1.5),
        ({"consequences": {"c": {**LOSS, "when": ["b", "not d"]}}}, -0.2),
        (
            {
                "consequences": {"c": {"falls_on": {"one": 2, "two": 3}, "value": -2}},
                "parties": {"one": {}, "two": {}},
            },
            -10,
        ),
        ({"consequences": {"c": {**LOSS, "scope": "rule"}, "d": LOSS}}, 0),
        ({"consequences": {"c": LOSS}, "parties": {"one": {"size": 50, "level": 7}}}, -2),
    ],
)
def test_what_enters_the_sum(fields: dict[str, Any], expected: float) -> None:
    """Chance, P(when), discount, weight, number and value multiply; what is of scope rule is left out."""
    beliefs = {"b": {"claim": "b", "probability": 0.25}, "e": {"claim": "e", "probability": 0.6}}
    if "d" not in fields["consequences"]:
        beliefs["d"] = beliefs.pop("e")
    options = brings(a={"c": {}}, b={"d": 0} if "d" in fields["consequences"] else {})
    assert scores(judged("utilitarian", beliefs=beliefs, options=options, **fields))["a"] == expected


def test_an_option_overrides_the_factor() -> None:
    """What the option writes stands in place of what the factor does; its `when` is added."""
    found = judged(
        "utilitarian",
        beliefs={"b": {"claim": "b", "probability": 0.5}, "d": {"claim": "d", "probability": 0.25}},
        consequences={"c": {"party": "one", "value": -1, "count": 2, "when": "b"}},
        options=brings(a={"c": {"value": -3, "count": 4, "chance": 0.5, "when": "d"}}, b={"c": 1}),
    )
    assert scores(found) == {"a": -0.75, "b": -1}


def test_an_event_has_the_options_own_probability() -> None:
    """A belief an option sets is an event: its own probability there, the file's elsewhere."""
    found = judged(
        "utilitarian",
        beliefs={"b": {"claim": "b", "probability": 0.5}},
        consequences={"c": {**LOSS, "when": "b"}},
        options={
            "a": {"beliefs": {"b": 0.1}, "consequences": {"c": 1}},
            "b": {"consequences": {"c": 1}},
        },
    )
    assert scores(found) == {"a": -0.2, "b": -1}


def test_what_happens_whatever_is_done_decides_nothing() -> None:
    """A row whose e is the same under every option is left out, and drowns no difference."""
    found = judged(
        "utilitarian",
        consequences={"plague": {"party": "one", "value": -1, "count": 1e12}, "c": LOSS},
        options=brings(a={"plague": 1, "c": 0.5}, b={"plague": 1, "c": 1}),
    )
    assert scores(found) == {"a": -1, "b": -2}
    assert found.choice == ("a",)


def test_ties_are_results() -> None:
    """Options within a billionth of one another are both best; the margin is to the next."""
    found = judged(
        "utilitarian",
        consequences={"c": LOSS},
        options=brings(a={"c": 1}, b={"c": 1 - 1e-10}, c={"c": 0.5}, d={"c": 0.5}),
    )
    assert found.choice == ("c", "d")
    assert ranks(found) == {"a": 3, "b": 3, "c": 1, "d": 1}
    assert found.margin == pytest.approx(1)


def test_all_equal_is_silence_without_a_margin() -> None:
    """Where all are equal it is silent."""
    found = judged("utilitarian", consequences={"c": LOSS}, options=brings(a={"c": 1}, b={"c": 1}))
    assert found.silent
    assert found.margin is None


def test_its_terms_are_its_consequences() -> None:
    """Each consequence and party is a term, at the place where it stands."""
    found = judged(
        "utilitarian",
        parties={"one": {}, "two": {"weight": 0.5}},
        consequences={"c": {"falls_on": {"one": 2, "two": 3}, "value": -2}},
        options=brings(a={"c": 1}, b={}),
    )
    assert terms(found.answer("a")) == {
        "options.a.consequences.c.falls_on.one": -4,
        "options.a.consequences.c.falls_on.two": -3,
    }


def test_it_needs_a_consequence_in_use() -> None:
    """A consequence that no option lists, or one of scope rule, is nothing to judge by."""
    rule = {"party": "one", "value": 1, "scope": "rule"}
    found = judged("utilitarian", consequences={"c": rule, "d": LOSS}, options=brings(a={"c": 1}, b={}))
    assert found.missing == ("no option lists a consequence",)
