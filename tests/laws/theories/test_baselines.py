"""What does not turn on how harm is told: the baseline among omissions, one row or two."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.alterations import consequence_maps, without_duties_and_virtues
from tests.support.judging import judged, permits
from tests.support.strategies import Data, scenarios

CHANCES = st.sampled_from([0.0, 0.125, 0.25, 0.5, 0.75, 1.0])
BY_HARM_DONE = ("do-no-harm", "rights", "rossian", "just-war")


def _of_two_omissions(data: Data, baseline: int) -> Data:
    """Return the first two options of a scenario as omissions, one of them the baseline.

    No one is liable or used, and no duty is violated.
    """
    result = without_duties_and_virtues(data)
    result["options"] = {id: result["options"][id] for id in list(result["options"])[:2]}
    for option in result["options"].values():
        option |= {"omission": True, "uses": []}
    for party in result["parties"].values():
        party["liable"] = False
    for row in consequence_maps(result):
        if row.get("consented") == "presumed":
            row["consented"] = False
    frameworks = result.get("frameworks", {})
    result["frameworks"] = {id: set_ for id, set_ in frameworks.items() if id != "double-effect"}
    return {**result, "baseline": list(result["options"])[baseline]}


@given(scenarios())
def test_which_of_two_omissions_is_the_baseline(data: Data) -> None:
    """Double effect permits the same whichever of two omissions is the baseline, at ratio 1.

    Neither wrongs anyone in what it does: the baseline is not held to proportion, and who is liable is
    excused only in the option that is compared with it.
    """
    assume(data["consequences"])
    for row in consequence_maps(data):
        assume(row.get("role") in (None, "side-effect", "removes-threat"))
    one, other = (judged(_of_two_omissions(data, at))["double-effect"] for at in (0, 1))
    assert one.choice == other.choice


def _rescue(before: float, after: float, *, rows: int, **more: Any) -> Data:
    """Return a rescue that runs a risk of the same harm that it averts, told as one row or as two."""
    told = {"loss": {"party": "one", "value": -1, "role": "side-effect"}}
    if rows == 2:
        told["risk"] = dict(told["loss"])
    risk = {list(told)[-1]: after}
    return {
        "format": 1, "title": "t", "question": "q", "worst": 1, "unit": "one life", **more,
        "parties": {"one": {"size": 1, "combatant": False}, "other": {"size": 1}}, "consequences": told,
        "duties": {"d": {"owed_to": "other"}},
        "options": {"act": {"consequences": risk, "duties": {"d": -0.25}},
                    "wait": {"omission": True, "consequences": {"loss": before}}},
    }  # fmt: skip


@pytest.mark.parametrize("id", BY_HARM_DONE)
@given(CHANCES, CHANCES)
def test_one_row_or_two_for_a_harm_run_to_spare_the_same_person(id: str, before: float, after: float) -> None:
    """Whether the risk of a rescue is the row that it averts, or another, changes nothing permitted."""
    one, two = (judged(_rescue(before, after, rows=rows))[id] for rows in (1, 2))
    assert permits(one) == permits(two)
    assert one.choice == two.choice


@given(CHANCES, CHANCES)
def test_one_row_or_two_in_double_effect(before: float, after: float) -> None:
    """So too in double effect at ratio 1, beside one other option."""
    one, two = (judged(_rescue(before, after, rows=rows))["double-effect"] for rows in (1, 2))
    assert one.choice == two.choice
