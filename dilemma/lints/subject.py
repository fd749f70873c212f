"""A file under check: what it says, what its numbers come to, and what the theories choose."""

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
from dilemma.scenario.view import view
from dilemma.weighing import chosen

__all__ = ["Dossier", "Line", "Row", "plain"]

Row = tuple[str, ...]
"""One question every option answers: a consequence for a party, a duty, a virtue, or the use of a party."""


class Line(NamedTuple):
    """What one theory chooses in one view of the file."""

    perspective: str | None
    gives: Gives
    choice: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """A valid scenario file, and what follows from it at its best estimates; worked out when asked for.

    Only the theories of the catalogue are asked, so that what is found depends on the file alone. `known` are
    the codes of all lints there are, `asked` of those put to this file, `raised` of those that found
    something.
    """

    document: Document
    known: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()

    @property
    def scenario(self) -> Scenario:
        return self.document.scenario

    @cached_property
    def case(self) -> Case:
        return case_of(self.scenario)

    @cached_property
    def grid(self) -> Mapping[Row, Mapping[str, float]]:
        """Every row, by option, with what the option brings there; an option that is silent is left out.

        Consequences in expected value, every party counted as 1; duties and virtues in degrees; -1 for each
        party that is used.
        """
        found: dict[Row, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for act in self.case.acts:
            for row, amount in _rows(act):
                found[row][act.id] += amount
        return {row: dict(amounts) for row, amounts in found.items()}

    @cached_property
    def verdicts(self) -> tuple[Line, ...]:
        """What every theory that applies chooses, in the file's own view and in each perspective."""
        return tuple(self._verdicts())

    def _verdicts(self) -> Iterator[Line]:
        for perspective in (None, *self.scenario.perspectives):
            seen = view(self.document, perspective)
            case = case_of(seen.scenario, written=self.scenario)
            for theory in CATALOGUE:
                choice = chosen(case, theory)
                if choice is not None:
                    yield Line(perspective, theory.about.gives, choice)


def plain(amount: Quantity) -> float:
    """Return a quantity of a case at its best estimates as the number it is."""
    assert isinstance(amount, float | int)
    return amount


def _rows(act: Act) -> Iterator[tuple[Row, float]]:
    for effect in (*act.effects, *act.practice):
        yield ("consequences", effect.id, effect.party.id), plain(effect.unweighted)
    for duty in act.obligations:
        yield ("duties", duty.id), plain(duty.degree)
    for trait in act.traits:
        yield ("virtues", trait.id), plain(trait.degree)
    for party in act.uses:
        yield ("uses", party.id), -1.0
