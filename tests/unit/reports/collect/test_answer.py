"""What the report says divides people is true of their choices and of what each of them said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.counts import IMPLIED, people_rows
from dilemma.reports.collect.phrases import Phrases
from dilemma.robustness.collection.collection import Collection, collected
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
            "differs by the credences, not by the numbers: B (not C) and D",
        ),
        ({"virtue": 1}, {"virtue": 1}, "what parts them is not in these numbers or credences"),
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
    assert "What turns most theories" not in head(found)


def test_a_number_that_turns_theories_towards_a_choice_is_named() -> None:
    """Where numbers make theories say what people choose, their values on both sides are told."""
    found = gathered([*side("A", 0.65, utilitarian=1), *side("B", 0.55, utilitarian=1)])
    assert "differs by the numbers, not by the credences: A and B" in head(found)
    assert "65 % where A is chosen, 55 % where B is (medians)" in head(found)


def test_few_people_are_not_pooled() -> None:
    """With fewer than four on a side each value is told, none that nobody said, and who says the same."""
    views = [person("Anna", "A", 0.62, utilitarian=1), person("Ben", "B", 0.62, virtue=1)]
    told = head(gathered([*views, person("Eva", "B", 0.55, virtue=1)]))
    assert "55 % and 62 % where B is chosen, 62 % where A is" in told
    assert "58 %" not in told
    assert "median" not in told
    assert "Same numbers, different choice: Anna (A), Ben (B)." in told
    assert "by the credences, not by the numbers" in told
    assert "What turns most theories" not in told


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
