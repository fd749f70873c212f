"""What the report says divides people is true of their choices and of what each of them said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from dilemma import load
from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.counts import IMPLIED, people_rows
from dilemma.reports.collect.divides.block import Divided
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.screen import common_ground
from dilemma.robustness.collection.collection import Collection, collected
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView
from tests.unit.robustness.collection.samples import document, theories, view_of

LOST = "options.talk.beliefs.lost.probability"


def person(name: str, choice: str, lost: float | None, **credences: float) -> PersonView:
    """Return a view of the ransom: a choice, how likely the hostage is lost if one talks, and credences."""
    said: dict[str, Any] = {"set": {LOST: lost}} if lost is not None else {}
    return view_of("ransom", name=name, choice=choice, credences=credences or None, **said)


def gathered(views: Sequence[PersonView]) -> Collection:
    """Return the collection of these views, judged by the panel of the file."""
    return collected(document("ransom"), views, theories(), shown=document("ransom").scenario.panel)


def head(found: Collection) -> str:
    """Return what is said of the people who choose otherwise."""
    return answer(found, Phrases(found.document, theories()), 0)[1]


def below(found: Collection) -> str:
    """Return what is said below the settings that divide the people who choose otherwise."""
    assert found.choosers
    phrases = Phrases(found.document, theories())
    return " ".join(Divided.of_choosers(found, found.choosers, phrases).notes)


def side(choice: str, lost: float, **credences: float) -> list[PersonView]:
    """Return four people who say the same."""
    return [person(f"{choice} {place}", choice, lost, **credences) for place in range(4)]


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ({}, {}, "no theory turns towards C or D"),
        (
            {"contractualist": 1},
            {"virtue": 1},
            "imply B, not C, for the first and D for the others; the credences make the difference.",
        ),
        ({"virtue": 1}, {"virtue": 1}, "That they choose differently does not follow from their own numbers"),
    ],
)
def test_a_number_is_named_only_if_it_turns_a_theory_towards_a_choice(
    here: dict[str, float], there: dict[str, float], told: str
) -> None:
    """A number that turns theories between other options explains nothing; credences may, or nothing does."""
    found = gathered([*side("D", 0.65, **here), *side("C", 0.55, **there)])
    assert found.choosers
    assert "utilitarian" in found.choosers.division.differing  # it says A and B
    assert found.choosers.explaining == ()
    assert told in head(found)
    assert "what turns" not in head(found)


def test_a_number_that_turns_theories_towards_a_choice_is_named() -> None:
    """Where numbers make theories say what people choose, their values on both sides are told."""
    found = gathered([*side("A", 0.65, utilitarian=1), *side("B", 0.55, utilitarian=1)])
    assert "what turns the most theories is a belief, which evidence could settle" in head(found)
    assert "It is 65 % where A is chosen and 55 % where B is (medians)." in head(found)
    assert "By itself it turns Utilitarian and Threshold." in head(found)
    assert "imply these choices; the numbers make the difference." in head(found)


def test_few_people_are_not_pooled() -> None:
    """With fewer than four on a side each value is told, none that nobody said, and who says the same."""
    views = [person("Anna", "A", 0.62, utilitarian=1), person("Ben", "B", 0.62, virtue=1)]
    found = gathered([*views, person("Eva", "B", 0.55, virtue=1)])
    assert "no number explains what they choose. " in head(found)
    assert "the credences alone in 1, only both together in 1." in head(found)
    told = below(found)
    assert "55 % and 62 % where B is chosen, 62 % where A is" in told
    assert "58 %" not in told
    assert "median" not in told
    assert "Same numbers, different choice: Anna (A), Ben (B)." in told
    assert "what turns" not in head(found)


def test_the_order_of_the_views_does_not_decide_what_is_compared() -> None:
    """Of options chosen as often those are compared whose views differ most, whatever the order."""
    views = [*side("D", 0.55), *side("B", 0.55), *side("C", 0.45)]
    for order in (views, views[::-1], views[4:] + views[:4]):
        found = gathered(order).choosers
        assert found
        assert (found.options, found.as_often) == (("talk", "family-pays"), ("pay",))


def test_only_credences_of_ones_own_imply_a_choice() -> None:
    """Who states no credences is not counted as implying a choice; without any, no row says so."""
    found = gathered([person("Anna", "A", 0.62, utilitarian=1), person("Ben", "B", None)])
    (row,) = (row for row in people_rows(found) if row.label == IMPLIED)
    assert [set_ is None for set_ in row.chosen] == [False, True]
    assert sum(row.choosing(place) for place, _ in enumerate(found.options)) == 1
    silent = gathered([person("Ben", "B", None)])
    assert IMPLIED not in [row.label for row in people_rows(silent)]


FLOOD = """
format: 1
title: The flood wall
question: Should the town build a flood wall, move the riverside households, or do nothing?
baseline: nothing
unit: one death, or harm as grave
parties:
  riverside: {name: Riverside households, size: 400}
  downstream: {name: Households downstream, size: 250}
  taxpayers: {name: Taxpayers of the town, size: 9000}
