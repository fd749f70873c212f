"""Kant: absolute duties, and no one merely as a means."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import (
    bindings,
    failed,
    judged,
    ranks,
    reason_rows,
    scores,
    statuses,
    terms,
)

LAW, HUMANITY = ("absolute-duties",), ("humanity",)


def duty(degree: Any, **fields: Any) -> dict[str, Any]:
    """One absolute duty, at a degree under `a`."""
    return {
        "duties": {"d": {"kind": "absolute", **fields}},
        "options": {"a": {"duties": {"d": degree}}, "b": {}},
    }


@pytest.mark.parametrize(
    ("degree", "fails"), [(-1, LAW), (-0.51, LAW), (-0.5, ()), (-0.25, ()), (0, ()), (1, ())]
)
def test_no_absolute_duty_is_violated(degree: float, fails: tuple[str, ...]) -> None:
    """A duty is violated below minus `grave`, infringed and not violated down to it."""
    found = judged("kantian", **duty(degree))
    assert failed(found) == {"a": fails, "b": ()}
    assert bindings(found.answer("a")) == ([("violation", "options.a.duties.d")] if fails else [])


def test_how_grave_a_violation_is_can_be_set() -> None:
    """At `grave` 0 every infringement violates; at 1 nothing does."""
    assert failed(judged("kantian", {"grave": 0}, **duty(-0.01)))["a"] == LAW
    assert failed(judged("kantian", {"grave": 0}, **duty(0)))["a"] == ()
    assert failed(judged("kantian", {"grave": 1}, **duty(-1)))["a"] == ()


@pytest.mark.parametrize("fields", [{"kind": "pro-tanto"}, {"kind": "pro-tanto", "weight": 10}])
def test_a_duty_that_may_be_outweighed_is_no_law(fields: dict[str, Any]) -> None:
    """Only absolute duties bind without exception."""
    assert failed(judged("kantian", **duty(-1, **fields)))["a"] == ()


def test_weight_plays_no_part_in_an_absolute_duty() -> None:
    """A duty of weight 0 binds as well; its role makes no difference to the first test."""
    assert failed(judged("kantian", **duty({"degree": -1, "role": "side-effect"}, weight=0)))["a"] == LAW


@pytest.mark.parametrize(
    ("role", "owed", "degree", "fails"),
    [
        ("means", "one", -1, HUMANITY),
        ("end", "one", -0.51, HUMANITY),
        ("end", "one", -0.5, ()),
        ("means", "no-one", -1, HUMANITY),
        ("side-effect", "one", -1, ()),
        (None, "one", -1, ()),
        ("means", None, -1, ()),
        ("means", "state", -1, ()),
    ],
)
def test_no_wrong_to_people_is_means_or_end(
    role: Any, owed: Any, degree: float, fails: tuple[str, ...]
) -> None:
    """A duty owed to people, of any weight, violated as a means or an end, treats them merely as a means."""
    found = judged(
        "kantian",
        parties={"one": {}, "no-one": {"weight": 0}, "state": {"kind": "institution"}},
        **duty({"degree": degree, "role": role}, kind="pro-tanto", owed_to=owed),
    )
    assert failed(found)["a"] == fails
    if fails:
        assert bindings(found.answer("a")) == [(f"wrong-as-{role}", "options.a.duties.d")]


@pytest.mark.parametrize(
    ("party", "effect", "fails"),
    [
        ({}, {"role": "means"}, HUMANITY),
        ({}, {"role": "end"}, HUMANITY),
        ({}, {"role": "side-effect"}, ()),
        ({}, {}, ()),
        ({"weight": 0}, {"role": "means"}, HUMANITY),
        ({"liable": True}, {"role": "means"}, ()),
        ({"combatant": True}, {"role": "means"}, ()),
        ({"combatant": True, "liable": False}, {"role": "means"}, HUMANITY),
        ({"kind": "institution"}, {"role": "means"}, ()),
        ({}, {"role": "means", "consented": True}, ()),
        ({}, {"role": "means", "chance": 0}, ()),
        ({}, {"role": "means", "chance": 1e-12}, HUMANITY),
        ({}, {"role": "means", "value": 0}, ()),
        ({}, {"role": "means", "value": 1}, ()),
        ({}, {"role": "means", "agency": "allows"}, HUMANITY),
    ],
)
def test_no_person_is_harmed_as_means_or_end(
    party: dict[str, Any], effect: dict[str, Any], fails: tuple[str, ...]
) -> None:
    """Harm, without consent, to people not liable, must be neither means nor end, however unlikely."""
    found = judged(
        "kantian",
        parties={"one": party},
        consequences={"c": {"party": "one", "value": -1}},
        duties={"d": {}},
        options={"a": {"consequences": {"c": effect}}, "b": {}},
    )
    assert failed(found)["a"] == fails
    if fails:
        assert bindings(found.answer("a")) == [(f"harm-as-{effect['role']}", "options.a.consequences.c")]


def test_the_plan_needs_no_one_deceived_or_coerced() -> None:
    """Those the plan uses, who have not agreed and could not, are used merely as means."""
    found = judged("kantian", duties={"d": {}}, options={"a": {"uses": ["one"]}, "b": {}})
    assert failed(found) == {"a": HUMANITY, "b": ()}
    assert bindings(found.answer("a")) == [("uses", "options.a.uses")]


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A duty is told by its degree, a harm unweighted."""
    fields = duty({"degree": -1, "role": "means"}, weight=7, owed_to="one")
    fields["consequences"] = {"c": {"party": "one", "value": -1, "count": 4}}
    fields["options"]["a"] |= {"consequences": {"c": {"role": "end"}}, "uses": ["one"]}
    found = judged("kantian", parties={"one": {"weight": 0.5}}, **fields).answer("a")
    assert reason_rows(found) == [
        ("violation", "options.a.duties.d", -1, None, None),
        ("harm-as-end", "options.a.consequences.c", -4, None, None),
        ("wrong-as-means", "options.a.duties.d", -1, None, None),
        ("uses", "options.a.uses", None, None, None),
        ("duty", "options.a.duties.d", -7, None, None),
    ]


