"""Contractualism: complaints, the objections they make, and what could be rejected."""

from __future__ import annotations

from math import exp
from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, compared, failed, judged, ranks, reason_rows, scores

FAILS = ("rejectable",)


def clash(mine: float, yours: float, my_count: float = 1, your_count: float = 1) -> dict[str, Any]:
    """Return a dilemma in which option `a` harms some and option `b` others."""
    return {
        "worst": 1,
        "parties": {"p": {}, "q": {}},
        "consequences": {
            "hp": {"party": "p", "value": -mine, "count": my_count},
            "hq": {"party": "q", "value": -yours, "count": your_count},
        },
        "options": brings(a={"hp": 1}, b={"hq": 1}),
    }


def altered(fields: dict[str, Any], p: dict[str, Any] | None = None, **a: Any) -> dict[str, Any]:
    """Return a dilemma with other fields of party p, and of what befalls it under `a`."""
    fields["parties"]["p"] = p or {}
    fields["options"]["a"]["consequences"]["hp"] = a or 1
    return fields


@pytest.mark.parametrize(
    ("mine", "yours", "my_count", "your_count", "fails"),
    [
        (1, 0.5, 1, 1000, (FAILS, ())),
        (0.5, 1, 1000, 1, ((), FAILS)),
        (1, 1, 1, 1, ((), ())),
        (1, 1, 2, 1, (FAILS, ())),
        (1, 1, 1, 5, ((), FAILS)),
        (1, 1 + 1e-10, 2, 1, (FAILS, ())),
        (1, 1, 2 * (1 + 1e-10), 2, ((), ())),
    ],
)
def test_the_stronger_objection_stands(
    mine: float, yours: float, my_count: float, your_count: float, fails: tuple[Any, Any]
) -> None:
    """One great complaint beats any number of lesser; equal ones are decided by number (Scanlon 1998)."""
    found = judged("contractualist", **clash(mine, yours, my_count, your_count))
    assert failed(found) == dict(zip("ab", fails, strict=True))
    assert scores(found) == {"a": round(-mine, 9), "b": round(-yours, 9)}


def test_the_reasons_tell_both_objections() -> None:
    """Against the objection is set the one the other way; each who holds it is told with its strength."""
    found = judged("contractualist", **clash(1, 0.5, 3, 7))
    assert reason_rows(found.answer("a")) == [
        ("rival", "options.b", 1, 0.5, None),
        ("objection", "parties.p", 1, None, None),
    ]
    assert compared(found.answer("a")) == {"rejectable": (1, 0.5)}
    assert bindings(found.answer("b")) == []
    none = judged("contractualist", **clash(1, 0)).answer("b").reasons[0]
    assert (none.holds, none.amount, none.against) == (True, None, None)


def test_a_complaint_is_what_one_member_loses() -> None:
    """Chance and size count, ex ante; weight does not, unless it is 0; within rounding it is none."""
    assert scores(judged("contractualist", **altered(clash(1, 0.5), chance=0.4))) == {"a": -0.4, "b": -0.5}
    assert scores(judged("contractualist", **altered(clash(1, 0.5), {"size": 4})))["a"] == -0.25
    assert scores(judged("contractualist", **altered(clash(1, 0.5), {"weight": 9})))["a"] == -1
    assert scores(judged("contractualist", **altered(clash(1, 0.5), {"weight": 0})))["a"] == 0
    assert scores(judged("contractualist", **altered(clash(1, 0.5), {"kind": "institution"})))["a"] == 0
    fields = {**clash(1, 1), "options": brings(a={"hp": 1}, b={"hp": 1 - 1e-10})}
    assert [answer.score for answer in judged("contractualist", **fields).answers] == [0, 0]


@pytest.mark.parametrize(
    ("level", "settings", "weight"),
    [
        (-1, None, exp(0.2)),
        (5, None, exp(-1)),
        (-1, {"priority": 0}, 1),
        (-2, {"priority": 3}, exp(6)),
        (-90, {"priority": 3}, exp(50)),
    ],
)
def test_the_worse_off_complain_louder(level: float, settings: Any, weight: float) -> None:
    """A complaint weighs e^(-γℓ/W), by the level before anything happens."""
    found = judged("contractualist", settings, **altered(clash(1, 0.5), {"level": level}))
    assert found.answer("a").score == pytest.approx(-weight)


