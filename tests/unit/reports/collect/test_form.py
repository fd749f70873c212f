"""The questions of a form are in words that need no knowledge of the program."""

from __future__ import annotations

import pytest
import yaml

from dilemma import load
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.collect.form import form_headings
from dilemma.reports.collect.phrases import titles_of
from dilemma.robustness.collection.input.headings import heading_of
from dilemma.scenario import view
from tests.unit.reports.collect.test_answer import FLOOD
from tests.unit.robustness.collection.samples import document, theories

CLAIM = "“A flood as high as 1954 comes within 30 years”"
HOUSES = "this happens: “Houses are flooded”"
SHIPPED = ("track-two", "cluster", "ransom", "isolation", "boats")


def test_a_number_is_asked_for_in_a_question() -> None:
    """A count, a probability and a chance are questions that say on what they depend."""
    headings = form_headings(view(load(yaml.safe_load(FLOOD))), theories())
    assert headings[0] == "Who are you? [name]"
    assert {heading.partition(" (the file says")[0] for heading in headings[1:-3]} == {
        "How many are affected if this happens: “Riverside people drown”?",
        f"If the choice is Build the wall and it is true that {CLAIM}, how likely is it that {HOUSES}?",
        f"How likely is it that this is true: {CLAIM}?",
    }


@pytest.mark.parametrize("unit", ["one death, or harm as grave", "one thousand deaths"])
def test_a_number_of_those_affected_is_asked_for_one_by_one(unit: str) -> None:
    """Where one of a count stands for many, a count is asked for by its name."""
    headings = form_headings(view(load(yaml.safe_load(FLOOD) | {"unit": unit})), theories())
    (count,) = (heading for heading in headings if "[consequences.drown.count]" in heading)
    asked = "How many are affected" if "thousand" not in unit else "“Riverside people drown”: count"
    assert count.startswith(asked)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_is_read_as_what_it_asks_for(name: str) -> None:
    """Each heading leads to the address in its brackets, whatever the question before it says."""
    asked = form_headings(view(document(name)), frameworks_named(()))
    titles = titles_of(document(name))
    for heading in asked:
        column = heading_of(heading, document(name), titles)
        assert column
        assert f"[{'.'.join(column.path[1:] or column.path)}]" in heading
