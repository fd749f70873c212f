"""The published schemas of outputs are open to keys that are added later; those of the tests are closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dilemma.reports.schemas.outputs import OUTPUTS, output_schema
from tests.unit.cli.running import dilemma

CASE = "canonical/footbridge"
CLASS = "docs/examples/class/before"
COMMANDS = {
    "check": ("check", CASE),
    "collect": ("collect", "track-two", CLASS),
    "compare": ("weigh", "cluster", "--as", "critics,proponents", "-f", "utilitarian"),
    "cruxes": ("cruxes", CASE),
    "diff": ("diff", f"{CLASS}/amira.view.yaml", f"{CLASS}/sam.view.yaml"),
    "dials": ("dials", CASE),
    "explain": ("explain", CASE, "-f", "utilitarian,kantian"),
    "frameworks": ("frameworks",),
    "lint": ("check", "--explain", "mixed-party"),
    "map": (
        *("cruxes", "cluster", "-f", "utilitarian", "--map"),
        *("quantities.dud-rate.value", "parties.russian-soldiers.weight"),
    ),
    "methods": ("methods",),
    "reconcile": ("reconcile", CASE),
    "rounds": ("collect", "track-two", "--before", CLASS, "--after", CLASS),
    "scenarios": ("scenarios",),
    "stress": ("stress", CASE, "-n", "50"),
    "weigh": ("weigh", CASE),
}
OWN_KEYS = {"schema", "id", "address", "kind", "command", "title"}
"""Keys that a record may have and a map from names to values has not."""


def records(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every record in a value, at any depth."""
    if isinstance(value, dict):
        if not OWN_KEYS.isdisjoint(value):
            yield value
        for item in value.values():
            yield from records(item)
    elif isinstance(value, list):
        for item in value:
            yield from records(item)


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_key_that_is_added_later_is_accepted(name: str) -> None:
    """A reader that validates by today's schema can read what tomorrow's program prints."""
    printed = json.loads(dilemma(*COMMANDS[name], "--json").out)
    open_, closed = (Draft202012Validator(output_schema(name, closed=closed)) for closed in (False, True))
    assert closed.is_valid(printed)
    found = list(records(printed))
    assert found
    for record in found:
        record["a-key-of-later"] = {"of": ["any", "value"]}
    assert not closed.is_valid(printed)
    assert [error.message for error in open_.iter_errors(printed)] == []


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_record_is_closed(name: str) -> None:
    """No part of a published schema forbids keys that it does not name."""
    text = json.dumps(output_schema(name))
    assert '"additionalProperties": false' not in text
    assert "unevaluatedProperties" not in text
