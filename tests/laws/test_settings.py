"""A setting accepts every value in its interval, and no other."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma import load
from dilemma.errors import InvalidScenario
from dilemma.frameworks.registry import theories
from tests.support.alterations import without_comment
from tests.support.judging import and_of_shipped, judged
from tests.support.strategies import Data, scenarios

SETTINGS = [
    (theory, setting, interval) for theory, known in theories().items() for setting, interval in known.items()
]
LEAST = 1e-9  # least share of an interval that excludes its low end
SHARES = st.tuples(*[st.just(0.0) | st.just(1.0) | st.floats(0, 1)] * len(SETTINGS))


@and_of_shipped(shares=[0.0] * len(SETTINGS))
@and_of_shipped(shares=[1.0] * len(SETTINGS))
@given(scenarios(), SHARES)
def test_the_whole_interval_of_a_setting_is_accepted(data: Data, shares: tuple[float, ...]) -> None:
    """At both ends and anywhere between, a theory gives finite scores and a valid margin."""
    altered = {**without_comment(data), "frameworks": {id: {} for id in theories()}}
    for (theory, setting, (low, high, above_low)), drawn in zip(SETTINGS, shares, strict=True):
        share = max(drawn, LEAST) if above_low else drawn
        altered["frameworks"][theory][setting] = min(high, low + share * (high - low))
    for id, verdict in judged(altered).items():
        assert dict(verdict.settings) == altered["frameworks"][id]
        assert all(isfinite(answer.score) for answer in verdict.answers)
        assert verdict.margin is None or 0 < verdict.margin <= 1


@pytest.mark.parametrize(("theory", "setting"), [(theory, setting) for theory, setting, _ in SETTINGS])
def test_beyond_its_interval_a_setting_is_refused(theory: str, setting: str) -> None:
    """A setting below its least or above its greatest value makes the file invalid."""
    low, high, above_low = theories()[theory][setting]
    data = {"format": 1, "title": "t", "question": "q", "parties": {"p": {}},
            "duties": {"d": {}}, "options": {"a": {}, "b": {}}}  # fmt: skip
    for beyond in (low if above_low else low - 0.5, high * 1.5 + 0.5):
        with pytest.raises(InvalidScenario):
            load({**data, "frameworks": {theory: {setting: beyond}}})