def test_several_parties_may_hold_one_objection() -> None:
    """Those whose complaints are equally the strongest hold it together; lesser ones do not."""
    fields = clash(1, 1, 2, 3)
    fields["parties"]["r"] = {}
    fields["consequences"]["hr"] = {"party": "r", "value": -1, "count": 2}
    fields["options"]["a"]["consequences"]["hr"] = 1
    found = judged("contractualist", **fields)
    assert failed(found) == {"a": FAILS, "b": ()}
    assert bindings(found.answer("a"))[1:] == [("objection", "parties.p"), ("objection", "parties.r")]
    fields["options"]["a"]["consequences"]["hr"] = 1 - 1e-10
    assert failed(judged("contractualist", **fields)) == {"a": FAILS, "b": ()}
    fields["options"]["a"]["consequences"]["hr"] = 0.9
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": FAILS}


def test_to_agree_to_a_sacrifice_makes_it_permitted_and_not_owed() -> None:
    """A loss agreed to is left out against the option that brings it, and kept against the other."""
    found = judged("contractualist", **altered(clash(1, 0.5), consented=True))
    # to `b` q objects with 0.5; p, who agreed, still has his loss of 1 the other way
    assert failed(found) == {"a": (), "b": ()}
    assert scores(found) == {"a": 0, "b": -0.5}
    fields = altered(clash(0.4, 0.5), consented=True)
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": FAILS}


def test_consent_is_presumed_beside_the_baseline() -> None:
    """The child who is spared more than he loses grounds no complaint to what hurts him."""
    fields = clash(0.4, 0.5)
    fields["consequences"]["illness"] = {"party": "p", "value": -1, "agency": "allows"}
    fields["options"] = brings(a={"hp": {"consented": "presumed"}, "hq": 1}, b={"illness": 1})
    assert scores(judged("contractualist", **fields, baseline="b"))["a"] == -0.5
    fields["options"]["c"] = {}
    found = judged("contractualist", **fields, baseline="b")
    assert scores(found)["a"] == -0.5  # beside c p would complain by 0.4, had he not agreed
    fields["options"]["a"]["consequences"].pop("hq")
    assert scores(judged("contractualist", **fields, baseline="b"))["a"] == 0
    assert scores(judged("contractualist", **fields, baseline="c"))["a"] == -0.4


def test_good_agreed_to_is_no_loss() -> None:
    """Only what is bad is left out."""
    fields = clash(1, 0.5)
    fields["options"]["b"]["consequences"]["hp"] = {"value": 2, "consented": True}
    assert scores(judged("contractualist", **fields))["a"] == -3


@pytest.mark.parametrize(
    ("liable", "effect", "score"),
    [
        (0.3, {"chance": 1}, -0.7),
        (True, {"chance": 1}, 0),
        (True, {"value": -5}, 0),
        (0.3, {"agency": "allows"}, -1),
        (True, {"agency": "allows"}, -1),
        (0.3, {"chance": 0.2}, 0),
    ],
)
def test_harm_to_which_one_is_liable_grounds_no_complaint(
    liable: Any, effect: dict[str, Any], score: float
) -> None:
    """The lesser of λ · W and the harm that the option itself does; at 1 any such harm."""
    found = judged("contractualist", **altered(clash(1, 0.5), {"liable": liable}, **effect))
    assert scores(found)["a"] == score


def test_liability_excuses_only_what_is_done_beyond_the_rival() -> None:
    """Harm that both options do him is no harm by which this one is worse; nor is a benefit withheld."""
    fields = altered(clash(1, 0.5), {"liable": True})
    fields["consequences"]["gift"] = {"party": "p", "value": 2}
    fields["options"]["b"]["consequences"] |= {"gift": 1, "hp": 0.75}
    assert scores(judged("contractualist", **fields))["a"] == -2


def test_needless_harm_loses_its_excuse() -> None:
    """Beside an option that spares the liable and costs nobody, his complaint stands."""
    fields = altered(clash(1, 0.5), {"liable": True})
    fields["options"]["c"] = {}
    assert scores(judged("contractualist", **fields))["a"] == -1


