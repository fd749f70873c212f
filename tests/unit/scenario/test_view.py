"""Views: a document with the values of a perspective and of flags applied."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario import parse_value, view
from dilemma.scenario.model import Condition
from dilemma.scenario.numbers import Range
from tests.unit.scenario.small import SMALL, document, instead

SWEPT = "{chance: [0.5, 0.9], role: means, when: not warned, falls_on: {walkers: 4}}"

BY_HAND = {
    # address: (new value, what an author would replace, by what)
    "exchange": (3.0, "exchange: 10", "exchange: 3"),
    "discount": (0.03, "exchange: 10", "exchange: 10\ndiscount: 0.03"),
    "title": ("Another road", "title: The flooded road", "title: Another road"),
    "baseline": ("flood", "baseline: wait", "baseline: flood"),
    "as_of": (None, "as_of: 2023-07-07", "as_of: ~"),
    "parties.walkers.weight": ([1, 2], "weight: 1,", "weight: [1, 2],"),
    "parties.villagers.combatant": (True, "name: The villagers", "name: The villagers, combatant: true"),
    "beliefs.storm.probability": ([0.1, 0.2, 0.6], "probability: 0.2", "probability: [0.1, 0.2, 0.6]"),
    "quantities.rate.value": (0.3, "value: 0.1", "value: 0.3"),
    "quantities.rate": (0.3, "value: 0.1", "value: 0.3"),
    "quantities.houses": ("rate * 100", "houses: [10, 20, 40]", "houses: rate * 100"),
    "consequences.drown.count": ("houses", "count: houses * rate", "count: houses"),
    "consequences.drown.when": ("not storm", "when: storm", "when: not storm"),
    "consequences.drown.role": ("end", "when: storm", "when: storm, role: end"),
    "consequences.swept.falls_on.villagers": (2, "villagers: 1", "villagers: 2"),
    "duties.no-harm.kind": ("pro-tanto", "kind: absolute", "kind: pro-tanto"),
    "virtues.courage.weight": (9.0, "courage: {weight: 4}", "courage: {weight: 9}"),
    "options.flood.omission": (True, "    beliefs: {warned", "    omission: true\n    beliefs: {warned"),
    "options.flood.beliefs.storm": (0.4, "{warned: 0.9}", "{warned: 0.9, storm: 0.4}"),
    "options.wait.consequences.drown.chance": (0.5, "{drown: 1}", "{drown: 0.5}"),
    "options.wait.consequences.drown": (0.5, "{drown: 1}", "{drown: 0.5}"),
    "options.flood.consequences.swept": ({"chance": 0.3}, SWEPT, "{chance: 0.3}"),
    "options.flood.consequences.drown.chance": (0.1, "    swept: {ch", "    drown: 0.1\n      swept: {ch"),
    "options.flood.consequences.swept.falls_on.villagers": (7, "{walkers: 4}", "{walkers: 4, villagers: 7}"),
    "options.flood.duties.no-harm": (-0.5, "{no-harm: -1}", "{no-harm: -0.5}"),
    "options.flood.virtues.courage.degree": (1, "{courage: 0.5}", "{courage: 1}"),
    "options.flood.uses": ([], "uses: [walkers]", "uses: []"),
    "frameworks.threshold-deontology.multiple": (5, "{multiple: 3}", "{multiple: 5}"),
    "perspectives.keeper.credences.utilitarian": (2, "{utilitarian: 1}", "{utilitarian: 2}"),
}  # fmt: skip


@pytest.mark.parametrize("address", BY_HAND)
def test_a_setting_is_what_an_author_would_write(address: str) -> None:
    """The scenario in force equals that of a copy of the file edited by hand."""
    value, old, new = BY_HAND[address]
    assert document(instead(old, new)).scenario == view(document(), None, {address: value}).scenario


def test_without_settings_nothing_changes() -> None:
    """The plain view is the file."""
    file = document()
    seen = view(file)
    assert seen.scenario is file.scenario
    assert (seen.perspective, dict(seen.changed)) == (None, {})


def test_settings_apply_file_then_perspective_then_flags() -> None:
    """A flag wins over the perspective, and the perspective over the file."""
    seen = view(document(), "keeper", {"exchange": 7, "beliefs.storm.because": "It turned."})
    assert (seen.scenario.parties["walkers"].weight, seen.scenario.exchange) == (2.0, 7.0)
    assert seen.perspective == "keeper"
    assert dict(seen.changed) == {
        "parties.walkers.weight": 2.0,
        "exchange": 7.0,
        "beliefs.storm.because": "It turned.",
    }


def test_changed_holds_only_what_differs() -> None:
    """Setting a field to what it already is, written or by default, changes nothing."""
    same = {"exchange": 10, "parties.villagers.weight": 1, "duties.no-harm.kind": "absolute", "discount": 0}
    assert dict(view(document(), None, same).changed) == {}


def test_a_flag_on_a_whole_row_sets_aside_what_the_perspective_set_within() -> None:
    """What was replaced is not told as changed."""
    text = instead("exchange: 5}", "options.wait.consequences.drown.delay: 2}")
    seen = view(document(text), "keeper", {"options.wait.consequences.drown": {"chance": 0.2}})
    assert dict(seen.changed) == {
        "parties.walkers.weight": 2.0,
        "options.wait.consequences.drown": {"chance": 0.2},
    }


def test_a_number_for_a_row_keeps_its_other_fields() -> None:
    """A bare number at a row is its chance or degree; the role an author wrote stays."""
    row = (
        view(document(), None, {"options.flood.consequences.swept": 0.2})
        .scenario.options["flood"]
        .consequences["swept"]
    )
    assert (row.chance, row.role) == (0.2, "means")


def test_ranges_and_conditions_come_out_as_nouns() -> None:
    """What a setting writes is read as the file would be."""
    scenario = view(
        document(), None, {"parties.walkers.weight": (1, 3), "consequences.drown.when": []}
    ).scenario
    assert Range(low=1, best=2, high=3, uniform=True) == scenario.parties["walkers"].weight
    assert scenario.consequences["drown"].when == ()
    assert scenario.consequences["swept"].when == (Condition("storm", holds=False),)


def test_fields_of_a_row_the_option_does_not_list_need_the_row() -> None:
    """Setting a field alone must not make a thing happen that did not."""
    address = "options.wait.duties.no-harm"
    with pytest.raises(BadSetting, match=f"wait does not list no-harm; set {address}.degree first"):
        view(document(), None, {f"{address}.role": "means"})
    together = view(document(), None, {f"{address}.role": "means", f"{address}.degree": -0.5}).scenario
    assert (
        document(
            instead("{drown: 1}", "{drown: 1}\n    duties: {no-harm: {degree: -0.5, role: means}}")
        ).scenario
        == together
    )


UNKNOWN = {
    "exchnge": "exchange",
    "partys.walkers.weight": "parties.walkers.weight",
    "parties.walker.weight": "parties.walkers.weight",
    "parties.walkers.wieght": "parties.walkers.weight",
    "options.flod.duties.no-harm.degree": "options.flood.duties.no-harm.degree",
    "options.flood.duties.no-ham.degree": "options.flood.duties.no-harm.degree",
    "options.flood.consequences.swept.falls_on.walker": "options.flood.consequences.swept.falls_on.walkers",
    "frameworks.threshold.multiple": "frameworks.threshold-deontology.multiple",
    "frameworks.threshold-deontology.multipel": "frameworks.threshold-deontology.multiple",
    "exchange.best": None,
    "parties.walkers.weight.best": None,
    "": None,
    "parties..weight": None,
    "x" * 5000: None,
}


@pytest.mark.parametrize("address", UNKNOWN, ids=lambda address: address[:40] or "empty")
def test_unknown_addresses_say_what_is_near(address: str) -> None:
    """An address that leads nowhere is named, with the one that was probably meant."""
    with pytest.raises(UnknownName) as caught:
        view(document(), None, {address: 1})
    assert UNKNOWN[address] == caught.value.suggestion


REFUSED: dict[str, tuple[Any, str]] = {
    "parties.walkers.weight": (-1, "parties.walkers.weight=-1: should be 0 or more, not -1"),
    "exchange": (0, "exchange=0: should be above 0, not 0"),
    "exchange ": ("NO", "exchange=NO: should be a number, not the text 'NO'"),
    "duties.no-harm.kind": ("hard", "duties.no-harm.kind=hard: should be pro-tanto, absolute or imperfect"),
    "consequences.drown.party": ("nobody", "consequences.drown.party=nobody: no party 'nobody'"),
    "options.wait.omission": (1.0, "options.wait.omission=1: should be true or false, not the number 1"),
    "options.wait.consequences.drown": ({"chanse": 1}, 'drown={"chanse": 1.0}: chanse: unknown key'),
    "quantities.rate": (-1, "quantities.rate.value=-1: makes consequences.drown.count wrong"),
    "format": (2, "format=2: this file is format 2"),
    "title": (None, "title=null: should be text, not nothing"),
    "about": ("a\x1b[31mb", "about: the character U\\+001B is refused"),
    "discount": (float("nan"), "discount: should be a number, not NaN"),
    "perspectives.keeper.set": ({}, "perspectives.keeper.set: what a perspective sets is fixed"),
}  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_a_value_that_cannot_stand_says_why_in_the_words_of_the_file(address: str) -> None:
    """The message names address, value and reason."""
    value, message = REFUSED[address]
    with pytest.raises(BadSetting, match=message.replace("{", r"\{").replace("[31m", r"\[31m")):
        view(document(), None, {address.strip(): value})


def test_unknown_perspectives_say_what_is_near() -> None:
    """A perspective the file does not hold is a usage error."""
    with pytest.raises(UnknownName, match="no perspective 'keper'; did you mean 'keeper'"):
        view(document(), "keper")


def test_texts_of_flags_are_read_by_the_grammar_of_files() -> None:
    """`-s` takes what stands unquoted in a file."""
    given = {"exchange": "2e1", "options.flood.omission": "true", "as_of": "~", "unit": "lives"}
    scenario = view(
        document(), None, {address: parse_value(text) for address, text in given.items()}
    ).scenario
    flood = scenario.options["flood"]
    assert (scenario.exchange, flood.omission, scenario.as_of, scenario.unit) == (20.0, True, None, "lives")


def test_the_small_file_is_not_changed_by_views() -> None:
    """Frozen in, frozen out."""
    file = document()
    view(file, "keeper", {"exchange": 7, "options.flood.beliefs.storm": 0.5})
    assert document(SMALL).data == file.data
    with pytest.raises(TypeError):
        file.scenario.parties["x"] = None  # type: ignore[index]
