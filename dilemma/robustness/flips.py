"""Flips: the single facts that would have changed what a theory says of an option.

Found by judging changed cases again, so they hold for any theory, ours or a plug-in's. A number is
tried at the ends of its domain; where an end flips the verdict, the turning point nearest to the
best estimate is bisected to the digits a judgement can carry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dilemma.case import Case
from dilemma.framework import Framework, intervals
from dilemma.quantity import Quantity
from dilemma.reading import case_of
from dilemma.robustness.changes import Change, changed, plain_facts
from dilemma.scenario import nouns
from dilemma.scenario.numbers import LARGEST, Product, Range, best_of
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


class _Number(NamedTuple):
    """A number of the scenario, its best estimate and its domain."""

    kind: str
    address: str
    best: float
    low: float
    high: float


PRECISION = 1e-3  # of the way from the best estimate to the turning point: finer than is told
MOST_STEPS = 30  # halvings, where the verdict turns as soon as the best estimate is left
PAST = 1e-3  # how far past it, as a share of the domain, the choice then is read off
WEIGHT_REACH = 10.0  # a party's weight is tried up to ten times the largest in the file
EXCHANGE_REACH = 100.0  # the exchange is tried from a hundredth to a hundred times its best estimate
LARGEST_STRINGENCY = 10.0
SMALLEST_SHARE = 1e-6  # where a setting may not be its lowest value, this share of its highest stands for it


class Retrial:
    """A scenario to be judged again with one thing otherwise; cases once made are kept.

    `written` is the file as its author wrote it, from which theories take scales that stay put.
    """

    def __init__(self, scenario: nouns.Scenario, written: nouns.Scenario) -> None:
        self.scenario, self._written = scenario, written
        self._cases: dict[tuple[str, object], Case] = {}

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
    for number in _numbers(retrial.scenario, framework, option):
        for end in (number.low, number.high):
            if end != number.best and trial.flipped(retrial.with_end(number.address, end)):
                yield trial.turn(number, end)


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

    def turn(self, number: _Number, end: float) -> Flip:
        """Return the turning point between the best estimate and an end that flips the verdict."""
        held, flipped = number.best, end
        for _ in range(MOST_STEPS):
            if abs(flipped - held) <= PRECISION * abs(flipped - number.best):
                break
            middle = (held + flipped) / 2
            if self.flipped(self.retrial.with_number(number.address, middle)):
                flipped = middle
            else:
                held = middle
        beyond = self.retrial.with_number(number.address, flipped + PAST * (end - number.best))
        if not self.flipped(beyond):
            beyond = self.retrial.with_number(number.address, flipped)
        choice = chosen(beyond, self.framework) or ()
        above = end > number.best
        return Flip(number.kind, number.address, flipped, above, number.best, self.standing, choice)


def _with(scenario: nouns.Scenario, address: str, value: float) -> nouns.Scenario:
    """Return the scenario with the exchange or a theory's setting written in, which it may not write."""
    if address == "exchange":
        return scenario.model_copy(update={"exchange": value})
    if not address.startswith("frameworks."):
        return scenario
    _, theory, setting = address.split(".")
    settings = {**scenario.frameworks, theory: {**scenario.frameworks.get(theory, {}), setting: value}}
    return scenario.model_copy(update={"frameworks": settings})


def _numbers(scenario: nouns.Scenario, framework: Framework, option: str) -> Iterator[_Number]:
    """Yield the numbers that are tried: chances and beliefs, degrees, weights, exchange, settings."""
    yield from _beliefs(scenario, option)
    yield from _chances(scenario, option)
    yield from _degrees(scenario, option)
    yield from _weights(scenario)
    yield from _ties(scenario)
    yield from _virtues(scenario, option)
    exchange = scenario.exchange
    if exchange is not None and not isinstance(exchange, Product):
        best = best_of(exchange)
        yield _Number("exchange", "exchange", best, best / EXCHANGE_REACH, best * EXCHANGE_REACH)
    yield from _settings(scenario, framework)


def _written(kind: str, address: str, number: object, low: float, high: float) -> Iterator[_Number]:
    """Yield a number that is written as one, not as a product."""
    if isinstance(number, (float, Range)):
        yield _Number(kind, address, best_of(number), low, high)


def _beliefs(scenario: nouns.Scenario, option: str) -> Iterator[_Number]:
    own = scenario.options[option].beliefs
    for id, belief in scenario.beliefs.items():
        if id in own:
            yield from _written("event", f"options.{option}.beliefs.{id}", own[id], 0.0, 1.0)
        else:
            yield from _written("belief", f"beliefs.{id}.probability", belief.probability, 0.0, 1.0)


def _chances(scenario: nouns.Scenario, option: str) -> Iterator[_Number]:
    for id, happening in scenario.options[option].consequences.items():
        if happening.chance is not None:
            address = f"options.{option}.consequences.{id}.chance"
            yield from _written("chance", address, happening.chance, 0.0, 1.0)


def _degrees(scenario: nouns.Scenario, option: str) -> Iterator[_Number]:
    for id, conduct in scenario.options[option].duties.items():
        yield from _written("degree", f"options.{option}.duties.{id}.degree", conduct.degree, -1.0, 1.0)


def _weights(scenario: nouns.Scenario) -> Iterator[_Number]:
    weights = [best_of(p.weight) for p in scenario.parties.values() if not isinstance(p.weight, Product)]
    most = WEIGHT_REACH * max(weights, default=1.0)
    for id, party in scenario.parties.items():
        yield from _written("party-weight", f"parties.{id}.weight", party.weight, 0.0, most)
    for id, duty in scenario.duties.items():
        yield from _written("duty-weight", f"duties.{id}.weight", duty.weight, 0.0, LARGEST_STRINGENCY)


def _ties(scenario: nouns.Scenario) -> Iterator[_Number]:
    for id, party in scenario.parties.items():
        yield from _written("tie", f"parties.{id}.tie", party.tie, 0.0, 1.0)


def _virtues(scenario: nouns.Scenario, option: str) -> Iterator[_Number]:
    for id, expression in scenario.options[option].virtues.items():
        address = f"options.{option}.virtues.{id}.degree"
        yield from _written("virtue", address, expression.degree, -1.0, 1.0)
        weight = scenario.virtues[id].weight
        yield from _written("virtue-weight", f"virtues.{id}.weight", weight, 0.0, LARGEST_STRINGENCY)


def _settings(scenario: nouns.Scenario, framework: Framework) -> Iterator[_Number]:
    own: Mapping[str, object] = scenario.frameworks.get(framework.about.id, {})
    for name, interval in intervals(framework).items():
        if interval.high == LARGEST:
            continue  # a scale without a bound is a unit of measure, not a doubt
        number = own.get(name, getattr(framework, name))
        address = f"frameworks.{framework.about.id}.{name}"
        low = interval.high * SMALLEST_SHARE if interval.above_low else interval.low
        yield from _written("setting", address, number, low, interval.high)
