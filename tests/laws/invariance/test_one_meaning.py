"""A number has one meaning: set by a flag, written in the file, or turned as a dial.

`worst`, sizes and the exchange too, whose defaults follow from other numbers.
"""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dilemma import load
from dilemma.case.build import case_of
from dilemma.errors import BadSetting, InvalidScenario
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.quantity import Quantity
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.symbolic import with_settings
from dilemma.scenario import view
from dilemma.scenario.correlations.groups import full_address
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Range, best_of, is_number_map
from tests.support.alterations import plain
from tests.support.judging import Verdicts, and_of_shipped, judged_case
from tests.support.samples import THOROUGH
from tests.support.strategies import Data, scenarios

SET = 8 if THOROUGH else 3  # numbers of each file that are set
STARTS = st.integers(0, 2**16)

BARE = {"beliefs": "probability", "consequences": "chance", "duties": "degree", "virtues": "degree",
        "quantities": "value"}  # fmt: skip
"""The field that a number alone means, by the table of its entry."""


def _edited(data: Data, address: str, value: float) -> Data:
    """Return the file with a number written at an address, and without correlations of that number.

    A number that is certain has none: a flag lets them fall away, a file must not state them.
    """
    result = plain(data)
    if correlated := result.get("correlations"):
        kept = {id: one for id, one in correlated.items() if address not in map(full_address, one["between"])}
        result["correlations"] = kept
    steps, here, table = address.split("."), result, ""
    for at, step in enumerate(steps[:-1]):
        found = here.get(step)
        is_number = not isinstance(found, dict) or is_number_map(found)
        if is_number:
            found = {} if found is None else {BARE[table]: found}
            here[step] = found
        here, table = found, step if at in (0, 2) else table
    if steps[-1] == "probability":
        here.pop("given", None)
    here[steps[-1]] = value
    return result


def _written(scenario: Scenario) -> list[tuple[str, float]]:
    """Return numbers to set: each dial at an end of its domain, and those that no file need state."""
    found = [(dial.address, end) for dial in dials(scenario, CATALOGUE) for end in (dial.low, dial.high)]
    defaults = [("worst", 3.0), ("exchange", 0.7), ("enough", 0.3)]
    parties = [(f"parties.{id}.{name}", 0.5) for id in scenario.parties for name in ("size", "liable")]
    return [*found, *defaults, *parties]


def _judged(scenario: Scenario) -> Verdicts:
    return judged_case(case_of(scenario))


@and_of_shipped(start=1)
@given(scenarios(), STARTS)
def test_a_flag_is_an_edited_file(data: Data, start: int) -> None:
    """To set any number at its address gives what the file gives with that number written in it."""
    document = load(data)
    numbers = _written(document.scenario)
    for turn in range(SET):
        address, value = numbers[(start + turn * 101) % len(numbers)]
        edited = _edited(data, address, value)
        try:
            expected = _judged(load(edited).scenario)
        except InvalidScenario:
            expected = None
        try:
            actual = _judged(view(document, None, {address: value}).scenario)
        except BadSetting:
            actual = None
        assert actual == expected, (address, value)


def _role_may_change(dial: Dial, value: float) -> bool:
    """Return whether the role of a consequence may follow from the sign of this number."""
    return dial.kind in ("value", "quantity") and (dial.best > 0) is not (value > 0)


def _turned(scenario: Scenario, address: str, value: float) -> Any:
    """Return verdicts with a number read as another, as a slider or a sweep turns it."""

    def read(at: str, number: float | Range) -> Quantity:
        return value if at == address else best_of(number)

    return judged_case(case_of(with_settings(scenario, CATALOGUE), read))


@and_of_shipped(start=2)
@given(scenarios(), STARTS)
def test_a_dial_is_a_flag(data: Data, start: int) -> None:
    """To turn a dial gives what the flag gives, where no role follows from the sign of a value.

    A level that is a default is left out, since to set it states that the party has one.
    """
    document = load(data)
    found = [dial for dial in dials(document.scenario, CATALOGUE) if dial.stated or dial.kind != "level"]
    for turn in range(SET):
        dial = found[(start + turn * 101) % len(found)]
        value = (dial.low, dial.high)[turn % 2]
        if _role_may_change(dial, value):
            continue
        try:
            expected = view(document, None, {dial.address: value}).scenario
        except BadSetting:
            continue
        flagged = judged_case(case_of(with_settings(expected, CATALOGUE)))
        assert _turned(document.scenario, dial.address, value) == flagged, (dial.address, value)
