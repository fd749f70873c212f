"""Every reported crux is one: weighed just short of it and just past it, the theory says what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dilemma.framework import Framework
from dilemma.frameworks import CATALOGUE
from dilemma.quantity import Quantity
from dilemma.reading import case_of
from dilemma.robustness.courses import STEPS, Choice
from dilemma.robustness.cruxes import Crux, cruxes
from dilemma.robustness.recording import with_settings
from dilemma.scenario.nouns import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.verbs import load, seen
from dilemma.weighing import chosen
from tests.samples import SHIPPED_SCENARIOS

NEAR = 2e-6  # of where the turn is: two in the sixth digit, which is what is reported
BESIDE_NOUGHT = 1e-11  # of the domain, for a turn at 0
WIDER = 4.0  # a tie between two choices may be this much wider each time, up to a step of the sweep


def _chosen(scenario: Scenario, framework: Framework, address: str, value: float) -> Choice:
    def read(at: str, number: float | Range) -> Quantity:
        return value if at == address else best_of(number)

    return chosen(case_of(with_settings(scenario, CATALOGUE), read, scenario), framework)


def _told(crux: Crux, says: Callable[[float], Choice]) -> tuple[Choice, Choice]:
    """Return the choice just short of the turn and just past it, seen from the best estimate.

    Where two amounts cross they are Equal for a little; that is passed over.
    """
    dial = crux.dial
    both = {*(crux.before or ()), *(crux.after or ())}
    sign = 1.0 if crux.direction == "above" else -1.0

    def beside(side: float) -> Choice:
        away = max(NEAR * abs(crux.at), BESIDE_NOUGHT * (dial.high - dial.low))
        while True:
            value = min(max(crux.at + side * away, dial.low), dial.high)
            if side != sign and crux.nearest and (value - dial.best) * side > 0:
                value = dial.best  # the best estimate is all there is between
            choice = says(value)
            away *= WIDER
            if set(choice or ()) != both or away > (dial.high - dial.low) / STEPS:
                return choice

    return beside(-sign), beside(sign)


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_every_crux_turns_where_it_is_told_to(name: str) -> None:
    """Just short of each theory's nearest turns it says what it says now, just past them the other thing."""
    view = seen(load(SHIPPED_SCENARIOS[name].path))
    theories = {framework.about.id: framework for framework in CATALOGUE}
    found = [crux for crux in cruxes(view, CATALOGUE).cruxes if crux.nearest]
    wrong = []
    for crux in found:
        framework = theories[crux.about.id]
        short, past = _told(
            crux,
            lambda value, crux=crux, framework=framework: _chosen(  # type: ignore[misc]
                view.scenario, framework, crux.dial.address, value
            ),
        )
        if (short, past) != (crux.before, crux.after):
            wrong.append((crux.dial.address, crux.about.id, crux.at, crux.before, crux.after, short, past))
    assert wrong == []
