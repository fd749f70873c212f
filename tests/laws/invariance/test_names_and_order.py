"""Verdicts do not depend on ids or on the order of entries."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase, digits

from hypothesis import given
from hypothesis import strategies as st

from dilemma.case.build import case_of
from tests.support.alterations import renamed, reordered
from tests.support.judging import and_of_shipped, judged, judged_case, same_verdicts, scenario_of, size_of
from tests.support.strategies import Data, scenarios

MIRROR = str.maketrans(ascii_lowercase + digits, ascii_lowercase[::-1] + digits[::-1])


def _mirrored(id: str) -> str:
    """Return another id; the alphabetical order of any two ids is reversed."""
    return id.translate(MIRROR)


@and_of_shipped()
@given(scenarios())
def test_renaming_changes_nothing_but_names(data: Data) -> None:
    """With every id replaced, verdicts and reasons are the same, under the new ids."""
    case = case_of(scenario_of(data))
    same_verdicts(judged_case(case), judged(renamed(data, _mirrored)), size_of(case), _mirrored)


@and_of_shipped(seed=1)
@given(scenarios(), st.integers(0, 2**16))
def test_reordering_changes_nothing_but_order(data: Data, seed: int) -> None:
    """With options, parties and factors shuffled, verdicts and reasons are the same in another order.

    Amounts agree up to rounding, in proportion to the sizes of all that is added.
    """
    case = case_of(scenario_of(data))
    same_verdicts(judged_case(case), judged(reordered(data, Random(seed))), size_of(case))