def test_the_figure_is_for_reading() -> None:
    """Σ w · g over all duties is told, and orders nothing."""
    found = judged(
        "kantian",
        duties={"d": {"weight": 4}, "e": {"kind": "absolute", "weight": 10}},
        options={
            "a": {"duties": {"d": 0.5, "e": -0.5}},
            "b": {"duties": {"d": 1}},
            "c": {"duties": {"e": -1}},
        },
    )
    assert scores(found) == {"a": -3, "b": 4, "c": -10}
    assert terms(found.answer("a")) == {"options.a.duties.d": 2, "options.a.duties.e": -5}
    assert statuses(found) == {"a": "permitted", "b": "permitted", "c": "forbidden"}
    assert ranks(found) == {"a": 1, "b": 1, "c": 2}


def test_two_absolute_duties_may_collide() -> None:
    """Where each option violates one, none is permitted."""
    found = judged(
        "kantian",
        duties={"d": {"kind": "absolute"}, "e": {"kind": "absolute"}},
        options={"a": {"duties": {"d": -1}}, "b": {"duties": {"e": -1}}},
    )
    assert found.permits_none
    assert found.choice == ()
    assert ranks(found) == {"a": 2, "b": 2}


def test_it_needs_a_duty_or_someone_used() -> None:
    """Without a duty, a use of people or harm to them as means or end, it does not apply."""
    plain: dict[str, Any] = {
        "consequences": {"c": {"party": "one", "value": -1}},
        "options": {"a": {"consequences": {"c": 1}}, "b": {}},
    }
    assert judged("kantian", **plain).missing == (
        "no duty is declared, no one is used, and no person is harmed as a means or an end",
    )
    used = {"a": {"consequences": {"c": {"role": "means"}}}, "b": {}}
    assert judged("kantian", **{**plain, "options": used}).applicable
    assert judged("kantian", **{**plain, "options": {"a": {"uses": ["one"]}, "b": {}}}).applicable
    assert judged("kantian", **plain, duties={"d": {}}).applicable
    institution = {"one": {"kind": "institution"}}
    assert not judged("kantian", **{**plain, "options": used}, parties=institution).applicable
