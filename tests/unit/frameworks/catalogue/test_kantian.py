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

LAW, HUMANITY, IMPERFECT = ("absolute-duties",), ("humanity",), ("imperfect-duties",)


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
        ("means", ["state", "one"], -1, HUMANITY),
        ("side-effect", "one", -1, ()),
        (None, "one", -1, ()),
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
        **duty({"degree": degree, **({"role": role} if role else {})}, kind="pro-tanto", owed_to=owed),
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
        ({"combatant": 0.5}, {"role": "means"}, HUMANITY),
        ({"liable": 0.5}, {"role": "means"}, HUMANITY),
        ({"liable": 0.5}, {"role": "means", "value": -0.5}, ()),
        ({}, {"role": "removes-threat"}, ()),
        ({}, {"role": "means", "consented": "presumed"}, HUMANITY),
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
        worst=1,
        parties={"one": party, "two": {}},
        consequences={"c": {"party": "one", "value": -1}, "loss": {"party": "two", "value": -1}},
        duties={"d": {}},
        options={"a": {"consequences": {"c": effect}}, "b": {"consequences": {"loss": 1}}},
    )
    assert failed(found)["a"] == fails
    if fails:
        assert bindings(found.answer("a")) == [(f"harm-as-{effect['role']}", "options.a.consequences.c")]


