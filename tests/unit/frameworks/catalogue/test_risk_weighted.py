"""Risk-weighted utility: chances of more than the worst, to a power."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import brings, judged, reason_rows, scores


def coin(chance: float = 0.5, **fields: Any) -> dict[str, Any]:
    """Return a gamble of 10 or nothing, and 4 for sure."""
    return {
        "beliefs": {"heads": {"claim": "heads", "probability": chance}},
        "consequences": {
            "prize": {"party": "one", "value": 10, "when": "heads"},
            "sure": {"party": "one", "value": 4},
        },
        "options": brings(gamble={"prize": 1}, take={"sure": 1}),
        **fields,
    }


@pytest.mark.parametrize(
    ("chance", "settings", "gamble"),
    [
        (0.5, None, 2.5),
        (0.5, {"aversion": 1}, 5),
        (0.25, {"aversion": 0.5}, 5),
        (0.5, {"aversion": 3}, 1.25),
        (0, None, 0),
        (1, None, 10),
    ],
)
def test_a_chance_counts_by_its_power(chance: float, settings: Any, gamble: float) -> None:
    """A gain above the worst case counts P^a: less than its chance above 1, more below (Buchak 2013)."""
    found = judged("risk-weighted", settings, **coin(chance))
    assert scores(found) == {"gamble": gamble, "take": 4}
    assert found.choice == (("gamble",) if gamble > 4 else ("take",))


def test_each_step_above_the_worst_counts_by_the_chance_of_at_least_as_much() -> None:
    """Three outcomes: the least, then each next one by P(U >= that)^a; equal outcomes are one."""
    found = judged(
        "risk-weighted",
        beliefs={"s": {"claim": "s", "probability": 0.5}, "t": {"claim": "t", "probability": 0.5}},
        consequences={
            "x": {"party": "one", "value": 1, "when": "s"},
            "y": {"party": "one", "value": 1, "when": "t"},
            "z": {"party": "one", "value": -3, "when": ["s", "t"]},
        },
        options=brings(a={"x": 1, "y": 1}, b={"x": 1, "y": 1, "z": 1}),
    )
    # a: 0, 1, 1, 2: 0 + 1 · (3/4)² + 1 · (1/4)²; b: -1, 0, 1, 1: -1 + (3/4)² + (1/2)²
    assert scores(found) == {"a": 0.625, "b": -0.1875}
    assert reason_rows(found.answer("a")) == [
        ("least", "options.a", 0, None, None),
        ("expected", "options.a", 1, 0.625, None),
    ]


def test_what_is_common_in_some_state_is_part_of_the_risk() -> None:
    """A row that names no state is left out where it is common; one that names a state decides with."""
    fields = coin()
    fields["consequences"]["base"] = {"party": "one", "value": -7}
    fields["options"] = brings(gamble={"prize": 1, "base": 1}, take={"sure": 1, "base": 1})
    assert scores(judged("risk-weighted", **fields)) == {"gamble": 2.5, "take": 4}
    fields["consequences"]["base"] = {"party": "one", "value": -10, "when": "heads"}
    assert scores(judged("risk-weighted", **fields)) == {"gamble": 0, "take": -3.5}


def test_only_states_are_risks() -> None:
    """Chances within a row, and events, stay expected; of an event given a state the state is a risk."""
    fields = coin()
    fields["consequences"]["prize"]["when"] = ["heads", "event"]
    fields["options"]["gamble"]["consequences"]["prize"] = 0.5
    fields["beliefs"]["event"] = {"claim": "event", "probability": 0.5}
    fields["options"]["gamble"]["beliefs"] = {"event": 0.8}
    assert scores(judged("risk-weighted", **fields))["gamble"] == 1  # 4 in one half: 4 · ¼
    fields["consequences"]["prize"]["when"] = "event"
    fields["options"]["gamble"]["consequences"]["prize"] = 1
    fields["options"]["gamble"]["beliefs"] = {"event": {"given": {"heads": 0.8, "not heads": 0.2}}}
    assert scores(judged("risk-weighted", **fields))["gamble"] == 3.5  # 8 or 2: 2 + 6 · ¼


def test_it_needs_a_state() -> None:
    """Without a consequence that depends on a state there is no risk to weigh."""
    fields = coin()
    fields["options"]["gamble"]["beliefs"] = {"heads": 0.5}
    assert judged("risk-weighted", **fields).missing == ("no consequence depends on a state of the world",)
