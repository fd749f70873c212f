"""A setting may be anything in its interval, and nothing beyond it."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.errors import InvalidScenario
from dilemma.verbs import load, theories
from tests.alterations import without_comment
from tests.judging import and_of_shipped, judged
from tests.strategies import Data, scenarios

SETTINGS = [
    (theory, setting, *ends) for theory, settings in theories().items() for setting, ends in settings.items()
]
SHARES = st.lists(
    st.just(0.0) | st.just(1.0) | st.floats(0, 1), min_size=len(SETTINGS), max_size=len(SETTINGS)
)


@and_of_shipped(shares=[0.0] * len(SETTINGS))
@and_of_shipped(shares=[1.0] * len(SETTINGS))
@given(scenarios(), SHARES)
def test_the_whole_interval_of_a_setting_is_accepted(data: Data, shares: list[float]) -> None:
    """At both ends and anywhere between, a theory gives finite scores and breaks no rule of verdicts."""
    altered = {**without_comment(data), "frameworks": {id: {} for id in theories()}}
    for (theory, setting, low, high), share in zip(SETTINGS, shares, strict=True):
        altered["frameworks"][theory][setting] = min(high, low + share * (high - low))
    for id, verdict in judged(altered).items():
        assert dict(verdict.settings) == altered["frameworks"][id]
        assert all(isfinite(answer.score) for answer in verdict.answers)
        assert verdict.margin is None or 0 < verdict.margin <= 1


@pytest.mark.parametrize(("theory", "setting", "low", "high"), SETTINGS)
def test_beyond_its_interval_a_setting_is_refused(theory: str, setting: str, low: float, high: float) -> None:
    """A setting below its least or above its greatest value is an error of the file."""
    data = {"format": 1, "title": "t", "question": "q", "parties": {"p": {}},
            "duties": {"d": {}}, "options": {"a": {}, "b": {}}}  # fmt: skip
    for beyond in (low - 0.5, high * 1.5 + 0.5):
        with pytest.raises(InvalidScenario):
            load({**data, "frameworks": {theory: {setting: beyond}}})