beliefs:
  big-flood: {claim: A flood as high as 1954 comes within 30 years, probability: [0.1, 0.25, 0.4]}
consequences:
  drown: {name: Riverside people drown, party: riverside, value: -1, count: [2, 5, 20], when: big-flood}
  flooded: {name: Houses are flooded, party: downstream, value: -0.05, count: 250, when: big-flood}
  lost-home: {name: A family loses its home, party: riverside, value: -0.02, count: 400}
  tax: {name: Higher tax, party: taxpayers, value: -0.0001, count: 9000}
options:
  wall: {name: Build the wall, consequences: {drown: 0.05, flooded: [0.3, 0.6, 0.9], tax: 1}}
  relocate: {name: Move the households, consequences: {lost-home: 1, tax: 1, flooded: 0.2}}
  nothing: {name: Do nothing, consequences: {drown: 1, flooded: 0.2}}
"""
DROWN, FLOODED = "consequences.drown.count", "options.wall.consequences.flooded.chance"


def on_the_flood(*said: tuple[str, float, float]) -> Collection:
    """Return a collection on the flood: a choice, how many drown, how likely houses are flooded."""
    flood = load(yaml.safe_load(FLOOD))
    checker = ViewChecker(flood)
    views = []
    for choice, drown, flooded in said:
        data = {"view": 1, "of": flood.id, "choice": choice, "set": {DROWN: drown, FLOODED: flooded}}
        checked = checker.checked(data, "a view")
        assert checked.view, checked.problems
        views.append(checked.view)
    return collected(flood, views, theories())


def test_a_number_that_does_not_overlap_is_told_though_another_is_needed_between_two_people() -> None:
    """With few people a number explains the choice if it alone turns theories in the view typical of all."""
    found = on_the_flood(("A", 18, 0.4), ("A", 8, 0.6), ("C", 4, 0.9), ("C", 6, 0.6))
    assert found.choosers
    (step,) = found.choosers.explaining
    assert [setting.address for setting in step.settings] == [DROWN]
    told = answer(found, Phrases(found.document, theories()), 0)
    assert "It is 8 and 18 where A is chosen and 4 and 6 where C is." in told[1]
    assert told[2] == "To ask next: Why 8 and 18, and why 4 and 6?"


def test_why_a_number_that_does_not_overlap_explains_nothing_is_told() -> None:
    """Where values lie apart but turn no theory between the sides, the report says both."""
    found = on_the_flood(("A", 2, 0.6), ("A", 2.2, 0.6), ("C", 2.5, 0.6))
    assert "no number explains what they choose" in answer(found, Phrases(found.document, theories()), 0)[1]
    assert "they do not overlap, but turn no theory so." in below(found)


@pytest.mark.parametrize(
    ("flooded", "told"), [(0.6, "alone it turns no theory"), (0.61, "alone none of them turns a theory")]
)
def test_numbers_that_make_no_difference_take_the_verb_of_their_number(flooded: float, told: str) -> None:
    """Of one number it is said that it turns no theory, of several that none of them does."""
    found = on_the_flood(("A", 2, 0.6), ("A", 2.2, 0.6), ("C", 2.5, flooded))
    (line,) = (
        line
        for line in common_ground(found, Phrases(found.document, theories()))
        if line.label == "No difference"
    )
    assert line.text.endswith(f"(people differ; {told})")
