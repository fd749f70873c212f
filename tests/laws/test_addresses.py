"""The address of a reason exists in the file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from hypothesis import given
from pydantic import BaseModel

from dilemma import load, weigh
from dilemma.scenario.model import ConsequenceEntry, Scenario
from tests.support.judging import and_of_shipped
from tests.support.strategies import Data, scenarios


def exists(scenario: Scenario, address: str) -> bool:
    """Return whether an address names an entry or field of the scenario, written or with a default."""
    here: Any = scenario
    steps = address.split(".")
    for index, step in enumerate(steps):
        if isinstance(here, ConsequenceEntry) and step == "falls_on":
            parts = scenario.consequences[steps[index - 1]].falls_on or {}
            return len(steps) == index + 1 or (len(steps) == index + 2 and steps[-1] in parts)
        if isinstance(here, BaseModel) and step in type(here).model_fields:
            here = getattr(here, step)
        elif isinstance(here, Mapping) and step in here:
            here = here[step]
        else:
            return False
    return True


@and_of_shipped()
@given(scenarios())
def test_every_address_in_a_reason_exists(data: Data) -> None:
    """Every address in the reasons and the residue names an entry or field of the scenario."""
    weighing = weigh(load(data))
    answers = [answer for verdict in weighing.verdicts for answer in verdict.answers]
    groups = [answer.reasons for answer in answers] + list(weighing.residue.values())
    for reason in chain.from_iterable(groups):
        assert reason.address is None or exists(weighing.view.scenario, reason.address), reason
        assert reason.party is None or reason.party in data["parties"], reason


def test_the_check_of_addresses_finds_missing_ones() -> None:
    """`exists` distinguishes addresses that name something in the scenario from those that do not."""
    scenario = load(
        {
            "format": 1, "title": "t", "question": "q", "parties": {"p": {}, "r": {}},
            "consequences": {"c": {"falls_on": {"p": 1}, "value": -1}, "d": {"party": "p", "value": -1}},
            "options": {"a": {"consequences": {"c": 1}}, "b": {"consequences": {"d": 1}}},
        }
    ).scenario  # fmt: skip
    part = "options.a.consequences.c.falls_on"
    there = [
        "exchange",
        "options.a",
        "options.a.uses",
        "parties.p.level",
        "consequences.c.value",
        f"{part}.p",
    ]
    nowhere = ["options.c", "options.a.consequences.d", "parties.p.members", f"{part}.r", f"{part}.p.count"]
    assert [address for address in there if not exists(scenario, address)] == []
    assert [address for address in nowhere if exists(scenario, address)] == []
