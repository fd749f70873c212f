"""Care: who depends on the agent, and how far they are left."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, judged, reason_rows, scores

HEINZ: dict[str, Any] = {
    "parties": {"wife": {"tie": 1}, "friend": {"tie": 0.5}, "druggist": {}},
    "consequences": {
        "life": {"party": "wife", "value": -1},
        "grief": {"party": "friend", "value": -1},
        "loss": {"party": "druggist", "value": -3, "count": 100},
    },
}


def test_the_worst_abandonment_decides() -> None:
    """Heinz steals: those who depend on us are not outweighed by those who do not (Gilligan 1982)."""
    found = judged("care", **HEINZ, options=brings(steal={"loss": 1}, wait={"life": 1, "grief": 1}))
    assert scores(found) == {"steal": 0, "wait": -1}
    assert found.choice == ("steal",)
    assert found.margin == 1
    assert bindings(found.answer("wait")) == [("abandoned", "parties.wife")]
    assert bindings(found.answer("steal")) == []


def test_it_is_never_summed() -> None:
    """Two lesser abandonments do not add up to a greater one; the tie counts."""
    found = judged(
        "care", **HEINZ, options=brings(a={"life": 0.6}, b={"life": 0.5 - 1e-11, "grief": 1}, c={})
    )
    assert scores(found) == {"a": -0.6, "b": -0.5, "c": 0}
    assert bindings(found.answer("b")) == [("abandoned", "parties.wife"), ("abandoned", "parties.friend")]


@pytest.mark.parametrize(
    ("party", "score"),
    [
        ({"tie": 1}, -1),
        ({"tie": 0.25}, -0.25),
        ({"tie": 1, "weight": 0.1}, -1),
        ({"tie": 1, "level": 7}, -1),
        ({"tie": 0}, 0),
        ({"tie": 1, "weight": 0}, 0),
        ({"tie": 1, "kind": "institution"}, 0),
    ],
)
def test_who_depends_counts_by_the_tie(party: dict[str, Any], score: float) -> None:
    """People of weight above 0 and a tie above 0; their weight and their level do not matter else."""
    parties = {"child": party, "other": {"tie": 0.5}}
    found = judged(
        "care",
        parties=parties,
        consequences={"c": {"party": "child", "value": -2, "count": 9}, "o": {"party": "other", "value": 1}},
        options=brings(a={"c": 0.5, "o": 1}, b={"o": 1}),
    )
    assert scores(found) == {"a": score, "b": 0}


def test_abandonment_is_below_the_best_there_could_have_been() -> None:
    """Against the best any option offers them, not against the baseline."""
    found = judged(
        "care",
        parties={"child": {"tie": 0.5}},
        consequences={"c": {"party": "child", "value": 1}},
        options=brings(none={}, some={"c": 1}, most={"c": {"value": 3}}, same={"c": {"value": 3 - 1e-10}}),
    )
    assert scores(found) == {"none": -1.5, "some": -1, "most": 0, "same": 0}
    assert found.answer("same").score == 0  # no abandonment at all, rounding or not
    assert reason_rows(found.answer("some")) == [("abandoned", "parties.child", 1, None, "child")]


def test_it_needs_someone_who_depends_on_the_agent() -> None:
    """Without a consequence for people with a tie above 0 it does not apply."""
    missing = ("no option lists a consequence for people who depend on the agent (tie above 0)",)
    assert judged("care", **HEINZ, options=brings(a={"loss": 1}, b={})).missing == missing
    for party in ({"tie": 0}, {"tie": 1, "weight": 0}, {"tie": 1, "kind": "nature"}):
        parties = {**HEINZ["parties"], "wife": party}
        found = judged("care", **{**HEINZ, "parties": parties}, options=brings(a={"life": 1}, b={}))
        assert found.missing == missing
