"""What theories that look at each person alone always permit, and never."""

from __future__ import annotations

from hypothesis import assume, given

from dilemma.case import Case
from dilemma.case.build import case_of
from tests.support.alterations import consequence_maps, without_comment, without_duties_and_virtues
from tests.support.judging import and_of_shipped, judged, judged_case, scenario_of
from tests.support.strategies import Data, scenarios

BY_COMPLAINTS = ("contractualist", "limited-aggregation")


def _people_alone(data: Data) -> Data:
    """Return the scenario as consequences to people alone, who count, agreed to nothing and owe nothing."""
    result = without_duties_and_virtues(data)
    for row in consequence_maps(result):
        row["consented"] = False
    for party in result["parties"].values():
        party |= {"kind": "people", "weight": 1, "liable": False}
    return result


def _worse_for_some_only(case: Case) -> set[str]:
    """Return the options that are worse for some and better for no one than another option."""
    people = case.people
    return {
        act.id
        for act in case.acts
        for rival in case.acts
        if rival is not act
        and people.none_worse(act, rival) is True
        and any(people.better(act, rival, party) is True for party in people.kind_people)
    }


@and_of_shipped()
@given(scenarios())
def test_nothing_worse_for_some_and_better_for_none(data: Data) -> None:
    """In files of consequences to people alone, no option that another dominates is permitted."""
    altered = _people_alone(data)
    assume(altered.get("consequences"))
    case = case_of(scenario_of(altered))
    dominated, verdicts = _worse_for_some_only(case), judged_case(case)
    for id in BY_COMPLAINTS:
        assert dominated.isdisjoint(verdicts[id].choice), id


@and_of_shipped()
@given(scenarios())
def test_something_is_permitted(data: Data) -> None:
    """Contractualism permits some option, and so do rights where they are not `strict`."""
    altered = without_comment(data)
    altered.get("frameworks", {}).get("rights", {}).pop("strict", None)
    verdicts = judged(altered)
    assert not verdicts["contractualist"].permits_none
    assert not verdicts["rights"].permits_none
