"""Defaults that follow from other numbers of a scenario: baseline, worst, exchange, sizes, liability."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dilemma.case.estimates import best_estimate
from dilemma.case.listed import ListedConsequence, Numbers
from dilemma.quantity import Quantity, always_zero, at_least, choose, greatest, magnitude, positive
from dilemma.scenario import model
from dilemma.scenario.numbers import SMALLEST

__all__ = ["baseline_of", "is_liable", "liability_of", "sizes_of", "worst_and_exchange"]

NEAR_CERTAIN: Final = 0.9
"""The probability of fighting from which a party counts as liable, unless the file says otherwise."""

EXCHANGES_IN_WORST: Final = 10.0
"""`worst` over `exchange`, where one is taken from the other: the greatest weight of a duty."""

ASSUMED_EXCHANGE: Final = 1.0
"""The exchange of a file that states neither `exchange` nor `worst`, and no value that befalls people."""


def baseline_of(scenario: model.Scenario) -> str | None:
    """Return the id of the baseline: the option that the file names, else the only omission, else None."""
    if scenario.baseline is not None:
        return scenario.baseline
    omissions = [id for id, option in scenario.options.items() if option.omission]
    return omissions[0] if len(omissions) == 1 else None


def is_liable(scenario: model.Scenario, party: model.Party) -> bool:
    """Return whether a party may be harmed to any extent without being wronged, at best estimates."""
    if party.liable is not None:
        return best_estimate(scenario, party.liable) == 1.0
    if party.combatant is None or party.represented:
        return False
    return best_estimate(scenario, party.combatant) >= NEAR_CERTAIN


def liability_of(id: str, party: model.Party, fights: Quantity | None, numbers: Numbers) -> Quantity:
    """Return λ: as the file says, else 1 for those who almost certainly fight and are not represented."""
    if party.liable is not None:
        return numbers.at(f"parties.{id}.liable", party.liable)
    if fights is None or party.represented:
        return 0.0
    return choose(at_least(fights, NEAR_CERTAIN), 1.0, 0.0)


def worst_and_exchange(
    scenario: model.Scenario, numbers: Numbers, in_use: Sequence[ListedConsequence]
) -> tuple[Quantity, Quantity]:
    """Return W and the exchange; each is taken from the other where only the other is known."""
    stated = None if scenario.exchange is None else numbers.at("exchange", scenario.exchange)
    if scenario.worst is not None:
        worst = numbers.at("worst", scenario.worst)
    else:
        largest = greatest(0.0, *_amounts_of_people(scenario, numbers, in_use))
        assumed = (ASSUMED_EXCHANGE if stated is None else stated) * EXCHANGES_IN_WORST
        worst = choose(positive(largest), greatest(SMALLEST, largest), assumed)
    return worst, worst / EXCHANGES_IN_WORST if stated is None else stated


def _amounts_of_people(
    scenario: model.Scenario, numbers: Numbers, in_use: Iterable[ListedConsequence]
) -> Iterator[Quantity]:
    """Yield |v|, |ℓ| and |ℓ + v| of every consequence in use for people."""
    levels = {
        id: numbers.at(f"parties.{id}.level", party.level)
        for id, party in scenario.parties.items()
        if party.kind == "people"
    }
    for listed in in_use:
        found = [levels[id] for id in listed.parties if id in levels]
        if found:
            value = listed.value
            yield magnitude(value)
            for level in found:
                if not always_zero(level):
                    yield from (magnitude(level), magnitude(level + value))


def sizes_of(
    scenario: model.Scenario, numbers: Numbers, in_use: Iterable[ListedConsequence]
) -> dict[str, Quantity]:
    """Return S by party: the size that the file states, else the largest number a consequence strikes."""
    counts: dict[str, list[Quantity]] = {id: [] for id in scenario.parties}
    for listed in in_use:
        for party, _, count in listed.shares:
            counts[party].append(count)
    return {
        id: _size_from(counts[id]) if party.size is None else numbers.at(f"parties.{id}.size", party.size)
        for id, party in scenario.parties.items()
    }


def _size_from(counts: list[Quantity]) -> Quantity:
    largest = greatest(0.0, *counts)
    return choose(positive(largest), largest, 1.0)
