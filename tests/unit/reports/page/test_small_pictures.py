"""What is shown of a page where there is little room: a thumbnail, and the first turns of a number."""

from __future__ import annotations

import re

import pytest

from dilemma import load
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.page.analysis import PageData, analyse
from dilemma.reports.page.parts.number_cards import number_card
from dilemma.reports.page.parts.preview import SMALL, preview, thumbnail
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.scenario import view

LEAST = 20  # units of a letter in a thumbnail of 600, which is shown at half its size


@pytest.fixture(scope="module")
def found() -> PageData:
    return analyse(view(load("triage")), frameworks_named(()))


def test_letters_of_a_thumbnail_can_be_read(found: PageData) -> None:
    """A thumbnail has large letters, all within it, and leaves out the question, which stands below it."""
    drawn = thumbnail(found)
    question = found.view.scenario.question.split()[0]
    assert question in preview(found)
    assert question not in drawn
    assert f'viewBox="0 0 {SMALL[0]} {SMALL[1]}"' in drawn
    assert min(map(int, re.findall(r'font-size="(\d+)"', drawn))) >= LEAST
    assert max(map(int, re.findall(r' y="(\d+)"', drawn))) < SMALL[1]


def test_turns_that_are_not_told_are_counted(found: PageData) -> None:
    """A card tells the first turns of a number, and how many others there are, be it one or several."""
    lettered = DialNames(found.view, found.frameworks, letters(tuple(found.view.scenario.options)))
    dials = {crux.dial.address: crux.dial for crux in found.cruxes.cruxes}
    cards = [number_card(dial, found.cruxes.cruxes, found.panel, lettered).markup for dial in dials.values()]
    more = {told for card in cards for told in re.findall(r"\d+ more \w+", card)}
    assert {"1 more turn", "2 more turns"} <= more
    assert {told for told in more if told.startswith("1 ")} == {"1 more turn"}
