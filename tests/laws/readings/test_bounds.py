"""Products of uncertain numbers are clamped to the bounds of the field they are written in."""

from __future__ import annotations

from itertools import product

import pytest

from dilemma import load
from dilemma.case.build import case_of
from dilemma.quantity import Quantity
from dilemma.scenario.numbers import Range, best_of, ends_of

SCENARIO = {
    "format": 1,
    "title": "t",
    "question": "q",
    "exchange": "trust",
    "discount": "share",
    "quantities": {"many": [1, 2, 9], "share": [0.1, 0.3, 0.9], "trust": [-1, 1, 2]},
    "parties": {"a": {"weight": "trust", "tie": "share * many"}, "b": {}},
    "beliefs": {"rain": {"claim": "c", "probability": "many * share"}},
    "consequences": {
        "x": {"party": "a", "value": -1, "count": "trust * many", "delay": "trust", "when": "rain"},
        "y": {"falls_on": {"a": "trust", "b": 1}, "value": "many * many", "chance": "share * many"},
    },
    "duties": {"d": {"weight": "many * many"}},
    "virtues": {"v": {"weight": "trust"}},
    "options": {
        "do": {
            "beliefs": {"rain": "many * share"},
            "consequences": {"x": "many * share", "y": {}},
            "duties": {"d": "trust * many / 2"},
            "virtues": {"v": "trust / 2"},
        },
        "wait": {"omission": True, "consequences": {"y": 0.5}},
    },
}


def test_a_product_is_clamped_to_the_bounds_of_its_field() -> None:
    """Whatever values the quantities take, every chance, count and weight stays in its range."""
    scenario = load(SCENARIO).scenario
    numbers = {f"quantities.{id}.value": entry.value for id, entry in scenario.quantities.items()}
    for ends in product(*(ends_of(number) for number in numbers.values())):
        drawn = dict(zip(numbers, ends, strict=True))

        def read(address: str, number: float | Range, drawn: dict[str, float] = drawn) -> Quantity:
            return drawn.get(address, best_of(number))

        case = case_of(scenario, read)
        (do, _), a = case.acts, case.parties["a"]
        many, share, trust = ends
        assert case.exchange == max(1e-15, trust)
        assert (a.weight, a.tie) == (max(0.0, trust), min(1.0, share * many))
        assert [effect.members for effect in do.effects] == [max(0.0, trust * many), max(0.0, trust), 1.0]
        assert do.effects[1].likelihood == min(1.0, share * many)
        assert do.effects[1].value == many * many
        assert do.obligations[0].weight == min(10.0, many * many)
        assert do.obligations[0].degree == min(1.0, max(-1.0, trust * many / 2))
        assert (do.traits[0].weight, do.traits[0].degree) == (max(0.0, trust), trust / 2)


@pytest.mark.parametrize(("number", "expected"), [(3.0, 3.0), (-1.0, 1e-15)])
def test_an_exchange_stays_above_zero(number: float, expected: float) -> None:
    """An exchange of 0 or less is not allowed, so it is clamped to 1e-15."""
    scenario = load(SCENARIO | {"exchange": "trust"}).scenario
    case = case_of(scenario, lambda address, n: number if address == "quantities.trust.value" else best_of(n))
    assert case.exchange == expected
