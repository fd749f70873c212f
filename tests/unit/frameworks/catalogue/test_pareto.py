"""Pareto: what all could better."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import (
    bindings,
    brings,
    failed,
    judged,
    ranks,
    reason_rows,
    scores,
    statuses,
)

TWO: dict[str, Any] = {
    "parties": {"one": {}, "two": {}, "river": {"kind": "nature"}},
    "consequences": {
        "a": {"party": "one", "value": 1},
        "b": {"party": "two", "value": 1, "count": 2},
        "c": {"party": "river", "value": 1},
    },
}


@pytest.mark.parametrize(
    ("listed", "fails"),
    [
        ({"a": 1}, True),
        ({"a": 1, "b": 1}, False),
        ({"a": 1, "b": 1 - 1e-11}, False),
        ({"a": 1, "b": 0.9}, True),
        ({"a": 0.5, "b": {"value": 1 + 1e-11}}, True),
        ({"a": {"value": 1.1}}, False),
        ({"a": 1, "c": 1}, True),
    ],
)
def test_what_is_no_better_for_anyone_and_worse_for_someone_is_wrong(listed: Any, fails: bool) -> None:
    """Dominated: another gives every party of people as much and some more; nature does not count."""
    found = judged("pareto", **TWO, options=brings(this={**listed}, other={"a": 1, "b": 1}))
    assert failed(found) == {"this": ("undominated",) if fails else (), "other": ()}
    assert bindings(found.answer("this")) == ([("dominates", "options.other")] if fails else [])


def test_chance_and_number_count_and_weight_does_not() -> None:
    """A level is what one member may expect: chances and shares count, with no weighing between parties."""
    parties = {**TWO["parties"], "two": {"weight": 1e-12}}
    options = brings(this={"b": {"chance": 0.5, "count": 4}}, other={"b": 1}, less={"b": 0.9})
    found = judged("pareto", **{**TWO, "parties": parties}, options=options)
    assert failed(found) == {"this": (), "other": (), "less": ("undominated",)}


def test_a_party_of_weight_0_has_no_say() -> None:
    """Neither its gain nor its loss decides."""
    parties = {**TWO["parties"], "two": {"weight": 0}}
    found = judged(
        "pareto", **{**TWO, "parties": parties}, options=brings(this={"a": 0.5, "b": 1}, other={"a": 1})
    )
    assert failed(found) == {"this": ("undominated",), "other": ()}
    found = judged(
        "pareto", **{**TWO, "parties": parties}, options=brings(this={"a": 1, "b": 1}, other={"a": 1})
    )
    assert failed(found) == {"this": (), "other": ()}


def test_only_those_who_live_under_both_are_compared() -> None:
    """A new happy life makes nothing better for anyone, nor its absence worse; a life below 0 is worse."""
    parties = {**TWO["parties"], "two": {"possible": True, "level": 5}}
    options = brings(born={"a": 1, "b": 1}, none={"a": 1}, less={"b": 1})
    found = judged("pareto", **{**TWO, "parties": parties}, options=options)
    assert failed(found) == {"born": (), "none": (), "less": ("undominated",)}
    assert bindings(found.answer("less")) == [("dominates", "options.born"), ("dominates", "options.none")]
    parties["two"]["level"] = -5
    found = judged("pareto", **{**TWO, "parties": parties}, options=options)
    assert failed(found) == {"born": ("undominated",), "none": (), "less": ("undominated",)}


def test_it_permits_and_does_not_choose() -> None:
    """The score is 0 throughout; what passes ranks first, the rest second; all passing is silence."""
    found = judged("pareto", **TWO, options=brings(this={"a": 1}, other={"b": 1}, less={"b": 0.5}))
    assert scores(found) == {"this": 0, "other": 0, "less": 0}
    assert ranks(found) == {"this": 1, "other": 1, "less": 2}
    assert statuses(found) == {"this": "permitted", "other": "permitted", "less": "forbidden"}
    assert reason_rows(found.answer("less")) == [("dominates", "options.other", None, None, None)]
    assert found.margin is None
    assert judged("pareto", **TWO, options=brings(this={"a": 1}, other={"b": 1})).silent


def test_it_needs_people_who_count() -> None:
    """Without a consequence for a party of people of weight above 0 it does not apply."""
    missing = ("no option lists a consequence for a party of people (weight above 0)",)
    assert judged("pareto", **TWO, options=brings(this={"c": 1}, other={})).missing == missing
    parties = {**TWO["parties"], "two": {"weight": 0}}
    found = judged("pareto", **{**TWO, "parties": parties}, options=brings(this={"b": 1, "c": 1}, other={}))
    assert found.missing == missing
