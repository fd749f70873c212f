"""Rights: claims to restraint and to aid, how stringent they are, and when one yields."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, failed, judged, ranks, reason_rows, scores

CLAIMS, HARMS = ("claims",), ("harms-done",)
CONFLICT = (
    "Rights conflict here: every option infringes a claim of someone, and what is infringed is still owed."
)


def claim(conduct: Any, party: dict[str, Any] | None = None, **duty: Any) -> dict[str, Any]:
    """Return a dilemma of W 10 with a duty owed to someone, and how option `a` stands on it."""
    return {
        "worst": 10,
        "parties": {"one": party or {}},
        "duties": {"d": {"weight": 8, "owed_to": "one", **duty}, "e": {"owed_to": "one"}},
        "options": {"a": {"duties": {"d": conduct}}, "b": {}},
    }


@pytest.mark.parametrize(
    ("conduct", "duty", "score"),
    [
        (-1, {}, -8),
        (-0.51, {}, -4.08),
        (-0.5, {}, 0),
        (0, {}, 0),
        (1, {}, 0),
        ({"degree": -1, "waived": True}, {}, 0),
        ({"degree": -1, "role": "side-effect"}, {}, -8),
        (-1, {"kind": "absolute"}, -8),
        (-1, {"owed_to": ["one", "firm"]}, -8),
        (-1, {"owed_to": "firm"}, -8),
    ],
)
def test_a_violated_duty_to_someone_infringes_a_claim(
    conduct: Any, duty: dict[str, Any], score: float
) -> None:
    """Violated, not merely infringed, and not waived; whoever it is owed to."""
    fields = claim(conduct, **duty)
    fields["parties"]["firm"] = {"kind": "institution"}
    found = judged("rights", **fields)
    assert failed(found) == {"a": CLAIMS if score else (), "b": ()}
    assert scores(found) == {"a": score, "b": 0}
    where = [("claim", "options.a.duties.d"), ("saved", "options.b")]
    told = [row for row in bindings(found.answer("a")) if row[0] != "gravest"]
    assert told == (where if score else [])


@pytest.mark.parametrize(
    ("party", "exchange", "score"),
    [
        ({}, 1.1, -8.8),
        ({}, 0.1, -8),
        ({}, 2, -10),
        ({"size": 4}, 2, -8),
        ({"size": 4}, 4.5, -9),
        ({"weight": 0}, 1.1, -8.8),
    ],
)
def test_a_claim_is_as_stringent_as_it_is_to_one(
    party: dict[str, Any], exchange: float, score: float
) -> None:
    """The greater of exchange · w · |g| over the number it is owed to, and |g| · W · w/10; at most W."""
    assert scores(judged("rights", **claim(-1, party), exchange=exchange))["a"] == pytest.approx(score)


def test_all_that_it_is_owed_to_share_it() -> None:
    """A duty to one and to nine is shared over ten."""
    fields = claim(-1, owed_to=["one", "ten"])
    fields["parties"]["ten"] = {"size": 9}
    assert scores(judged("rights", **fields, exchange=11.25))["a"] == -9


def hurt(party: dict[str, Any] | None = None, before: Any = None, **effect: Any) -> dict[str, Any]:
    """Return a dilemma in which option `a` harms two, and nobody is better off by it."""
    return {
        "worst": 10,
        "parties": {"one": party or {}, "two": {}},
        "duties": {"d": {"owed_to": "one"}},
        "consequences": {
            "c": {"party": "one", "value": -3, "count": 2},
            "gain": {"party": "two", "value": 50},
            "slight": {"party": "two", "value": -1e-8},
        },
        "options": {
            "a": {"consequences": {"c": effect, "gain": 1}},
            "b": {"consequences": {"slight": {"agency": "allows"}, **({"c": before} if before else {})}},
        },
        "baseline": "b",
    }


@pytest.mark.parametrize(
    ("party", "before", "effect", "score"),
    [
        ({}, None, {}, -3),
        ({"size": 6}, None, {}, -1),
        ({"weight": 0}, None, {}, -3),
        ({"kind": "institution"}, None, {}, 0),
        ({}, None, {"consented": True}, 0),
        ({}, None, {"agency": "allows"}, 0),
        ({}, None, {"value": 1}, 0),
        ({}, None, {"chance": 0.5}, -1.5),
        ({}, None, {"chance": 1e-6}, 0),
        ({}, None, {"chance": 1.1e-6}, -3.3e-6),
        ({}, {"agency": "allows"}, {}, 0),
        ({}, {"agency": "does", "chance": 0.5}, {}, -3),
        ({"liable": True}, None, {}, 0),
        ({"liable": 0.1}, None, {}, -2),
        ({}, None, {"role": "means", "chance": 0.5}, -3),
        ({}, None, {"role": "means", "count": 1}, -3),
        ({}, None, {"role": "means", "agency": "allows"}, 0),
    ],
)
def test_harm_done_infringes_a_claim(
    party: dict[str, Any], before: Any, effect: dict[str, Any], score: float
) -> None:
    """Σ D′/S of a party of people, or what wrongs one used as a means or an end, if that is more."""
    found = judged("rights", **hurt(party, before, **effect))
    assert failed(found)["a"] == (HARMS if score else ())
    assert scores(found)["a"] == pytest.approx(score)


def test_the_risk_that_infringes_nothing_can_be_set() -> None:
    """Above η a risk infringes; at 0 any does."""
    assert failed(judged("rights", {"risk": 0.5}, **hurt(chance=0.5)))["a"] == ()
    assert failed(judged("rights", {"risk": 0.5}, **hurt(chance=0.51)))["a"] == HARMS
    assert failed(judged("rights", {"risk": 0}, **hurt(chance=1e-6)))["a"] == HARMS


def rescue(saved: float, settings: Any, count: float) -> Any:
    """Return the verdict where `a` kills one for each of `count` who would lose so much under `b`."""
    return judged(
        "rights",
        settings,
        worst=10,
        parties={"one": {}, "others": {}},
        duties={"d": {"owed_to": "one"}},
        consequences={
            "kill": {"party": "one", "value": -1},
            "die": {"party": "others", "value": -saved, "count": count, "agency": "allows"},
        },
        options={"a": {"consequences": {"kill": 1}}, "b": {"consequences": {"die": 1}}},
        baseline="b",
    )


@pytest.mark.parametrize(
    ("saved", "count", "settings", "fails"),
    [
        (2.1, 1, None, ()),
        (2, 1, None, HARMS),
        (1, 1000, None, HARMS),
        (1.1, 1, {"threshold": 1}, ()),
        (9, 1, {"threshold": 10}, HARMS),
        (50, 1, {"strict": 1}, HARMS),
    ],
)
def test_a_claim_yields_to_what_one_person_is_saved(
    saved: float, count: float, settings: Any, fails: tuple[str, ...]
) -> None:
    """More than θ times as much for some one person; several are never added; never if `strict`."""
    assert failed(rescue(saved, settings, count)) == {"a": fails, "b": ()}


def test_a_benefit_does_not_save() -> None:
    """Losses alone are set against a claim: levels are reckoned with values below 0."""
    assert failed(judged("rights", **hurt()))["a"] == HARMS  # beside a gain of 50


def test_it_must_save_enough_beside_every_less_grave_option() -> None:
    """One that saves the same person at less cost to others makes the graver one wrong."""
    found = judged(
        "rights",
        worst=10,
        parties={"one": {}, "other": {}, "two": {}},
        duties={"d": {"owed_to": "one"}},
        consequences={
            "kill": {"party": "one", "value": -1},
            "hurt": {"party": "other", "value": -0.5},
            "die": {"party": "two", "value": -5, "agency": "allows"},
        },
        options={
            "kill": {"consequences": {"kill": 1}},
            "hurt": {"consequences": {"hurt": 1}},
            "wait": {"consequences": {"die": 1}},
        },
    )
    assert failed(found) == {"kill": HARMS, "hurt": (), "wait": ()}
    assert ("saved", "options.hurt") in bindings(found.answer("kill"))


def test_to_save_is_to_leave_better_off_not_worse() -> None:
    """A graver option does not pass by being worse for someone."""
    found = judged(
        "rights",
        worst=10,
        parties={"one": {}, "two": {}},
        duties={"d": {"owed_to": "one", "weight": 1}},
        consequences={"harm": {"party": "two", "value": -9, "agency": "allows"}},
        options={"a": {"duties": {"d": -1}, "consequences": {"harm": 1}}, "b": {}},
    )
    assert failed(found) == {"a": CLAIMS, "b": ()}


def aid(cost: float, killed: float = 0, degree: float = 1, settings: Any = None) -> Any:
    """Return the verdict on a claim to aid of stringency 8, which `help` meets at such a cost."""
    return judged(
        "rights",
        settings,
        worst=10,
        parties={"child": {}, "me": {}, "third": {}},
        duties={"rescue": {"weight": 8, "owed_to": "child", "demands": "aid"}},
        consequences={
            "drown": {"party": "child", "value": -10, "agency": "allows"},
            "cost": {"party": "me", "value": -cost, "agency": "allows"},
            "kill": {"party": "third", "value": -killed},
        },
        options={
            "help": {"duties": {"rescue": degree}, "consequences": {"cost": 1, "kill": 1}},
            "walk": {"duties": {"rescue": -1}, "consequences": {"drown": 1}},
        },
        baseline="walk",
    )


@pytest.mark.parametrize(
    ("cost", "killed", "degree", "settings", "walk"),
    [
        (3.9, 0, 1, None, CLAIMS),
        (4, 0, 1, None, ()),
        (7, 0, 1, {"threshold": 1}, CLAIMS),
        (0, 3.9, 1, None, CLAIMS),
        (0, 8.1, 1, {"threshold": 1}, ()),
        (0, 0, -0.5, None, CLAIMS),
        (0, 0, -1, None, ()),
        (3.9, 0, 1, {"strict": 1}, CLAIMS),
        (4, 0, 1, {"strict": 1}, ()),
    ],
)
def test_a_claim_to_aid_counts_if_it_can_be_met(
    cost: float, killed: float, degree: float, settings: Any, walk: tuple[str, ...]
) -> None:
    """Met better, infringing no more stringent claim, at less than stringency/θ to any one (Shue)."""
    assert failed(aid(cost, killed, degree, settings))["walk"] == walk


def test_to_aid_one_must_not_wrong_another_more() -> None:
    """An option that infringes a more stringent claim of restraint does not show that aid is owed."""
    found = aid(0, 9, settings={"threshold": 1})
    assert (scores(found), failed(found)["help"]) == ({"help": -9, "walk": 0}, ())


def test_strict_rights_forbid_any_infringement() -> None:
    """Infringed stands for violated, and no risk is too small."""
    strict, waived = {"strict": 1}, {"degree": -1, "waived": True}
    assert failed(judged("rights", strict, **claim(-0.1)))["a"] == CLAIMS
    assert failed(judged("rights", strict, **hurt(chance=1e-9)))["a"] == HARMS
    assert failed(judged("rights", strict, **claim(waived)))["a"] == ()
    fields = claim(-1)
    fields["options"]["b"]["duties"] = {"e": -1}
    found = judged("rights", strict, **fields)
    assert found.permits_none
    assert CONFLICT in found.notes


def test_where_rights_conflict_the_least_grave_pass() -> None:
    """Every option infringes some claim, and this is said."""
    fields = claim(-1)
    fields["options"]["b"]["duties"] = {"e": -1}
    found = judged("rights", **fields)
    assert (scores(found), ranks(found)) == ({"a": -8, "b": -5}, {"a": 2, "b": 1})
    assert CONFLICT in found.notes
    assert CONFLICT not in judged("rights", **claim(-1)).notes


def test_the_reasons_tell_both_kinds_of_claims() -> None:
    """A claim is told by its stringency; liability and relief are told as what was set off."""
    fields = hurt({"liable": 0.1})
    fields["options"]["a"]["duties"] = {"d": -1}
    assert failed(judged("rights", **fields))["a"] == CLAIMS + HARMS
    assert reason_rows(judged("rights", **fields).answer("a")) == [
        ("claim", "options.a.duties.d", 5, None, None),
        ("harm-claim", "parties.one", 2, None, None),
        ("gravest", "parties.one", 5, None, None),
        ("saved", "options.b", 1e-8, 10, None),
        ("liability", "parties.one", 2, None, "one"),
    ]


def test_it_needs_a_duty_owed_to_someone() -> None:
    """Without a duty that says whom it is owed to it does not apply."""
    found = judged("rights", **hurt() | {"duties": {"d": {}}})
    assert found.missing == ("no duty says whom it is owed to",)
