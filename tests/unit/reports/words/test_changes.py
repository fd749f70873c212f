"""What a view changes: each setting with its new value and the reason given for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from dilemma.reports.words.changes import settings_changed
from dilemma.scenario import view
from tests.unit.scenario.small import document, instead


def lines(settings: str, flags: Mapping[str, Any] | None = None) -> list[tuple[str, str]]:
    """Return each address that a perspective sets, and flags after it, with its value and reason."""
    text = instead("set: {parties.walkers.weight: 2, exchange: 5}", f"set: {{{settings}}}")
    seen = view(document(text), perspective="keeper", changes=flags or {})
    first, *rest = settings_changed(seen)
    assert first.label == "Perspective"
    assert {line.label for line in rest} == {"Set"}
    told = [re.fullmatch(SETTING, line.text) for line in rest]
    return [(one["address"], one["value"] + (one["reason"] or "")) for one in told if one]


SETTING = (
    r".+ = (?P<value>.+?)(, not [^ ]+( \(the default\))?)?(?P<reason> \((So it is|Only partly|Seldom)\))?"
    r" · (?P<address>\S+)"
)
STORM = "beliefs.storm.probability"
WARNED = "options.flood.beliefs.warned.probability"
REASONS = {
    "beside the value": ("exchange: {value: 5, because: So it is}", [("exchange", "5 (So it is)")]),
    "beside what is short for it": (
        "options.flood.beliefs.warned: {value: 0.1, because: So it is}",
        [(WARNED, "0.1 (So it is)")],
    ),
    "of the entry": (
        "beliefs.storm.probability: 0.4, beliefs.storm.because: So it is",
        [(STORM, "0.4 (So it is)")],
    ),
    "of the entry, before its value": (
        "beliefs.storm.because: So it is, beliefs.storm.probability: 0.4",
        [(STORM, "0.4 (So it is)")],
    ),
    "of the entry that an option sets": (
        "options.flood.beliefs.warned.probability: 0.1, beliefs.warned.because: So it is",
        [(WARNED, "0.1 (So it is)")],
    ),
    "of an entry that is set whole": (
        (
            "options.flood.beliefs.warned: {given: {storm: 0.1, not storm: 0.8}}, "
            "options.flood.beliefs.warned.because: So it is"
        ),
        [("options.flood.beliefs.warned", "{given: {storm: 0.1, not storm: 0.8}} (So it is)")],
    ),
    "once for several": (
        "parties.walkers.weight: 2, parties.walkers.level: -0.5, parties.walkers.because: So it is",
        [("parties.walkers.weight", "2"), ("parties.walkers.level", "-0.5 (So it is)")],
    ),
    "where nothing else is set": (
        "duties.no-harm.because: So it is",
        [("duties.no-harm.because", "So it is")],
    ),
    "none": ("exchange: 5", [("exchange", "5")]),
}


@pytest.mark.parametrize("place", REASONS)
def test_the_reason_follows_the_value(place: str) -> None:
    """Wherever a perspective writes a reason, it is told once, with what it is the reason for."""
    settings, told = REASONS[place]
    assert lines(settings) == told


def test_the_reason_for_an_option_goes_before_the_shared_one() -> None:
    """A reason given for one option is told, not that for all of them."""
    settings = (
        "options.flood.duties.no-harm.degree: -0.5, options.flood.duties.no-harm.because: Only partly, "
        "duties.no-harm.because: Seldom"
    )
    assert lines(settings) == [
        ("options.flood.duties.no-harm.degree", "-0.5 (Only partly)"),
        ("duties.no-harm.because", "Seldom"),
    ]


@pytest.mark.parametrize(
    "settings",
    [
        "exchange: {value: 5, because: So it is}",
        "exchange: 5, beliefs.storm.probability: 0.4, beliefs.storm.because: So it is",
    ],
)
def test_a_flag_does_not_borrow_the_reason_of_a_perspective(settings: str) -> None:
    """What a flag sets is not told with a reason that somebody else gave for another value."""
    told = lines(settings, {"exchange": 7.0, STORM: 0.9})
    assert ("exchange", "7") in told
    assert (STORM, "0.9") in told


def test_a_flag_may_give_a_reason() -> None:
    """A reason that a flag sets is told with the value that a flag sets."""
    told = lines("exchange: 5", {STORM: 0.9, "beliefs.storm.because": "So it is"})
    assert told == [("exchange", "5"), (STORM, "0.9 (So it is)")]


def test_a_setting_is_told_by_name_with_the_value_of_the_file_and_its_address() -> None:
    """One form for one change and for many: the name that other screens use, both values, the address."""
    told = {
        "parties.walkers.weight": "walkers: weight = 2, not 1",
        "options.flood.consequences.swept.chance": "flood: “swept” = 0.6, not 0.7",
        "quantities.rate.value": "rate = [0.1, 0.2, 0.3], not 0.1",
        "frameworks.threshold-deontology.multiple": "",
        "duties.no-harm.weight": "“no-harm”: weight = 5, not 10",
    }
    values = (2.0, 0.6, [0.1, 0.2, 0.3], 4.0, 5.0)
    seen = view(document(), changes=dict(zip(told, values, strict=True)))
    for line, (address, text) in zip(settings_changed(seen), told.items(), strict=True):
        assert line.label == "Set"
        assert line.text.endswith(f" · {address}")
        assert line.text.startswith(text)
