"""Every reported crux is real: on either side of it, the theory chooses as reported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework
from dilemma.quantity import Quantity
from dilemma.reports.cruxes.record import cruxes_record
from dilemma.robustness.cruxes.crux import Crux, cruxes
from dilemma.robustness.cruxes.segments import MINUTE, STEPS, Choice
from dilemma.robustness.symbolic import with_settings
from dilemma.scenario import view
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import chosen
from tests.support.samples import SHIPPED_SCENARIOS, SOME_SHIPPED, THOROUGH
from tests.support.schemas import output

SCHEMA = output("cruxes")
NEAR = 2e-6  # relative distance from the crux: two units of the sixth digit, the last one reported
NEAR_ZERO = 1e-11  # distance as a share of the domain, for a crux at 0
SPARSE = 5  # one in so many cruxes is tested, unless run thoroughly
WIDER = 2.0  # factor by which the distance grows while the two choices tie, up to a step of the sweep


def _chosen(scenario: Scenario, framework: Framework, address: str, value: float) -> Choice:
    def read(at: str, number: float | Range) -> Quantity:
        return value if at == address else best_of(number)

    return chosen(case_of(with_settings(scenario, CATALOGUE), read), framework)


def _beside(crux: Crux, side: float, expected: Choice, says: Callable[[float], Choice]) -> Choice:
    """Return the choice on one side of a crux, as near to it as possible.

    Skipped are the small interval in which the two amounts are Equal and tie, and a millionth of the domain.
    """
    dial, domain = crux.dial, crux.dial.high - crux.dial.low
    both = {*(crux.before or ()), *(crux.after or ())}
    away = max(NEAR * abs(crux.at), NEAR_ZERO * domain)
    while True:
        value = min(max(crux.at + side * away, dial.low), dial.high)
        if (crux.direction == "above") is (value < dial.best):
            value = dial.best  # no value lies between the crux and the best estimate
        choice = says(value)
        away *= WIDER
        tie = both <= set(choice or ()) and away < domain / STEPS
        if choice == expected or not (tie or away < 2 * WIDER * MINUTE * domain):
            return choice


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_every_crux_is_where_it_is_reported(name: str) -> None:
    """Just before each theory's nearest cruxes its choice is that of now, just past them the reported one."""
    whole = view(load(SHIPPED_SCENARIOS[name].path))
    theories = {framework.about.id: framework for framework in CATALOGUE}
    reported = cruxes(whole, CATALOGUE)
    SCHEMA.validate(cruxes_record(reported))
    found = [crux for crux in reported.cruxes if crux.nearest][:: 1 if THOROUGH else SPARSE]
    wrong = []
    for crux in found:
        says = partial(_chosen, whole.scenario, theories[crux.about.id], crux.dial.address)
        past = 1.0 if crux.direction == "above" else -1.0
        for side, expected in ((-past, crux.before), (past, crux.after)):
            choice = _beside(crux, side, expected, says)
            if choice != expected:
                wrong.append((crux.dial.address, crux.about.id, crux.at, side, expected, choice))
    assert wrong == [], chr(10).join(map(str, wrong[:6]))