def test_what_is_betrayed_adds_to_a_complaint() -> None:
    """B under this option beyond that under the rival, weighed as the loss is."""
    fields = clash(0.5, 0.6)
    fields["parties"]["p"] = {"level": -1}
    fields["duties"] = {"promise": {"owed_to": "p", "weight": 4}}
    fields["options"]["a"]["duties"] = {"promise": -1}
    fields["options"]["b"]["duties"] = {"promise": -0.25}
    found = judged("contractualist", {"priority": 0}, **fields)
    assert scores(found)["a"] == -0.8
    assert reason_rows(found.answer("a"))[2:] == [
        ("loss", "parties.p", 0.5, None, "p"),
        ("betrayed", "parties.p", pytest.approx(0.3), None, "p"),
    ]
    assert judged("contractualist", **fields).answer("a").score == pytest.approx(-0.8 * exp(0.2))


def test_nobody_complains_of_the_only_course_under_which_he_lives() -> None:
    """Not of a poor life, nor of what is betrayed of him there; but of a life below 0."""
    fields = clash(1, 0.5)
    fields["parties"]["p"] = {"possible": True, "level": 3}
    fields["duties"] = {"d": {"owed_to": "p", "weight": 10}}
    fields["options"]["a"]["duties"] = {"d": -1}
    assert scores(judged("contractualist", {"priority": 0}, **fields)) == {"a": 0, "b": -0.5}
    fields["parties"]["p"]["level"] = -3
    assert scores(judged("contractualist", {"priority": 0}, **fields)) == {"a": -5, "b": -0.5}


def test_where_all_can_be_rejected_the_least_objection_passes() -> None:
    """In a circle of rejections those whose strongest objection is least are permitted."""
    found = judged(
        "contractualist",
        parties={"p": {}, "q": {}, "r": {}},
        consequences={id: {"party": id[1], "value": 1} for id in ("vp", "vq", "vr")},
        options=brings(
            a={"vp": {"value": 3}, "vq": {"value": 2}, "vr": {"value": 0.5}},
            b={"vp": {"value": 1.9}, "vq": {"value": 0.1}, "vr": {"value": 2.9}},
            c={"vp": {"value": 0.2}, "vq": {"value": 3}, "vr": {"value": 1.4}},
        ),
    )
    # a rejected for b by r: 2.4 > 1.9 (q); b for c by q: 2.9 > 1.7 (p); c for a by p: 2.8 > 1 (q)
    assert failed(found) == {"a": (), "b": FAILS, "c": FAILS}
    assert scores(found) == {"a": -2.4, "b": -2.9, "c": -2.8}
    assert ranks(found) == {"a": 1, "b": 2, "c": 2}


@pytest.mark.parametrize("last", [3, 3 - 1e-10, 3 + 1e-10])
def test_a_circle_of_equal_objections_permits_all(last: float) -> None:
    """Where all are rejected and the strongest objections are Equal, none is the least."""
    found = judged(
        "contractualist",
        parties={"p": {}, "q": {}, "r": {}},
        consequences={id: {"party": id[1], "value": 1} for id in ("vp", "vq", "vr")},
        options=brings(
            a={"vq": 1, "vr": {"value": last}},
            b={"vp": {"value": 3}, "vr": 1},
            c={"vp": 1, "vq": {"value": 3}},
        ),
    )
    assert failed(found) == {"a": (), "b": (), "c": ()}


def test_what_is_worse_for_some_and_better_for_none_does_not_pass_a_circle() -> None:
    """Where all are rejectable, only options that are undominated may pass (rule 4)."""
    fields: dict[str, Any] = {
        "parties": {"p": {}, "q": {}, "r": {}},
        "consequences": {id: {"party": id[1], "value": 1} for id in ("vp", "vq", "vr")},
    }
    circle = {
        "a": {"vq": 1, "vr": {"value": 3}},
        "b": {"vp": {"value": 3}, "vr": 1},
        "c": {"vp": 1, "vq": {"value": 3}},
    }
    worse = {"vq": 1, "vr": {"value": 2.9}}
    found = judged("contractualist", **fields, options=brings(**circle, worse=worse))
    assert failed(found) == {"a": (), "b": (), "c": (), "worse": FAILS}


def test_it_needs_people_who_count() -> None:
    """Without a consequence for a party of people of weight above 0 it does not apply."""
    fields = {**clash(1, 1), "parties": {"p": {"kind": "norm"}, "q": {"weight": 0}}}
    assert judged("contractualist", **fields).missing == (
        "no option lists a consequence for a party of people (weight above 0)",
    )
