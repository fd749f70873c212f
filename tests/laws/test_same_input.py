"""Weighing is deterministic and does not change its input."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from dilemma import load, weigh
from dilemma.case.build import case_of
from tests.support.alterations import plain, rows_of, without_comment
from tests.support.judging import and_of_shipped, judged, judged_case
from tests.support.samples import CASES
from tests.support.strategies import Data, scenarios

CREDENCES = st.sampled_from([0.0, 0.25, 1.0])


@and_of_shipped()
@given(scenarios())
def test_same_input_same_verdict(data: Data) -> None:
    """Judging twice, or loading twice, gives identical verdicts."""
    case = case_of(load(data).scenario)
    assert judged_case(case) == judged_case(case) == judged(data)


def test_same_verdict_for_any_hash_seed() -> None:
    """A verdict does not depend on the order in which Python iterates over a set."""
    code = "import sys, dilemma; print(dilemma.weigh(dilemma.load(sys.argv[1])).verdicts)"
    command = [sys.executable, "-c", code, str(CASES / "canonical" / "tactical-bomber.yaml")]
    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@and_of_shipped()
@given(scenarios())
def test_input_is_unchanged(data: Data) -> None:
    """Loading and weighing change neither the data given nor the document."""
    before = deepcopy(data)
    document = load(data)
    data_before, scenario_before = plain(document.data), repr(document.scenario)
    weigh(document)
    assert data == before
    assert plain(document.data) == data_before
    assert repr(document.scenario) == scenario_before


@and_of_shipped()
@given(scenarios())
def test_answers_and_reasons_are_hashable(data: Data) -> None:
    """Answers and reasons can be members of a set."""
    for verdict in judged(data).values():
        assert len({*verdict.answers}) == len(verdict.answers)
        assert all(hash(reason) is not None for answer in verdict.answers for reason in answer.reasons)


def _named(data: Data) -> Iterator[str]:
    """Yield the id of every belief that some `when` or `given` names."""
    for option in data.get("options", {}).values():
        for event in option.get("beliefs", {}).values():
            given = event.get("given", {}) if isinstance(event, dict) else {}
            yield from (text.removeprefix("not ") for text in given)
    rows = [*data.get("consequences", {}).values(), *(row for _, _, row in rows_of(data, "consequences"))]
    for row in rows:
        when = (row.get("when") or ()) if isinstance(row, dict) else ()
        yield from (text.removeprefix("not ") for text in ([when] if isinstance(when, str) else when))


@and_of_shipped(new=0.25, own=1.0)
@given(scenarios(), CREDENCES, CREDENCES)
def test_a_belief_that_no_when_names_changes_nothing(data: Data, new: float, own: float) -> None:
    """A belief that nothing depends on, as a state or as an event, leaves every verdict identical."""
    altered = without_comment(data)
    named = set(_named(altered))
    beliefs = altered.setdefault("beliefs", {})
    for id, belief in beliefs.items():
        if id not in named:
            belief["probability"] = new
    beliefs |= {
        "idle-state": {"claim": "It rains", "probability": new},
        "idle-event": {"claim": "It snows", "probability": new},
    }
    option = next(iter(altered["options"].values()))
    option["beliefs"] = {**option.get("beliefs", {}), "idle-event": own}
    assert judged(altered) == judged(data)