def test_the_plan_needs_no_one_deceived_or_coerced() -> None:
    """Those the plan uses, who have not agreed and could not, are used merely as means."""
    found = judged("kantian", duties={"d": {}}, options={"a": {"uses": ["one"]}, "b": {}})
    assert failed(found) == {"a": HUMANITY, "b": ()}


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A duty is told by its degree, a harm unweighted."""
    fields = duty({"degree": -1, "role": "means"}, weight=7, owed_to="one")
    fields["consequences"] = {"c": {"party": "one", "value": -1, "count": 4}}
    fields["options"]["a"] |= {"consequences": {"c": {"role": "end"}}, "uses": ["one"]}
    found = judged("kantian", parties={"one": {"weight": 0.5}}, **fields).answer("a")
    assert reason_rows(found) == [
        ("harm-as-end", "options.a.consequences.c", -4, None, None),
        ("wrong-as-means", "options.a.duties.d", -1, None, None),
        ("uses", "options.a.uses", None, None, None),
        ("violation", "options.a.duties.d", -1, None, None),
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


def test_needless_harm_to_the_liable_uses_them() -> None:
    """Beside a course that spares them and costs nobody, their liability is no excuse."""
    fields: dict[str, Any] = {
        "parties": {"one": {"liable": True}},
        "consequences": {"c": {"party": "one", "value": -1}},
        "options": {"a": {"consequences": {"c": {"role": "means"}}}, "b": {}},
    }
    assert failed(judged("kantian", **fields))["a"] == HUMANITY
    fields["options"]["b"] = {"consequences": {"c": 1}}
    assert failed(judged("kantian", **fields))["a"] == ()


def test_whom_the_harm_saves_is_not_merely_used() -> None:
    """The amputee is spared more than is added to him; the cabin boy, who is killed, is not."""
    for harm, fails in ((-0.5, ()), (-1, HUMANITY)):
        found = judged(
            "kantian",
            consequences={
                "cut": {"party": "one", "value": harm, "role": "means"},
                "death": {"party": "one", "value": -1, "agency": "allows"},
            },
            options={"a": {"consequences": {"cut": 1}}, "b": {"consequences": {"death": 1}}},
            baseline="b",
        )
        assert failed(found)["a"] == fails


@pytest.mark.parametrize(
    ("owed", "degree", "fails"),
    [
        (["one"], -1, HUMANITY),
        ([], -1, HUMANITY),
        (["one"], -0.5, ()),
        (["state"], -1, ()),
        (["state", "one"], -1, HUMANITY),
    ],
)
def test_respect_is_owed_to_persons_as_such(owed: list[str], degree: float, fails: tuple[str, ...]) -> None:
    """A violated duty of basis `respect`, owed to people or to none named, fails humanity in any role."""
    for conduct in (degree, {"degree": degree, "role": "side-effect"}):
        found = judged(
            "kantian",
            parties={"one": {}, "state": {"kind": "institution"}},
            **duty(conduct, kind="pro-tanto", owed_to=owed, basis=["respect"]),
        )
        assert failed(found)["a"] == fails
        assert bindings(found.answer("a")) == ([("disrespect", "options.a.duties.d")] if fails else [])


@pytest.mark.parametrize(
    ("kind", "degree", "fails"),
    [
        ("imperfect", -1, IMPERFECT),
        ("imperfect", -0.99, ()),
        ("imperfect", {"degree": -1, "waived": True}, ()),
        ("pro-tanto", -1, ()),
    ],
)
def test_never_to_help_is_no_maxim(kind: str, degree: Any, fails: tuple[str, ...]) -> None:
    """An imperfect duty leaves room, but may not be wholly given up (4:423)."""
    found = judged("kantian", **duty(degree, kind=kind))
    assert failed(found)["a"] == fails
    assert bindings(found.answer("a")) == ([("never", "options.a.duties.d")] if fails else [])


def collision(**standing: dict[str, Any]) -> Any:
    """Return the verdict on options by their duties: two strict ones of weights 8 and 3, one imperfect."""
    return judged(
        "kantian",
        duties={
            "grave": {"kind": "absolute", "weight": 8},
            "light": {"kind": "absolute", "weight": 3},
            "help": {"kind": "imperfect"},
        },
        options={
            id: {"duties": {k: v for k, v in listed.items() if k != "uses"}, "uses": listed.get("uses", [])}
            for id, listed in standing.items()
        },
    )


@pytest.mark.parametrize(
    ("standing", "passes"),
    [
        ({"a": {"grave": -1}, "b": {"light": -1}}, ["b"]),
        ({"a": {"grave": -1}, "b": {"grave": -1}}, ["a", "b"]),
        ({"a": {"grave": -1, "light": -1}, "b": {"grave": -1}}, ["a", "b"]),
        ({"a": {"grave": -1}, "b": {"light": -1, "uses": ["one"]}}, ["a"]),
        ({"a": {"grave": -1}, "b": {"light": -1}, "c": {"uses": ["one"]}}, ["b"]),
        ({"a": {"grave": -1}, "b": {"light": -1, "help": -1}}, ["a"]),
        ({"a": {"grave": -1, "help": -1}, "b": {"light": -1, "help": -1}}, ["b"]),
        ({"a": {"grave": -1, "uses": ["one"]}, "b": {"uses": ["one"]}}, []),
        ({"a": {"grave": -0.4}, "b": {"light": -1}}, ["a"]),
    ],
)
def test_where_duties_collide_the_stronger_ground_prevails(standing: Any, passes: list[str]) -> None:
    """Those pass whose weightiest violated duty is lightest, of what uses no one (6:224); this is told."""
    found = collision(**standing)
    assert list(found.choice) == passes
    assert found.permits_none is not bool(passes)
    collides = bool(passes) and standing["a"] != {"grave": -0.4}
    assert any(note.startswith("Every course that uses no one") for note in found.notes) is collides


@pytest.mark.parametrize(
    ("standing", "passes"),
    [
        ({"a": {"help": -1}, "b": {"light": -1}}, ["a"]),
        ({"a": {"help": -1}, "b": {"help": -1}}, ["a", "b"]),
        ({"a": {"help": -1}, "b": {}}, ["b"]),
        ({"a": {"help": -1}, "b": {"uses": ["one"]}}, ["a"]),
    ],
)
def test_an_imperfect_duty_yields_to_strict_ones(standing: Any, passes: list[str]) -> None:
    """Where strict duties can be kept only at its price it is no bar; else it is."""
    found = collision(**standing)
    assert list(found.choice) == passes
    assert any(note.startswith("A strict duty can be kept here only") for note in found.notes) is (
        passes != ["b"]
    )


def test_it_needs_a_duty_or_someone_used() -> None:
    """Without a duty, a use of people or harm to them other than as a side effect it does not apply."""
    plain: dict[str, Any] = {
        "consequences": {"c": {"party": "one", "value": -1}},
        "options": {"a": {"consequences": {"c": 1}}, "b": {}},
    }
    assert judged("kantian", **plain).missing == (
        "no duty is declared, no one is used, and no person is harmed other than as a side effect",
    )
    for role in ("means", "end", "removes-threat"):
        used = {"a": {"consequences": {"c": {"role": role}}}, "b": {}}
        assert judged("kantian", **{**plain, "options": used}).applicable
    assert judged("kantian", **{**plain, "options": {"a": {"uses": ["one"]}, "b": {}}}).applicable
