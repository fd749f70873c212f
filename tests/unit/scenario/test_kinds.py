"""Facts and values: what evidence could settle."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma.scenario import from_data
from dilemma.scenario.addresses.kinds import kind_at, stands_in_values


def data(**changes: Any) -> dict[str, Any]:
    """Return a small file with quantities in counts, in values and in both, with some maps replaced."""
    return {
        "format": 1,
        "title": "t",
        "question": "q",
        "exchange": {"best": 3, "kind": "fact"},
        "quantities": {
            "rate": 0.1,
            "price": -2,
            "scale": 3,
            "fee": "scale * 2",
            "life": {"value": -1, "kind": "fact"},
            "cost": {"best": 4, "kind": "value"},
            "idle": 1,
        },
        "parties": {"we": {"size": {"best": 9, "low": 8, "high": 10, "kind": "value"}, "liable": 0.1}},
        "beliefs": {"luck": {"claim": "c", "probability": 0.5}, "storm": {"claim": "c", "probability": 0.5}},
        "consequences": {
            "loss": {"party": "we", "value": "price * fee", "count": "rate * 10", "chance": "cost / 10"},
            "gain": {"party": "we", "value": "life"},
        },
        "duties": {"promise": {}},
        "options": {
            "go": {
                "beliefs": {"luck": {"given": {"storm": 0.1, "not storm": 0.2}}},
                "consequences": {"loss": 1, "gain": {"value": {"best": 2, "kind": "fact"}}},
                "duties": {"promise": -1},
            },
            "stay": {},
        },
        **changes,
    }


KINDS = {
    "beliefs.luck.probability": "fact",
    "options.go.beliefs.luck": "fact",
    "options.go.beliefs.luck.probability": "fact",
    "options.go.beliefs.luck.given.not storm": "fact",
    "options.go.consequences.loss": "fact",
    "options.go.consequences.loss.chance": "fact",
    "options.go.consequences.gain.value": "fact",  # as the number says
    "consequences.loss.count": "fact",
    "consequences.loss.falls_on.we": "fact",
    "consequences.loss.delay": "fact",
    "consequences.loss.when": "fact",
    "consequences.loss.value": "value",
    "consequences.loss.role": "value",
    "options.go.duties.promise.degree": "value",
    "options.go.duties.promise": "value",
    "duties.promise.weight": "value",
    "parties.we.size": "value",  # as the number says
    "parties.we.combatant": "fact",
    "parties.we.liable": "value",
    "parties.we.level": "value",
    "parties.we.weight": "value",
    "exchange": "fact",  # as the number says
    "worst": "value",
    "enough": "value",
    "discount": "value",
    "frameworks.kantian.grave": "value",
    "quantities.rate.value": "fact",  # in a count
    "quantities.rate": "fact",
    "quantities.price.value": "value",  # in a value
    "quantities.scale.value": "value",  # in a quantity in a value
    "quantities.fee.value": "value",
    "quantities.life.value": "fact",  # in a value; as the quantity says
    "quantities.cost.value": "value",  # in a chance; as the number says
    "quantities.idle.value": "fact",
}


@pytest.mark.parametrize("address", KINDS)
def test_a_number_is_a_fact_or_a_value(address: str) -> None:
    """What the file states holds; else chances and counts are facts, and what stands in a value is one."""
    assert kind_at(from_data(data(), "x").scenario, address) == KINDS[address]


def test_a_stated_kind_is_passed_on_to_what_a_quantity_is_made_of() -> None:
    """The parts of a quantity that the file calls a fact are facts, though it stands in a value."""
    quantities = {
        "wage": 4,
        "years": 2,
        "price": {"value": "wage * years", "kind": "fact"},
        "rate": 0.5,
        "fee": 1,
        "life": 1,
        "cost": 1,
    }
    scenario = from_data(data(quantities=quantities), "x").scenario
    assert stands_in_values(scenario) == {"price", "fee", "life"}
    assert kind_at(scenario, "quantities.wage.value") == "fact"
