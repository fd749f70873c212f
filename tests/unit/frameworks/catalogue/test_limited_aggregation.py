"""Limited aggregation: which claims are relevant, and which side they outweigh."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, compared, failed, judged, scores, statuses

FAILS = ("outweighed",)


def clash(mine: float, yours: float, many: float, party: dict[str, Any] | None = None) -> dict[str, Any]:
    """Option `one` spares one person a loss, option `many` spares many others theirs."""
    return {
        "parties": {"p": {}, "q": party or {}},
        "consequences": {
            "hp": {"party": "p", "value": -mine},
            "hq": {"party": "q", "value": -yours, "count": many},
        },
        "options": brings(one={"hq": 1}, many={"hp": 1}),
    }


@pytest.mark.parametrize(
    ("yours", "many", "relevance", "one", "other"),
    [
        (0.1, 1e9, 0.5, (), FAILS),
        (0.5, 3, 0.5, FAILS, ()),
        (0.5, 2, 0.5, (), ()),
        (0.5, 1, 0.5, (), FAILS),
        (0.499, 1000, 0.5, (), FAILS),
        (0.5 * (1 - 1e-10), 3, 0.5, FAILS, ()),
        (0.1, 11, 0, FAILS, ()),
        (0.99, 1000, 1, (), FAILS),
        (1, 2, 1, FAILS, ()),
    ],
)
def test_lesser_claims_add_up_only_if_they_are_near_enough(
    yours: float, many: float, relevance: float, one: Any, other: Any
) -> None:
    """No number of slight claims outweighs a grave one; at 0 all add up, at 1 only equals (Voorhoeve)."""
    found = judged("limited-aggregation", {"relevance": relevance}, **clash(1, yours, many))
    assert failed(found) == {"one": one, "many": other}


def test_a_claim_is_relevant_beside_the_strongest_on_the_other_side() -> None:
    """Not beside the strongest on its own side, nor beside all."""
    found = judged(
        "limited-aggregation",
        parties={"p": {}, "q": {}, "r": {}},
        consequences={
            "hp": {"party": "p", "value": -1},
            "hq": {"party": "q", "value": -3},
            "hr": {"party": "r", "value": -0.5, "count": 8},
        },
        options=brings(a={"hp": 1}, b={"hq": 1, "hr": 1}),
    )
    # for a: 3 and 8 · 0.5, both at least half of 1; for b: 1, less than half of 3
    assert failed(found) == {"a": (), "b": FAILS}
    assert scores(found) == {"a": 0, "b": -7}
    assert compared(found.answer("b")) == {"outweighed": (7, 0)}
    assert bindings(found.answer("b")) == [("rival", "options.a")]


def test_claims_are_differences_of_levels() -> None:
    """Chance and what is the same count as they change what one may expect; weight does not."""
    fields = clash(1, 1, 3, {"weight": 0.1})
    fields["options"] = brings(one={"hq": 0.75, "hp": 0.5}, many={"hp": 1, "hq": 0.25})
    found = judged("limited-aggregation", **fields)
    assert failed(found) == {"one": FAILS, "many": ()}
    assert scores(found) == {"one": -1, "many": 0}


@pytest.mark.parametrize("party", [{"weight": 0}, {"kind": "institution"}])
def test_only_people_who_count_have_claims(party: dict[str, Any]) -> None:
    """Others have none, however many."""
    assert failed(judged("limited-aggregation", **clash(1, 1, 9, party))) == {"one": (), "many": FAILS}


def test_who_would_not_live_has_no_claim_to_life() -> None:
    """A life not lived is no loss; a life below 0 is a claim against the option that gives it."""
    fields = clash(1, 0, 9, {"possible": True})
    fields["options"] = brings(one={}, many={"hp": 1, "hq": {"value": 5}})
    assert failed(judged("limited-aggregation", **fields)) == {"one": (), "many": FAILS}
    fields["options"] = brings(one={"hq": {"value": -5}}, many={"hp": 1})
    assert failed(judged("limited-aggregation", **fields)) == {"one": FAILS, "many": ()}


def test_where_all_are_outweighed_the_least_outweighed_pass() -> None:
    """In a circle, each is beaten by the next; the one with the least deficit is permitted."""
    options = brings(
        a={"vp": {"value": 3}, "vq": {"value": 2}},
        b={"vq": {"value": 4}, "vr": {"value": 1.5}},
        c={"vr": {"value": 3.5}, "vp": {"value": 2.4}},
    )
    found = judged(
        "limited-aggregation",
        {"relevance": 1},
        parties={"p": {}, "q": {}, "r": {}},
        consequences={f"v{id}": {"party": id, "value": 1} for id in "pqr"},
        options=options,
    )
    # a over b by 3, for p; b over c by 4, for q; c over a by 3.5, for r
    assert failed(found) == {"a": FAILS, "b": (), "c": FAILS}
    assert scores(found) == {"a": -3.5, "b": -3, "c": -4}


def test_it_permits_and_does_not_choose() -> None:
    """What is matched by no stronger sum is permitted, and equals are."""
    found = judged("limited-aggregation", **clash(1, 1, 1))
    assert statuses(found) == {"one": "permitted", "many": "permitted"}
    assert found.silent
    assert found.margin is None


def test_it_needs_people_who_count() -> None:
    """Without a consequence for a party of people of weight above 0 it does not apply."""
    fields = clash(1, 1, 1)
    fields["parties"] = {"p": {"kind": "norm"}, "q": {"weight": 0}}
    assert judged("limited-aggregation", **fields).missing == (
        "no option lists a consequence for a party of people (weight above 0)",
    )
