"""Flips: the single facts that would have changed what a theory says of an option.

Found by judging changed cases again, so they hold for any theory, ours or a plug-in's. A number is
tried at the ends of its domain; where an end flips the verdict, the turning point nearest to the
best estimate is bisected to the digits a judgement can carry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.framework import Framework
from dilemma.quantity import Quantity
from dilemma.robustness.changes import Change, changed, plain_facts
from dilemma.robustness.dials.dial import Dial, dials, settings
from dilemma.scenario import model
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import chosen

__all__ = ["Flip", "Retrial", "flips"]


class Flip(NamedTuple):
    """A fact that would have changed the verdict on an option, had it been otherwise.

    For a number, `value` is the turning point and `above` says on which side of it the verdict
    changes; for a plain fact, `value` is what it would have to be and `above` is None.
    """

    kind: str
    address: str
    value: object
    above: bool | None
    best: float | None
    now: bool  # whether the option is chosen or permitted as things stand
    choice: tuple[str, ...]  # what the theory would choose then


PRECISION = 1e-3  # of the way from the best estimate to the turning point: finer than is told
MOST_STEPS = 30  # halvings, where the verdict turns as soon as the best estimate is left
PAST = 1e-3  # how far past it, as a share of the domain, the choice then is read off
TRIED = (
    *("belief", "event", "chance", "degree", "party-weight", "duty-weight", "tie"),
    *("virtue", "virtue-weight", "exchange", "setting"),
)
"""Kinds of number that are tried, in the order in which flips are told."""


class Retrial:
    """A scenario to be judged again with one thing otherwise; cases once made are kept.

    `written` is the file as its author wrote it, from which theories take scales that stay put.
    """

    def __init__(self, scenario: model.Scenario, written: model.Scenario) -> None:
        self.scenario, self._written = scenario, written
        self._cases: dict[tuple[str, object], Case] = {}
        self._dials: tuple[Dial, ...] = ()

    def dials(self) -> tuple[Dial, ...]:
        """Return the scenario's dials without settings of theories; theories share these."""
        self._dials = self._dials or tuple(dials(self.scenario, ()))
        return self._dials

    def unchanged(self) -> Case:
        """Return the case as it stands."""
        return self._kept("", None, lambda: case_of(self.scenario, written=self._written))

    def with_fact(self, change: Change) -> Case:
        """Return the case with a plain fact otherwise."""
        return self._kept(
            change.address,
            change.value,
            lambda: case_of(changed(self.scenario, change), written=self._written),
        )

    def with_end(self, address: str, value: float) -> Case:
        """Return the case with a number at an end of its domain; theories share these."""
        return self._kept(address, value, lambda: self.with_number(address, value))

    def with_number(self, address: str, value: float) -> Case:
        """Return the case with a number otherwise."""

        def read(at: str, number: float | Range) -> Quantity:
            return value if at == address else best_of(number)

        return case_of(_with(self.scenario, address, value), read, self._written)

    def _kept(self, address: str, value: object, make: Callable[[], Case]) -> Case:
        if (address, value) not in self._cases:
            self._cases[address, value] = make()
        return self._cases[address, value]


def flips(retrial: Retrial, framework: Framework, option: str) -> Iterator[Flip]:
    """Yield the single facts that would change whether the theory chooses or permits the option."""
    standing = option in (chosen(retrial.unchanged(), framework) or ())
    for change in plain_facts(retrial.scenario, option):
        choice = chosen(retrial.with_fact(change), framework)
        if choice is not None and (option in choice) is not standing:
            yield Flip(change.kind, change.address, change.value, None, None, standing, choice)
    trial = _Trial(retrial, framework, option, standing)
    for dial in _tried(retrial, framework, option):
        for end in (dial.low, dial.high):
            if end != dial.best and trial.flipped(retrial.with_end(dial.address, end)):
                yield trial.turn(dial, end)


class _Trial(NamedTuple):
    """A verdict on an option, to be tried again with one number otherwise."""

    retrial: Retrial
    framework: Framework
    option: str
    standing: bool

    def flipped(self, case: Case) -> bool:
        """Whether the case changes the verdict on the option."""
        choice = chosen(case, self.framework)
        return choice is not None and (self.option in choice) is not self.standing

    def turn(self, dial: Dial, end: float) -> Flip:
        """Return the turning point between the best estimate and an end that flips the verdict."""
        held, flipped = dial.best, end
        for _ in range(MOST_STEPS):
            if abs(flipped - held) <= PRECISION * abs(flipped - dial.best):
                break
            middle = (held + flipped) / 2
            if self.flipped(self.retrial.with_number(dial.address, middle)):
                flipped = middle
            else:
                held = middle
        beyond = self.retrial.with_number(dial.address, flipped + PAST * (end - dial.best))
        if not self.flipped(beyond):
            beyond = self.retrial.with_number(dial.address, flipped)
        choice = chosen(beyond, self.framework) or ()
        above = end > dial.best
        return Flip(dial.kind, dial.address, flipped, above, dial.best, self.standing, choice)


def _with(scenario: model.Scenario, address: str, value: float) -> model.Scenario:
    """Return the scenario with the exchange or a theory's setting written in, which it may not write."""
    if address == "exchange":
        return scenario.model_copy(update={"exchange": value})
    if not address.startswith("frameworks."):
        return scenario
    _, theory, setting = address.split(".")
    settings = {**scenario.frameworks, theory: {**scenario.frameworks.get(theory, {}), setting: value}}
    return scenario.model_copy(update={"frameworks": settings})


def _tried(retrial: Retrial, framework: Framework, option: str) -> list[Dial]:
    """Return the dials on which a verdict on one option is tried: those it states, and those of everyone."""
    found = [*retrial.dials(), *settings(retrial.scenario, (framework,))]
    mine = [dial for dial in found if dial.kind in TRIED and _concerns(retrial.scenario, dial, option)]
    return sorted(mine, key=lambda dial: TRIED.index(dial.kind))


def _concerns(scenario: model.Scenario, dial: Dial, option: str) -> bool:
    """Whether the dial is the option's own or everyone's, and says what the file says."""
    head, *path = dial.address.split(".")
    here = scenario.options[option]
    match head:
        case "options":
            return path[0] == option
        case "beliefs":
            return path[0] not in here.beliefs
        case "virtues":
            return path[0] in here.virtues
        case "consequences":
            return False
        case "exchange":
            return dial.stated
    return True
