"""Care: who depends on the agent, and how far they are left."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, reason_rows, scores

HEINZ: dict[str, Any] = {
    "parties": {"wife": {"tie": 1}, "friend": {"tie": 0.5}, "druggist": {}},
    "consequences": {
        "life": {"party": "wife", "value": -1},
        "grief": {"party": "friend", "value": -1},
        "loss": {"party": "druggist", "value": -3},
    },
}


def test_those_who_depend_on_us_come_first() -> None:
    """Heinz steals: whom we are bound to is not outweighed by a stranger's greater loss (Gilligan 1982)."""
    found = judged("care", **HEINZ, options=brings(steal={"loss": 1}, wait={"life": 1, "grief": 1}))
    assert scores(found) == {"steal": -0.15, "wait": round(-sqrt(1.25), 9)}
    assert found.choice == ("steal",)
    assert reason_rows(found.answer("wait")) == [
        ("abandoned", "parties.wife", 1, None, "wife"),
        ("abandoned", "parties.friend", 0.5, None, "friend"),
    ]


def test_every_abandonment_counts_the_graver_the_more() -> None:
    """To abandon both is worse than one; one wholly is worse than two by half (Noddings 1984)."""
    parties = {"wife": {"tie": 1}, "friend": {"tie": 1}, "druggist": {}}
    found = judged(
        "care",
        **{**HEINZ, "parties": parties},
        options=brings(
            both={"life": 1, "grief": 1}, one={"life": 1}, half={"life": 0.5, "grief": 0.5}, no={}
        ),
    )
    assert scores(found) == {
        "both": round(-sqrt(2), 9),
        "one": -1,
        "half": round(-sqrt(0.5), 9),
        "no": 0,
    }


@pytest.mark.parametrize(
    ("party", "settings", "left"),
    [
        ({"tie": 1}, None, 1),
        ({"tie": 0.25}, None, 0.25),
        ({}, None, 0.05),
        ({}, {"stranger": 0}, 0),
        ({}, {"stranger": 0.5}, 0.5),
        ({"tie": 0.25}, {"stranger": 0.5}, 0.5),
        ({"tie": 1, "weight": 0.1}, None, 1),
        ({"tie": 1, "level": 7}, None, 1),
        ({"tie": 1, "weight": 0}, None, 0),
        ({"tie": 1, "kind": "institution"}, None, 0),
        ({"tie": 1, "size": 18}, None, sqrt(18) / 2),
    ],
)
def test_who_depends_counts_by_the_tie(party: dict[str, Any], settings: Any, left: float) -> None:
    """By the tie, at least `stranger`, for each member of kind people and weight above 0."""
    found = judged(
        "care",
        settings,
        parties={"child": party, "other": {"tie": 0.5}},
        consequences={
            "c": {"party": "child", "value": -2, "count": 9},
            "o": {"party": "other", "value": 1},
        },
        options=brings(a={"c": 0.5, "o": 1}, b={"o": 1}),
    )
    size = 1 if "size" in party else 9
    assert scores(found) == {"a": pytest.approx(-left * sqrt(size), abs=1e-8), "b": 0}


def test_abandonment_is_below_the_best_there_could_have_been() -> None:
    """Against the best any option offers them, not against the baseline."""
    found = judged(
        "care",
        parties={"child": {"tie": 0.5}},
        consequences={"c": {"party": "child", "value": 1}},
        baseline="none",
        options=brings(none={}, some={"c": 1}, most={"c": {"value": 3}}, same={"c": {"value": 3 - 1e-10}}),
    )
    assert scores(found) == {"none": -1.5, "some": -1, "most": 0, "same": 0}
    assert found.answer("same").score == 0  # no abandonment at all, rounding or not
    assert reason_rows(found.answer("some")) == [("abandoned", "parties.child", 1, None, "child")]


def test_to_betray_one_who_trusts_is_to_abandon() -> None:
    """What is betrayed of what is owed adds to what is lost, before the tie."""
    found = judged(
        "care",
        worst=1,
        parties={"child": {"tie": 0.5}},
        consequences={"c": {"party": "child", "value": -1}},
        duties={"promise": {"owed_to": "child", "weight": 4}},
        options={
            "betray": {"consequences": {"c": 0.2}, "duties": {"promise": -1}},
            "keep": {"duties": {"promise": 1}},
        },
    )
    assert scores(found) == {"betray": -0.3, "keep": 0}
    assert reason_rows(found.answer("betray")) == [
        ("abandoned", "parties.child", pytest.approx(0.3), None, "child"),
        ("betrayed", "parties.child", pytest.approx(0.2), None, "child"),
    ]


def test_who_does_not_live_is_not_abandoned() -> None:
    """One who lives only under some options counts there, beside the best of those."""
    found = judged(
        "care",
        parties={"child": {"tie": 1, "possible": True}, "one": {}},
        consequences={"life": {"party": "child", "value": 1}, "joy": {"party": "one", "value": 1}},
        options=brings(none={"joy": 1}, poor={"life": 1, "joy": 1}, good={"life": {"value": 3}, "joy": 1}),
    )
    assert scores(found) == {"none": 0, "poor": -2, "good": 0}


def test_it_needs_someone_who_depends_on_the_agent() -> None:
    """Without a consequence for people with a tie above 0 it does not apply."""
    missing = ("no option lists a consequence for people who depend on the agent (tie above 0)",)
    assert judged("care", **HEINZ, options=brings(a={"loss": 1}, b={})).missing == missing
    for party in ({"tie": 0}, {"tie": 1, "weight": 0}, {"tie": 1, "kind": "nature"}):
        parties = {**HEINZ["parties"], "wife": party}
        found = judged("care", **{**HEINZ, "parties": parties}, options=brings(a={"life": 1}, b={}))
        assert found.missing == missing
