"""Contractualism: objections, who holds them, and what could be rejected."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import (
    bindings,
    brings,
    compared,
    failed,
    judged,
    ranks,
    reason_rows,
    scores,
)

FAILS = ("rejectable",)


def clash(mine: float, yours: float, my_count: float = 1, your_count: float = 1) -> dict[str, Any]:
    """Option a harms some, option b others."""
    return {
        "parties": {"p": {}, "q": {}},
        "consequences": {
            "hp": {"party": "p", "value": -mine, "count": my_count},
            "hq": {"party": "q", "value": -yours, "count": your_count},
        },
        "options": brings(a={"hp": 1}, b={"hq": 1}),
    }


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


def test_the_transmitter_room() -> None:
    """Jones's great pain is not outweighed by the slight loss of millions of viewers."""
    found = judged("contractualist", **clash(1, 0.001, 1, 1e9))
    assert found.choice == ("b",)
    assert bindings(found.answer("a")) == [("rival", "options.b"), ("objection", "parties.p")]
    assert bindings(found.answer("b")) == []
    test = found.answer("b").reasons[0]
    assert (test.key, test.amount, test.against) == ("rejectable", 0.001, 1)


def test_what_no_one_objects_to_compares_nothing() -> None:
    """With no objection to it an option has no amounts to tell."""
    test = judged("contractualist", **clash(1, 0)).answer("b").reasons[0]
    assert (test.holds, test.amount, test.against) == (True, None, None)


def test_the_reasons_tell_both_objections() -> None:
    """Against the objection is set the one the other way; each who holds it is told with its strength."""
    found = judged("contractualist", **clash(1, 0.5, 3, 7))
    assert reason_rows(found.answer("a")) == [
        ("rival", "options.b", 1, 0.5, None),
        ("objection", "parties.p", 1, None, None),
    ]
    assert compared(found.answer("a")) == {"rejectable": (1, 0.5)}
    fields = {**clash(1, 1), "options": brings(a={"hp": 1}, b={})}
    assert compared(judged("contractualist", **fields).answer("a")) == {"rejectable": (1, 0)}


def test_a_complaint_within_rounding_is_none() -> None:
    """Levels that are Equal differ by nothing."""
    fields = clash(1, 1)
    fields["options"] = brings(a={"hp": 1}, b={"hp": 1 - 1e-10})
    found = judged("contractualist", **fields)
    assert [answer.score for answer in found.answers] == [0, 0]


def test_a_complaint_is_what_one_member_expects() -> None:
    """Chance counts, ex ante; weight does not, unless it is 0."""
    fields = clash(1, 0.5)
    fields["options"]["a"]["consequences"]["hp"] = {"chance": 0.4}
    assert scores(judged("contractualist", **fields)) == {"a": -0.4, "b": -0.5}
    fields["parties"] = {"p": {"weight": 9}, "q": {"weight": 0.1}}
    assert scores(judged("contractualist", **fields)) == {"a": -0.4, "b": -0.5}
    fields["parties"]["q"] = {"weight": 0}
    assert scores(judged("contractualist", **fields)) == {"a": -0.4, "b": 0}


def test_people_only_complain() -> None:
    """What befalls an institution is no one's complaint."""
    fields = clash(1, 0.5)
    fields["parties"]["p"] = {"kind": "institution"}
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": FAILS}


def test_harm_agreed_to_is_no_complaint_and_good_agreed_to_counts() -> None:
    """Consequences consented to are left out where they are bad."""
    fields = clash(1, 0.5)
    fields["options"]["a"]["consequences"]["hp"] = {"consented": True}
    assert scores(judged("contractualist", **fields))["a"] == 0
    fields["options"]["b"]["consequences"]["hp"] = {"value": 2, "count": 3, "consented": True}
    assert scores(judged("contractualist", **fields))["a"] == -2


def test_levels_cancel() -> None:
    """A complaint is a difference of levels: where one stands does not matter to its strength."""
    fields = clash(1, 0.5)
    fields["parties"] = {"p": {"level": 50}, "q": {"level": -50}}
    assert scores(judged("contractualist", **fields)) == {"a": -1, "b": -0.5}


def test_a_complaint_is_held_by_the_largest_count() -> None:
    """A party numbers as many as any act consequence for it strikes; 1 where none does."""
    fields = clash(1, 1, 1, 2)
    fields["consequences"]["more"] = {"party": "p", "value": 0, "count": 3}
    fields["options"]["b"]["consequences"]["more"] = 1
    assert failed(judged("contractualist", **fields)) == {"a": FAILS, "b": ()}
    fields["consequences"]["more"]["scope"] = "rule"
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": FAILS}


def test_the_largest_count_may_come_first() -> None:
    """It is the largest, not the last."""
    fields = clash(1, 1, 1, 2)
    fields["consequences"]["more"] = {"party": "p", "value": 0, "count": 3}
    fields["options"] = brings(a={"more": 1, "hp": 1}, b={"hq": 1})
    assert failed(judged("contractualist", **fields)) == {"a": FAILS, "b": ()}


def test_several_parties_may_hold_one_objection() -> None:
    """Those whose complaints are equally the strongest hold it together."""
    fields = clash(1, 1, 2, 3)
    fields["parties"]["r"] = {}
    fields["consequences"]["hr"] = {"party": "r", "value": -1, "count": 2}
    fields["options"]["a"]["consequences"]["hr"] = 1
    found = judged("contractualist", **fields)
    assert failed(found) == {"a": FAILS, "b": ()}
    assert bindings(found.answer("a")) == [
        ("rival", "options.b"),
        ("objection", "parties.p"),
        ("objection", "parties.r"),
    ]
    fields["options"]["a"]["consequences"]["hr"] = 1 - 1e-10
    assert failed(judged("contractualist", **fields)) == {"a": FAILS, "b": ()}
    fields["consequences"]["hr"]["count"] = 1
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": ()}  # 2 and 1 against 3
    fields["options"]["a"]["consequences"]["hr"] = 0.9
    assert failed(judged("contractualist", **fields)) == {"a": (), "b": FAILS}


def test_a_lesser_objection_held_by_more_rejects_nothing() -> None:
    """Number decides between equal complaints only, among several options too."""
    found = judged(
        "contractualist",
        parties={"p": {}, "q": {}, "r": {}},
        consequences={
            "hp": {"party": "p", "value": -1},
            "hq": {"party": "q", "value": -0.1, "count": 1000},
            "hr": {"party": "r", "value": -0.1, "count": 1000},
        },
        options=brings(a={"hp": 1, "hr": 1}, b={"hq": 1}, c={"hr": 1}),
    )
    assert failed(found) == {"a": FAILS, "b": (), "c": ()}


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
    assert scores(found) == {"a": -3, "b": -3, "c": -3}


def test_it_needs_people_who_count() -> None:
    """Without a consequence for a party of people of weight above 0 it does not apply."""
    fields = clash(1, 1)
    fields["parties"] = {"p": {"kind": "norm"}, "q": {"weight": 0}}
    assert judged("contractualist", **fields).missing == (
        "no option lists a consequence for a party of people (weight above 0)",
    )
