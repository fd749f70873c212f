"""Documents, from a file or from plain data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from dilemma.errors import InvalidScenario
from dilemma.scenario import from_data
from dilemma.scenario.model import Condition, Published
from dilemma.scenario.numbers import Product, Range
from tests.unit.scenario.small import SMALL, THEORIES, document, instead


def listed(value: Any) -> Any:
    """Return plain data with lists for tuples."""
    if isinstance(value, dict):
        return {key: listed(item) for key, item in value.items()}
    return [listed(item) for item in value] if isinstance(value, tuple) else value


def test_the_small_file_says_what_it_says() -> None:
    """Every form of writing ends in the nouns."""
    scenario = document().scenario
    flood, wait = scenario.options["flood"], scenario.options["wait"]
    assert scenario.quantities["houses"].value == Range(low=10, best=20, high=40)
    assert scenario.quantities["rate"].value == 0.1
    assert isinstance(scenario.consequences["drown"].count, Product)
    assert scenario.consequences["drown"].when == (Condition("storm", holds=True),)
    assert scenario.consequences["swept"].falls_on == {"walkers": 3.0, "villagers": 1.0}
    assert flood.consequences["swept"].chance == Range(low=0.5, best=0.7, high=0.9, uniform=True)
    assert flood.consequences["swept"].falls_on == {"walkers": 4.0}
    assert (wait.consequences["drown"].chance, flood.duties["no-harm"].degree) == (1.0, -1.0)
    assert (scenario.sources["survey"].date, scenario.as_of) == ("1985", "2023-07-07")
    assert scenario.literature == (
        Published(framework="utilitarian", option="flood", verdict="permitted", source="survey"),
    )
    assert scenario.perspectives["keeper"].credences == {"utilitarian": 1.0}


def test_json_and_yaml_state_the_same() -> None:
    """A file's data, dumped as JSON, reads back as the same scenario."""
    file = document()
    assert document(json.dumps(listed(file.data))).scenario == file.scenario


def test_plain_data_states_the_same_as_the_file() -> None:
    """The library takes dictionaries and lists, checked like a file."""
    file = document()
    built = from_data(listed(file.data), "built", THEORIES)
    assert (file.scenario, file.data) == (built.scenario, built.data)
    assert (built.id, built.text) == ("built", "")


def test_notes_may_stand_anywhere() -> None:
    """`note` is free text in any map, and is no id there."""
    noted = (
        SMALL.replace("walkers: 3,", "note: n, walkers: 3,")
        .replace("sources:\n", "note: first\nsources:\n  note: n\n", 1)
        .replace("quantities:\n", "quantities:\n  note: n\n")
        .replace("parties:\n", "parties:\n  note: n\n", 1)
        .replace("virtues:\n", "virtues:\n  note: n\n", 1)
        .replace("beliefs: {warned: 0.9}", "beliefs: {note: n, warned: 0.9}")
        .replace("set: {", "set: {note: n, ")
        .replace("credences: {", "credences: {note: n, ")
        .replace("{multiple: 3}", "{note: n, multiple: 3}")
        .replace("{drown: 1}", "{note: n, drown: {note: n, chance: {low: 1, best: 1, high: 1, note: n}}}")
        .replace("accepts:\n", "accepts:\n  note: n\n")
    )
    scenario = document(noted).scenario
    assert scenario.note == "first"
    assert "note" not in {*scenario.parties, *scenario.sources, *scenario.accepts, *scenario.options}
    assert document().scenario.consequences["swept"].falls_on == scenario.consequences["swept"].falls_on
    assert document().scenario.options["flood"] == scenario.options["flood"]


STRANGE: dict[str, Any] = {
    "not a map": [],
    "a key that is no text": {1: 2},
    "a set": {"tags": {"a"}},
    "bytes": {"title": b"x"},
    "not a number": {"exchange": float("nan")},
    "infinite": {"exchange": float("inf")},
    "very large": {"exchange": 10**400},
    "control character": {"title": "\x1b[31m"},
    "half a pair": {"title": "\ud83d"},
    "an object": {"title": object()},
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_data_ends_in_findings_on_line_1(name: str) -> None:
    """What no file could have given is refused in plain data too."""
    whole = listed(document().data)
    data = {**whole, **STRANGE[name]} if isinstance(STRANGE[name], dict) else STRANGE[name]
    with pytest.raises(InvalidScenario) as caught:
        from_data(data, "x")
    (finding,) = caught.value.findings
    assert (finding.line, finding.column, finding.file) == (1, 1, "<x>")


def test_endless_data_ends_in_findings() -> None:
    """Data that holds itself, or shares parts without end, is refused before it is walked."""
    circular: dict[str, Any] = {}
    circular["a"] = circular
    shared: list[Any] = []
    for _ in range(30):
        shared = [shared, shared]
    for data, code in ((circular, "depth"), ({"a": shared}, "values")):
        with pytest.raises(InvalidScenario) as caught:
            from_data(data, "x")
        assert [code] == [finding.code for finding in caught.value.findings]


def test_documents_are_frozen() -> None:
    """Nothing read is ever changed."""
    file = document()
    with pytest.raises(AttributeError):
        file.label = "x"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        file.scenario.title = "x"


def test_frameworks_are_checked_only_where_they_are_given() -> None:
    """Without a list of frameworks, names and settings of any are taken."""
    data = listed(document(instead("{multiple: 3}", "{multiple: 99}")).data)
    data["frameworks"] = {"own-theory": {"knob": 3}}
    assert from_data(data, "x").scenario.frameworks == {"own-theory": {"knob": 3.0}}
    with pytest.raises(InvalidScenario, match="no theory 'own-theory'"):
        from_data(data, "x", THEORIES)


def test_reading_imports_nothing_heavy() -> None:
    """Start-up pays for what it uses: no numpy, no rich, no asyncio, no difflib."""
    heavy = {"numpy", "rich", "asyncio", "difflib", "json"}
    program = f"import dilemma.scenario, sys; print(sorted({heavy!r} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
