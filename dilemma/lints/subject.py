"""The subject of lints: a scenario file, its amounts at the best estimates, and the choices of theories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dilemma.case import Act, Case
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Gives
from dilemma.quantity import Quantity
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.view import view
from dilemma.weighing import chosen

__all__ = ["Line", "Row", "Subject", "as_float"]

Row = tuple[str, ...]
"""The key of a row of the grid: a consequence for a party, a duty, a virtue, or the use of a party."""


class Line(NamedTuple):
    """The choice of one theory in one view of the file."""

    perspective: str | None
    gives: Gives
    choice: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """A valid scenario file, with results at its best estimates, which are computed on first use.

    Only the theories of the catalogue are run, not those of plug-ins, so that findings depend on the file
    alone. `all_codes` are the codes of all lints there are, `codes_run` of those run on this file,
    `codes_raised` of those that raised a question.
    """

    document: Document
    all_codes: frozenset[str] = frozenset()
    codes_run: frozenset[str] = frozenset()
    codes_raised: frozenset[str] = frozenset()

    @property
    def scenario(self) -> Scenario:
        return self.document.scenario

    @cached_property
    def case(self) -> Case:
        return case_of(self.scenario)

    @cached_property
    def grid(self) -> Mapping[Row, Mapping[str, float]]:
        """The amount of each row by option; an option that does not list the row is left out.

        Consequences in expected value, every party with weight 1; duties and virtues in degrees; -1 for
        each party that is used.
        """
        amounts_of: dict[Row, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for act in self.case.acts:
            for row, amount in _rows(act):
                amounts_of[row][act.id] += amount
        return {row: dict(amounts) for row, amounts in amounts_of.items()}

    @cached_property
    def verdicts(self) -> tuple[Line, ...]:
        """The choice of every theory that applies, in the file's own view and in each perspective."""
        return tuple(self._verdicts())

    def _verdicts(self) -> Iterator[Line]:
        for perspective in (None, *self.scenario.perspectives):
            one_view = view(self.document, perspective)
            case = case_of(one_view.scenario)
            for theory in CATALOGUE:
                choice = chosen(case, theory)
                if choice is not None:
                    yield Line(perspective, theory.about.gives, choice)


def as_float(amount: Quantity) -> float:
    """Return a quantity of a case at its best estimates as a float, not a symbolic value."""
    assert isinstance(amount, float | int)
    return amount


def _rows(act: Act) -> Iterator[tuple[Row, float]]:
    for effect in (*act.effects, *act.practice):
        yield ("consequences", effect.id, effect.party.id), as_float(effect.unweighted)
    for duty in act.obligations:
        yield ("duties", duty.id), as_float(duty.degree)
    for trait in act.traits:
        yield ("virtues", trait.id), as_float(trait.degree)
    for party in act.uses:
        yield ("uses", party.id), -1.0
