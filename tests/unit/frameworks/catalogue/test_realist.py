"""Statecraft: those answered for first, the rest by ρ."""

from __future__ import annotations

from typing import Any

from tests.unit.frameworks.small import brings, judged, reason_rows, scores, terms

STATE: dict[str, Any] = {
    "parties": {"nation": {"represented": True, "weight": 0.5}, "abroad": {"weight": 0.5, "agent": True}},
    "consequences": {
        "cost": {"party": "nation", "value": -4},
        "killed": {"party": "abroad", "value": -1, "count": 100},
        "war": {"falls_on": {"nation": 7, "abroad": 7}, "value": -1},
    },
    "options": {
        "intervene": {"consequences": {"cost": 1, "killed": 0.1, "war": 1}},
        "stand-by": {"consequences": {"killed": 1, "war": 1}},
    },
}


def test_it_counts_those_answered_for() -> None:
    """By default others do not count but through what reaches those answered for (Weber; Morgenthau).

    What is the same under every option is left out; `agent` is not read.
    """
    found = judged("realist", **STATE)
    assert scores(found) == {"intervene": -2, "stand-by": 0}
    assert found.choice == ("stand-by",)


def test_others_count_as_far_as_they_are_set_to() -> None:
    """The rest counts ρ times; at 1 it is the total."""
    assert scores(judged("realist", {"others": 0.1}, **STATE)) == {"intervene": -2.5, "stand-by": -5}
    whole = judged("realist", {"others": 1}, **STATE)
    assert scores(whole) == scores(judged("utilitarian", **STATE)) == {"intervene": -7, "stand-by": -50}


def test_others_are_reasons_only_where_they_count() -> None:
    """At ρ = 0 what befalls others is no reason; above it, its share is."""
    own = {"options.intervene.consequences.cost": -2}
    assert terms(judged("realist", **STATE).answer("intervene")) == own
    assert reason_rows(judged("realist", {"others": 0.5}, **STATE).answer("intervene")) == [
        ("consequence", "options.intervene.consequences.cost", -2, None, "nation"),
        ("consequence", "options.intervene.consequences.killed", -2.5, None, "abroad"),
    ]


def test_it_needs_someone_to_answer_for() -> None:
    """Without a consequence for a party with represented: true it does not apply."""
    fields = {**STATE, "options": brings(a={"killed": 1}, b={})}
    assert judged("realist", **fields).missing == (
        "no option lists a consequence for a represented party, one the decider answers for",
    )
