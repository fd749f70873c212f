"""Where verdicts turn within everyone's values of a number, in the view that is typical of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import recordable_sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.document import Document
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.view import view

__all__ = ["Turn", "turns_of"]

MOST: Final = 12  # numbers whose turns are found, the most disputed ones


class Turn(NamedTuple):
    """A value at which a theory's choice changes, and the choices below and above it."""

    theory: str
    at: float
    below: Choice
    above: Choice


def turns_of(
    document: Document, typical: PersonView, numbers: Sequence[Number], frameworks: Sequence[Framework]
) -> Mapping[str, tuple[Turn, ...]]:
    """Return the turns of the most disputed numbers by address, in order of their values.

    Each number runs from the least to the greatest value of anyone; all others have those of the view that
    is typical of all.
    """
    here = view(document, None, typical.values)
    own = {dial.address: dial for dial in dials(here.scenario, frameworks)}
    disputed = [number for number in numbers[:MOST] if number.address in own]
    spans = [spanning(own[number.address], number) for number in disputed]
    sweeps, _ = recordable_sweeps(here.scenario, frameworks, [dial for dial in spans if dial.swept])
    found: dict[str, list[Turn]] = {number.address: [] for number in disputed}
    for sweep in sweeps.with_turns():
        for below, above in pairwise(sweep.segments):
            turn = Turn(sweep.about.id, below.high, below.choice, above.choice)
            found[sweep.dial.address].append(turn)
    return {address: tuple(sorted(turns, key=lambda turn: turn.at)) for address, turns in found.items()}


def spanning(dial: Dial, number: Number) -> Dial:
    """Return the dial with a domain that runs over everyone's values."""
    low, high = number.quartiles[0], number.quartiles[-1]
    return dial._replace(low=min(low, dial.best), high=max(high, dial.best))
