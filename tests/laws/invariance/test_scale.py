"""Verdicts do not depend on the unit of value."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dilemma.case import Case
from dilemma.case.build import case_of
from tests.support.alterations import rescaled
from tests.support.judging import and_of_shipped, framework, judged, judged_case, rulings, scenario_of
from tests.support.strategies import Data, scenarios

NEAR = 1e-7  # a hundred times the tolerance
ROUNDED = 14  # digits, beyond which a difference is one of rounding


@and_of_shipped(k=0.1)
@and_of_shipped(k=1000.0)
@given(scenarios(), st.sampled_from([0.1, 0.3, 0.7, 1.1, 3.0, 10.0, 77.7, 1000.0]) | st.floats(0.1, 1000))
def test_multiplying_every_value_changes_no_ruling(data: Data, k: float) -> None:
    """With values, levels, `worst`, `enough` and exchange multiplied by one k, no ruling changes.

    A ruling is the choice, the ranks and the failed tests of a theory. Where a file states neither `worst`
    nor `exchange`, both follow from its values, and nothing else need be stated. Files are left out
    whose levels come to be Equal by the tolerance: a risk shared by millions may differ by so little.
    """
    case = case_of(scenario_of(data))
    if _differs_by_hardly_anything(case, min(1.0, k)):
        return
    before, after = judged(data), judged(rescaled(data, k))
    for id, verdict in before.items():
        assert rulings(after[id]) == rulings(verdict), id


def _differs_by_hardly_anything(case: Case, k: float) -> bool:
    """Return whether two levels or averages differ, but at scale k by hardly more than what is Equal."""
    by_person = [
        {round(case.people.levels[act.id, q.id], ROUNDED) for act in case.acts}
        for q in case.people.kind_people
    ]
    scores = [
        {round(answer.score, ROUNDED) for answer in verdict.answers}
        for verdict in judged_case(case, [framework("egalitarian")]).values()
    ]
    return any(
        high - low < NEAR / k for amounts in (*by_person, *scores) for low, high in pairwise(sorted(amounts))
    )
