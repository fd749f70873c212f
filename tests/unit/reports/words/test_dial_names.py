"""Names of numbers: every kind has words, a heading in `dials`, and a group of sliders."""

from __future__ import annotations

from typing import get_args

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.dials.blocks import GROUPS as HEADINGS
from dilemma.reports.page.data.numbers import GROUPS as SLIDERS
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.dials.dial import dials
from dilemma.robustness.dials.inventory import Kind
from dilemma.scenario.views.view import view
from tests.unit.robustness.dials.test_dial import dilemma


def test_every_kind_of_number_is_listed_once() -> None:
    """No number is left out of the list of dials or of the page, and none is in two groups."""
    for groups in (HEADINGS, SLIDERS):
        assert sorted(kind for kinds in groups.values() for kind in kinds) == sorted(get_args(Kind))


NAMES = {
    "worst": "What the worst that can befall one person is worth",
    "enough": "The level at which a person has enough",
    "parties.a.size": "a",
    "parties.a.liable": "a",
    "options.act.beliefs.rain.given.spring": "act: “It rains” if “It is spring”",
    "options.act.beliefs.rain.given.not spring": "act: “It rains” if not “It is spring”",
}


def test_a_number_is_named_after_its_entry() -> None:
    """A number of an event that depends on a state names both."""
    names = DialNames(view(load(dilemma())), CATALOGUE)
    assert {address: names.at(address) for address in NAMES} == NAMES


def test_numbers_of_one_entry_are_told_apart() -> None:
    """Where an entry has several numbers, the full name says which it is; no two have the same."""
    document = view(load("library/ransom"))
    names = DialNames(document, CATALOGUE)
    told = {dial.address: names.full(dial) for dial in dials(document.scenario, CATALOGUE)}
    party = next(iter(document.scenario.parties))
    whose = names.at(f"parties.{party}")
    assert told[f"parties.{party}.level"] == f"{whose}: level"
    assert told[f"parties.{party}.weight"] == f"{whose}: weight"
    ours = [name for address, name in told.items() if address.startswith("parties.")]
    assert len(set(ours)) == len(ours)
