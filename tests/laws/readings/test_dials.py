"""Dials: every number that a theory reads is one, and its address can be set."""

from __future__ import annotations

from hypothesis import given

from dilemma import load
from dilemma.case.build import case_of
from dilemma.errors import BadSetting
from dilemma.frameworks.framework import intervals
from dilemma.frameworks.registry import every_framework
from dilemma.quantity import Quantity
from dilemma.robustness.dials.dial import Dial, derived, dials, unread
from dilemma.scenario import Document, view
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Product, Range, best_of
from dilemma.weighing import judge_view
from tests.support.judging import and_of_shipped
from tests.support.samples import THOROUGH
from tests.support.strategies import Data, scenarios

SET = 30 if THOROUGH else 10  # dials set to their ends, besides the quantities; each needs a view


def read_of(scenario: Scenario) -> dict[str, float | Range]:
    """Return every number that the case of a scenario reads, by address."""
    found: dict[str, float | Range] = {}

    def read(address: str, number: float | Range) -> Quantity:
        assert found.setdefault(address, number) == number
        return best_of(number)

    case_of(scenario, read)
    return found


def dials_of(scenario: Scenario) -> list[Dial]:
    return list(dials(scenario, every_framework()))


@and_of_shipped()
@given(scenarios())
def test_dials_are_the_numbers_that_are_read(data: Data) -> None:
    """The dials are exactly the numbers that a case reads, and all settings that are no products."""
    scenario = load(data).scenario
    read, found = read_of(scenario), dials_of(scenario)
    assert {dial.address: dial.number for dial in found if dial.kind != "setting"} == {
        address: number for address, number in read.items() if not address.startswith("frameworks.")
    }
    settings = {
        f"frameworks.{theory.about.id}.{name}": scenario.frameworks.get(theory.about.id, {}).get(
            name, getattr(theory, name)
        )
        for theory in every_framework()
        for name in intervals(theory)
    }
    assert {dial.address: dial.number for dial in found if dial.kind == "setting"} == {
        address: number for address, number in settings.items() if not isinstance(number, Product)
    }
    assert len({dial.address for dial in found}) == len(found)


@and_of_shipped()
@given(scenarios())
def test_a_dial_set_to_its_best_estimate_changes_nothing(data: Data) -> None:
    """Every dial's address can be set, and setting it to its best estimate changes no verdict."""
    document = load(data)
    found = dials_of(document.scenario)
    stated = {dial.address: dial.best for dial in found if dial.stated or dial.kind != "level"}
    assert judged(document, stated) == judged(document, {})
    levels = {dial.address: dial.best for dial in found if dial.kind == "level"}  # states that they are so
    assert read_of(view(document, None, levels).scenario).keys() == read_of(document.scenario).keys()


def judged(document: Document, changes: dict[str, float]) -> list[tuple[object, ...]]:
    """Return the parts of each verdict that numbers can change, with these addresses set."""
    return [
        (verdict.choice, verdict.missing, verdict.margin, [a.score for a in verdict.answers])
        for verdict in judge_view(view(document, None, changes), every_framework()).verdicts
    ]


@and_of_shipped()
@given(scenarios())
def test_a_domain_is_what_may_be_set(data: Data) -> None:
    """The best estimate and the range of a dial lie in its domain, and both ends of it can be set."""
    document = load(data)
    found = dials_of(document.scenario)
    for dial in found:
        low, high = dial.range or (dial.best, dial.best)
        assert dial.low <= dial.best <= dial.high, dial
        assert dial.kind == "quantity" or dial.low <= low <= high <= dial.high, dial
        assert dial.drawn is (dial.range is not None)
    quantities = [dial for dial in found if dial.kind == "quantity"]
    for dial in (*quantities, *found[:: 1 + len(found) // SET]):
        for end in {dial.low, dial.high}:
            try:
                view(document, None, {dial.address: end})
            except BadSetting as refused:  # a product of members that the other number does not follow
                assert "the size of" in str(refused), dial  # noqa: PT017 - other settings are all valid


@and_of_shipped()
@given(scenarios())
def test_every_number_is_a_dial_or_derived_or_unread(data: Data) -> None:
    """Each number is exactly one of these three, and setting an unread one changes no verdict."""
    document = load(data)
    found = {dial.address for dial in dials_of(document.scenario)}
    follows = tuple(derived(document.scenario, every_framework()))
    idle = unread(document.scenario)
    assert found.isdisjoint(idle)
    assert found.isdisjoint(one.address for one in follows)
    for one in follows:
        assert found.issuperset(one.follows), one
    zeros = {address: 0 for address in idle if not address.startswith("quantities.")}
    assert judged(document, zeros) == judged(document, {})
