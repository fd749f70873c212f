"""Entries of a perspective's `set` with reasons, and the two forms of an event."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dilemma.errors import InvalidScenario
from dilemma.scenario import from_data, view
from dilemma.scenario.addresses.entries import new_values, reasons_of
from dilemma.scenario.views.view import value_at
from tests.unit.scenario.small import document, instead

EVENT = ("options", "flood", "beliefs", "warned")

WITH_REASON = (
    "exchange: {value: 3, because: Lives first., sources: [survey]}, "
    "quantities.rate: {value: 0.3, because: x}}"
)


def test_a_value_may_stand_with_its_reason() -> None:
    """An entry of value, because and sources sets the value; the reason stays with the perspective."""
    seen = view(document(instead("exchange: 5}", WITH_REASON)), "keeper")
    keeper = seen.scenario.perspectives["keeper"]
    assert (seen.scenario.exchange, seen.changed["exchange"]) == (3, 3)
    assert new_values(keeper)["exchange"] == 3
    assert reasons_of(keeper) == {"exchange": ("Lives first.", ("survey",))}


def test_where_the_entry_has_a_value_of_its_own_the_map_is_that_entry() -> None:
    """A quantity or consequence set with `value` and `because` takes both for its own."""
    rate = view(document(instead("exchange: 5}", WITH_REASON)), "keeper").scenario.quantities["rate"]
    assert (rate.value, rate.because) == (0.3, "x")


@pytest.mark.parametrize("holders", ["villagers", ("villagers", "walkers")])
def test_holders_of_a_duty_are_set_alone_or_as_a_list(holders: object) -> None:
    """`owed_to` takes from a perspective or a flag what it takes in the file."""
    seen = view(document(), changes={"duties.no-harm.owed_to": holders})
    assert seen.scenario.duties["no-harm"].owed_to == ((holders,) if isinstance(holders, str) else holders)


GIVEN = {"storm": 0.9, "not storm": 0.1}

FORMS = {  # the file's form, the settings, and what the event then is
    "bare": ("0.9", {"options.flood.beliefs.warned": 0.3}, (0.3, None)),
    "bare range": ("0.9", {"options.flood.beliefs.warned": {"best": 0.3}}, (0.3, None)),
    "field": ("0.9", {"options.flood.beliefs.warned.probability": 0.3}, (0.3, None)),
    "given": ("0.9", {"options.flood.beliefs.warned.given": GIVEN}, (None, GIVEN)),
    "map": ("0.9", {"options.flood.beliefs.warned": {"given": GIVEN}}, (None, GIVEN)),
    "instead of given": (
        "{given: {storm: 1, not storm: 0}}",
        {"options.flood.beliefs.warned": 0.3},
        (0.3, None),
    ),
    "a literal": (
        "{given: {storm: 1, not storm: 0}}",
        {"options.flood.beliefs.warned.given.not storm": 0.2},
        (None, {"storm": 1, "not storm": 0.2}),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_event_has_a_probability_or_one_for_each_truth_of_a_state(form: str) -> None:
    """Each form has its address, and one that is set stands instead of the other."""
    written, changes, expected = FORMS[form]
    seen = view(document(instead("{warned: 0.9}", f"{{warned: {written}}}")), changes=changes)
    event = value_at(seen.scenario, EVENT)
    best = getattr(event.probability, "best", event.probability)
    assert (best, None if event.given is None else dict(event.given)) == expected


def states(count: int) -> Iterator[str]:
    """Yield ids of states."""
    return (f"s-{letter}" for letter in "abcdefghijklmnop"[:count])


@pytest.mark.parametrize(("used", "sound"), [(True, False), (False, True)])
def test_a_state_that_an_event_in_use_depends_on_counts_towards_the_limit(*, used: bool, sound: bool) -> None:
    """The limit of 12 states takes in those that a `given` names, if a consequence depends on its event."""
    named = list(states(12))
    when = [*named, "event"] if used else named
    data = {
        "format": 1,
        "title": "t",
        "question": "q",
        "parties": {"p": {}},
        "beliefs": {name: {"claim": "c", "probability": 0.5} for name in (*states(13), "event")},
        "consequences": {"c": {"party": "p", "value": 1, "when": when}},
        "options": {
            "x": {"beliefs": {"event": {"given": {"s-m": 1, "not s-m": 0}}}, "consequences": {"c": 1}},
            "y": {},
        },
    }
    assert codes(data) == ([] if sound else ["states"])


def codes(data: dict[str, object]) -> list[str]:
    """Return the codes of all that is wrong with plain data."""
    try:
        from_data(data, "x")
    except InvalidScenario as error:
        return [finding.code for finding in error.findings]
    return []
