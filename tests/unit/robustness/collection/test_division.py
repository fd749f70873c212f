"""What divides two groups: the settings told carry the verdicts, and none of them can be spared."""

from __future__ import annotations

import pytest

from dilemma.robustness.collection.collection import Collection, collected
from dilemma.robustness.collection.dividing.division import answer_of, division_between
from dilemma.scenario import view
from dilemma.scenario.views.person_view import PersonView
from dilemma.weighing import judge_view
from tests.unit.robustness.collection.samples import around, document, theories, view_of

CAMPS = ("proponents", "critics")


def divided(name: str, count: int = 24) -> Collection:
    """Return a collection of two planted camps."""
    views = around(name, CAMPS, count, 0.3)
    return collected(document(name), views, theories(), shown=document(name).scenario.panel)


def answers(name: str, values: dict, ids: list[str]) -> dict:
    """Return what these theories choose with these values."""
    verdicts = judge_view(view(document(name), None, values), theories()).verdicts
    return {verdict.about.id: answer_of(verdict) for verdict in verdicts if verdict.about.id in ids}


def settled(one: PersonView, other: PersonView, addresses: list[str]) -> dict:
    """Return the values of the first view with those of the second at these addresses."""
    kept = {at: value for at, value in one.values.items() if not any(related(at, to) for to in addresses)}
    put = {at: value for at, value in other.values.items() if any(related(at, to) for to in addresses)}
    return kept | put


def related(address: str, other: str) -> bool:
    """Return whether one address is the other or lies above or below it."""
    return f"{address}.".startswith(f"{other}.") or f"{other}.".startswith(f"{address}.")


@pytest.mark.parametrize("name", ["track-two", "cluster"])
def test_the_settings_told_carry_the_verdicts(name: str) -> None:
    """Put into the first typical view, the settings of a step make its theories choose as in the second."""
    found = divided(name)
    assert found.division
    assert found.division.steps
    first, second = found.division.views
    ids = [theory for step in found.division.steps for theory in step.theories]
    assert sorted(ids) == sorted(found.division.differing)
    wanted = answers(name, dict(second.values), ids)
    for step in found.division.steps:
        values = settled(first, second, [setting.address for setting in step.settings])
        there = answers(name, values, list(step.theories))
        assert {id: wanted[id] for id in step.theories} == there


@pytest.mark.parametrize("name", ["track-two", "cluster"])
def test_no_number_told_can_be_spared(name: str) -> None:
    """Without any one number of a step, some verdict that it carries is not carried."""
    found = divided(name)
    assert found.division
    first, second = found.division.views
    for step in found.division.steps:
        addresses = [setting.address for setting in step.settings]
        wanted = answers(name, dict(second.values), list(step.theories))
        for left_out in addresses if len(addresses) > 1 else ():
            rest = [address for address in addresses if address != left_out]
            if any(related(left_out, other) for other in rest) or isinstance(
                second.values.get(left_out), str
            ):
                continue
            assert answers(name, settled(first, second, rest), list(step.theories)) != wanted


def test_alike_views_are_divided_by_nothing() -> None:
    """Between two views with the same verdicts there are no steps."""
    one = view_of("track-two", set={"duties.candour.weight": 3})
    found = division_between(document("track-two"), (0, 1), (one, view_of("track-two")), theories())
    assert (found.differing, found.steps, found.credences) == ((), (), None)


def test_credences_alone_may_divide() -> None:
    """Where only credences differ, exchanging them exchanges the implied choice."""
    one = view_of("track-two", credences={"utilitarian": 1})
    other = view_of("track-two", credences={"virtue": 1})
    found = division_between(document("track-two"), (0, 1), (one, other), theories()).credences
    assert found
    assert found.here.choice != found.there.choice
    assert found.by_credences.choice == found.there.choice
    assert found.by_numbers.choice == found.here.choice
