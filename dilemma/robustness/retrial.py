"""Cases of a scenario with one fact changed, judged again, and turning points found by bisection."""

from __future__ import annotations

from collections.abc import Callable

from dilemma.case import Case
from dilemma.case.build import case_of, with_option
from dilemma.quantity import Quantity
from dilemma.robustness.changes import Change, with_change
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario import model
from dilemma.scenario.numbers import Range, best_of

__all__ = ["PRECISION", "Retrial", "turning_point"]

PRECISION = 1e-3  # share of the distance from the best estimate; finer than reports show
MOST_STEPS = 30  # bisection steps, reached if the verdict turns right next to the best estimate


class Retrial:
    """Cases of a scenario with one fact changed, cached so that theories share them."""

    def __init__(self, scenario: model.Scenario) -> None:
        self.scenario = scenario
        self._cases: dict[tuple[str, object], Case] = {}
        self._dials: tuple[Dial, ...] = ()

    def dials(self) -> tuple[Dial, ...]:
        """Return the scenario's dials without settings of theories, cached."""
        self._dials = self._dials or tuple(dials(self.scenario, ()))
        return self._dials

    def unchanged(self) -> Case:
        """Return the unchanged case, cached."""
        return self._cached("", None, lambda: case_of(self.scenario))

    def with_fact(self, change: Change) -> Case:
        """Return the case with a plain fact changed, cached."""
        return self._cached(change.address, change.value, lambda: self._changed(change))

    def _changed(self, change: Change) -> Case:
        changed = with_change(self.scenario, change)
        table, id, *_ = change.address.split(".")
        return with_option(self.unchanged(), changed, id) if table == "options" else case_of(changed)

    def with_end(self, address: str, value: float) -> Case:
        """Return the case with a number at an end of its domain, cached."""
        return self._cached(address, value, lambda: self.with_number(address, value))

    def with_number(self, address: str, value: float) -> Case:
        """Return the case with another value of a number, not cached."""

        def read(at: str, number: float | Range) -> Quantity:
            return value if at == address else best_of(number)

        return case_of(_with(self.scenario, address, value), read)

    def _cached(self, address: str, value: object, make: Callable[[], Case]) -> Case:
        if (address, value) not in self._cases:
            self._cases[address, value] = make()
        return self._cases[address, value]


def turning_point(turned: Callable[[float], bool], best: float, end: float) -> float:
    """Return a value near the turn between `best`, where `turned` is false, and `end`, where it is true.

    It is found by bisection; `turned` holds at the value.
    """
    held, flipped = best, end
    for _ in range(MOST_STEPS):
        if abs(flipped - held) <= PRECISION * abs(flipped - best):
            break
        middle = (held + flipped) / 2
        if turned(middle):
            flipped = middle
        else:
            held = middle
    return flipped


def _with(scenario: model.Scenario, address: str, value: float) -> model.Scenario:
    """Return the scenario with this value written in if it is the exchange or a setting of a theory.

    Other numbers are read through the case's reader, so the scenario is returned unchanged for them.
    """
    if address == "exchange":
        return scenario.model_copy(update={"exchange": value})
    if not address.startswith("frameworks."):
        return scenario
    _, theory, setting = address.split(".")
    settings = {**scenario.frameworks, theory: {**scenario.frameworks.get(theory, {}), setting: value}}
    return scenario.model_copy(update={"frameworks": settings})
