"""Verdicts do not depend on the unit of value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.alterations import rescaled
from tests.support.judging import and_of_shipped, judged, rulings
from tests.support.strategies import Data, scenarios


@and_of_shipped(k=0.1)
@and_of_shipped(k=1000.0)
@given(scenarios(), st.sampled_from([0.1, 0.3, 0.7, 1.1, 3.0, 10.0, 77.7, 1000.0]) | st.floats(0.1, 1000))
def test_multiplying_every_value_changes_no_ruling(data: Data, k: float) -> None:
    """With values, levels, `scale` and exchange multiplied by one k, no choice, rank or failed test changes.

    An exchange that is not stated is 1 of the unit of the file, so it is stated as k. (Left out, it would
    compare duties with values in another unit.)
    """
    before, after = judged(data), judged(rescaled(data, k))
    assert {id: rulings(verdict) for id, verdict in after.items()} == {
        id: rulings(verdict) for id, verdict in before.items()
    }
