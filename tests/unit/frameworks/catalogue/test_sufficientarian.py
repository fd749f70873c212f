"""Sufficientarianism: who falls short of enough, and how far."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, reason_rows, scores


def short(level: float, settings: Any = None, party: dict[str, Any] | None = None, **fields: Any) -> float:
    """Return the score of an option under which one person of a level stands as he is; W is 4, enough 3."""
    found = judged(
        "sufficientarian",
        settings,
        **{"worst": 4, "enough": 3} | fields,
        parties={"one": {"level": level, **(party or {})}, "other": {"level": 99}},
        consequences={"c": {"party": "other", "value": 1}},
        options=brings(a={"c": 0}, b={"c": 1}),
    )
    assert scores(found)["a"] == scores(found)["b"]
    return scores(found)["a"]


@pytest.mark.parametrize(
    ("level", "settings", "score"),
    [
        (3, None, 0),
        (50, None, 0),
        (1, None, -4 * 0.25),
        (-1, None, -4),
        (1, {"urgency": 1}, -2),
        (1, {"urgency": 3}, -0.5),
        (3 - 1e-10, None, 0),
    ],
)
def test_a_shortfall_counts_the_more_the_deeper(level: float, settings: Any, score: float) -> None:
    """-W · (shortfall/W)^a below enough, nothing at or above it (Foster, Greer and Thorbecke)."""
    assert short(level, settings) == score


@pytest.mark.parametrize(
    ("party", "score"),
    [
        ({"size": 5}, -5),
        ({"weight": 0.5}, -0.5),
        ({"weight": 0}, 0),
        ({"kind": "institution"}, 0),
        ({"possible": True}, 0),
    ],
)
def test_each_person_counts_by_the_weight_of_his_party(party: dict[str, Any], score: float) -> None:
    """It is w · S times; only people that exist, and whom nothing befalls too."""
    assert short(1, None, party) == score


def test_enough_and_worst_are_the_files() -> None:
    """Enough is the line; worst scales the depth."""
    assert short(1, enough=2) == -0.25
    assert short(1, worst=2) == -2


def test_the_score_adds_up_shortfalls_as_expected() -> None:
    """Levels are what one member may expect; each shortfall is a term at its party."""
    found = judged(
        "sufficientarian",
        worst=1,
        enough=1,
        parties={"poor": {}, "rich": {"level": 5}},
        consequences={
            "food": {"party": "poor", "value": 1},
            "wine": {"party": "rich", "value": 9},
        },
        options=brings(bread={"food": 0.5}, wine={"wine": 1}),
    )
    assert scores(found) == {"bread": -0.25, "wine": -1}
    assert found.choice == ("bread",)
    assert reason_rows(found.answer("bread")) == [("shortfall", "parties.poor", -0.25, None, "poor")]


def test_it_needs_people_and_enough() -> None:
    """Each need is told by name."""
    fields: dict[str, Any] = {
        "parties": {"one": {}, "firm": {"kind": "institution"}},
        "consequences": {"c": {"party": "one", "value": 1}, "d": {"party": "firm", "value": 1}},
    }
    enough = "the file does not say what is enough"
    people = "no option lists a consequence for a party of people (weight above 0)"
    assert judged("sufficientarian", **fields, options=brings(a={"c": 1}, b={})).missing == (enough,)
    found = judged("sufficientarian", **fields, enough=0, options=brings(a={"d": 1}, b={}))
    assert found.missing == (people,)
