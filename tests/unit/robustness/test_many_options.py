"""Many options: more than a machine's integer has bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import dilemma
from dilemma.graph.bit_sets import bit_sets

MANY = 70


def scenario() -> dict[str, Any]:
    """Return a dilemma of many options, each worth less than the one before until a number turns that."""
    options = {
        f"o{place}": {"name": f"Option {place}", "consequences": {"harm": {"count": place + 1}}}
        for place in range(MANY)
    }
    options["o1"]["consequences"]["help"] = {}
    return {
        "format": 1,
        "title": "Many",
        "question": "Which?",
        "parties": {"all": {"name": "All"}},
        "consequences": {
            "harm": {"name": "Harm", "party": "all", "value": -1},
            "help": {"name": "Help", "party": "all", "value": [0.5, 0.9, 2]},
        },
        "options": options,
    }


@pytest.mark.parametrize("count", [1, 62, 63, 64, 65, MANY])
def test_a_set_of_any_size_is_exact(count: int) -> None:
    """Each member has a bit of its own, whether it is a column or one truth for all rows."""
    members = [np.array([True, place % 2 == 0]) for place in range(count - 1)] + [True]
    last = 1 << (count - 1)
    every, even = (1 << (count - 1)) - 1, sum(1 << place for place in range(0, count - 1, 2))
    assert bit_sets(members, 2).tolist() == [every | last, even | last]


def test_cruxes_and_shares_of_many_options() -> None:
    """The number that turns the choice is found, and every draw chooses one of the two in question."""
    document = dilemma.load(scenario())
    cruxes = dilemma.cruxes(document, frameworks=["utilitarian"]).cruxes
    assert "consequences.help.value" in [crux.dial.address for crux in cruxes]
    (tested,) = dilemma.stress(document, frameworks=["utilitarian"], draws=200).stressed.theories
    assert {outcome.options for outcome in tested.outcomes} == {("o0",), ("o1",)}
    assert all(sum(share.ranks) == pytest.approx(1) for share in tested.shares)
