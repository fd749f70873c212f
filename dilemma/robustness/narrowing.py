"""Settings that carry a verdict from one view to another, without those that can be spared."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from dilemma.case.build import case_of
from dilemma.frameworks.framework import Framework
from dilemma.robustness.between import answer_of, numbers_between, spanning, with_settings
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import Sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.views.view import View
from dilemma.weighing import Weighing
from dilemma.weighing.judge import chosen

__all__ = ["narrowed"]


def narrowed(
    first: Weighing, second: Weighing, settings: Collection[str], theories: Sequence[Framework]
) -> dict[str, tuple[str, ...]]:
    """Return, by theory, addresses among these settings that carry its verdict, none of which can be spared.

    All of the settings together carry it. Plain numbers are tried as columns, first without and then with all
    that is no plain number; if that is needed, what is left is then tried one by one.
    """
    both = numbers_between(first.view, second.view, settings, theories)
    numbers = {address: (dial, value) for address, (dial, value) in both.items() if dial.best != value}
    rest = tuple(address for address in settings if address not in numbers)
    wanted = {verdict.about.id: answer_of(verdict) for verdict in second.verdicts}
    order = sorted(numbers, key=lambda address: change_of(*numbers[address]))
    found: dict[str, tuple[str, ...]] = {}
    for put in ((), rest) if rest else ((),):
        open_ = [theory for theory in theories if theory.about.id not in found]
        base = with_settings(first.view, second.view, put)
        if base is None or not open_:
            continue
        for id, kept in spared(base, numbers, order, open_, wanted).items():
            found[id] = tuple(address for address in settings if address in kept or address in put)
    for theory in theories:
        addresses = found.get(theory.about.id, tuple(settings))
        if not set(addresses) <= numbers.keys():
            addresses = without_spare(first.view, second.view, addresses, theory, wanted[theory.about.id])
        found[theory.about.id] = addresses
    return found


def without_spare(
    first: View, second: View, addresses: Sequence[str], theory: Framework, wanted: Choice
) -> tuple[str, ...]:
    """Return the addresses without those whose settings are not needed for the wanted choice."""
    kept = list(addresses)
    tried = True
    while tried:
        tried = False
        for address in kept if len(kept) > 1 else ():
            rest = [other for other in kept if other != address]
            there = with_settings(first, second, rest)
            if there is not None and chosen(case_of(there.scenario), theory) == wanted:
                kept, tried = rest, True
                break
    return tuple(kept)


def change_of(dial: Dial, value: float) -> float:
    """Return how large a change is, as a share of the number's domain."""
    width = dial.high - dial.low
    return abs(value - dial.best) / width if width else 0.0


def spared(
    base: View,
    numbers: Mapping[str, tuple[Dial, float]],
    order: Sequence[str],
    theories: Sequence[Framework],
    wanted: Mapping[str, Choice],
) -> dict[str, set[str]]:
    """Return, for each theory whose verdict the numbers carry, those that cannot be dropped."""
    own = {dial.address: dial for dial in dials(base.scenario, theories)}
    usable = [address for address in order if address in own]
    spans = [spanning(own[address], numbers[address][1]) for address in usable]
    sweeps = Sweeps(base.scenario, theories, spans)

    def carried(kept: Sequence[Collection[str]]) -> list[bool]:
        """Return whether each theory, by place, has the wanted choice with the numbers kept for it."""
        columns = {
            address: np.array(
                [numbers[address][1] if address in mine else own[address].best for mine in kept]
            )
            for address in usable
        }
        over = sweeps.chosen_over(columns)
        return [
            choices[row if len(choices) > 1 else 0] == wanted[id]
            for row, (id, choices) in enumerate(over.items())
        ]

    kept = [set(usable) for _ in theories]
    able = carried(kept)
    before: list[set[str]] = []
    while kept != before:  # what is dropped later may make another one spare
        before = list(kept)
        for address in usable:
            fewer = [mine - {address} for mine in kept]
            for place, still in enumerate(carried(fewer)):
                if still:
                    kept[place] = fewer[place]
    return {theory.about.id: kept[place] for place, theory in enumerate(theories) if able[place]}
