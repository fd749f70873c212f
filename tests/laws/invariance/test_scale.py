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
    """With values, levels, `worst`, `enough` and exchange multiplied by one k, no ruling changes.

    A ruling is the choice, the ranks and the failed tests of a theory. Where a file states neither `worst`
    nor `exchange`, both follow from its values, and nothing else need be stated.
    """
    before, after = judged(data), judged(rescaled(data, k))
    assert {id: rulings(verdict) for id, verdict in after.items()} == {
        id: rulings(verdict) for id, verdict in before.items()
    }
