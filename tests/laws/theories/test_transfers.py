"""Pigou-Dalton: what one gives to another who is worse off, and stays no worse off than he, is a gain."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma import load
from dilemma.case.build import case_of
from dilemma.weighing import judge
from tests.support.judging import framework

LEVELS = st.sampled_from([-4.0, -1.0, 0.0, 0.5, 2.0])
SIZES = st.sampled_from([1.0, 3.0, 1000.0])
OTHERS = st.lists(st.tuples(LEVELS, SIZES), max_size=3)

SETTINGS = {
    "prioritarian": {"priority": st.sampled_from([0.125, 1.0, 4.0])},
    "egalitarian": {"equality": st.sampled_from([0.125, 0.5, 1.0])},
    "rawlsian": {},
}
"""Theories, and the settings at which they favour the worse off."""


def _file(low: float, gap: float, given_up: float, size: float, others: list[tuple[float, float]]) -> Any:
    parties = {f"p{at}": {"level": level, "size": many} for at, (level, many) in enumerate(others)}
    parties |= {"low": {"level": low, "size": size}, "high": {"level": low + gap, "size": size}}
    rows = {
        "gain": {"party": "low", "value": given_up, "count": size},
        "loss": {"party": "high", "value": -given_up, "count": size},
    }
    options = {"give": {"consequences": {"gain": 1, "loss": 1}}, "keep": {}}
    file = {"format": 1, "title": "t", "question": "q", "worst": 4}
    return {**file, "parties": parties, "consequences": rows, "options": options}


@pytest.mark.parametrize("id", SETTINGS)
@given(
    st.data(), LEVELS, st.sampled_from([1.0, 2.0, 4.0]), st.sampled_from([0.125, 0.25, 0.5]), SIZES, OTHERS
)
def test_a_transfer_to_the_worse_off_is_better(
    id: str,
    data: st.DataObject,
    low: float,
    gap: float,
    share: float,
    size: float,
    others: list[tuple[float, float]],
) -> None:
    """If equally many give to those worse off and stay no worse off than they, that option alone is right."""
    file = _file(low, gap, gap * share, size, others)
    drawn = {name: data.draw(values, label=name) for name, values in SETTINGS[id].items()}
    file["frameworks"] = {id: drawn}
    verdict = judge(case_of(load(file).scenario), framework(id))
    assert verdict.choice == ("give",)
