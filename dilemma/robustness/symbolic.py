"""Rulings of theories on a scenario, recorded as a graph over the dials that are free to turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.frameworks.calls import judgements_of, needs_of
from dilemma.frameworks.framework import Framework, Gives, Judgement, Need
from dilemma.graph import Bounds, Graph, Node
from dilemma.quantity import Quantity, Truth, all_of
from dilemma.scenario import model
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import configured
from dilemma.weighing.ruling import Ruling, rule

__all__ = ["Recorded", "nodes_of", "recorded", "with_settings"]


class Recorded(NamedTuple):
    """A theory's ruling in symbols; where `applies` fails, its needs are not met and nothing else counts.

    `scores` has one for each option if they are on a scale.
    """

    framework: Framework
    applies: Truth
    ruling: Ruling | None  # None where it applies under no setting
    scores: tuple[Quantity, ...] = ()
    needs: tuple[Need, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def recorded(
    scenario: model.Scenario,
    written: model.Scenario,
    frameworks: Iterable[Framework],
    free: Mapping[str, Bounds],
    graph: Graph | None = None,
) -> tuple[Recorded, ...]:
    """Return what each theory rules while the dials at these addresses turn within their bounds.

    Every other number stays at its best estimate. `written` is the file as its author wrote it. What is
    recorded in one `graph` shares its parts.
    """
    kept = graph or Graph()

    def read(address: str, number: float | Range) -> Quantity:
        return kept.input(address, *free[address]) if address in free else best_of(number)

    theories = tuple(frameworks)
    case = case_of(with_settings(scenario, theories), read, written)
    return tuple(_recorded(configured(theory, case), case) for theory in theories)


def with_settings(scenario: model.Scenario, frameworks: Iterable[Framework]) -> model.Scenario:
    """Return the scenario with every setting of these theories written in, so that each is read."""
    settings = {
        theory.about.id: {setting.name: getattr(theory, setting.name) for setting in fields(theory)}
        | dict(scenario.frameworks.get(theory.about.id, {}))
        for theory in frameworks
    }
    return scenario.model_copy(update={"frameworks": {**scenario.frameworks, **settings}})


def _recorded(theory: Framework, case: Case) -> Recorded:
    needs = needs_of(theory, case)
    applies = all_of(*(need.met for need in needs))
    if applies is False:
        return Recorded(theory, applies=False, ruling=None, needs=needs)
    judgements, gives = judgements_of(theory, case), theory.about.gives
    scores = tuple(judgement.score for judgement in judgements) if gives is Gives.CARDINAL else ()
    return Recorded(theory, applies, rule(gives, judgements), scores, needs, judgements)


def nodes_of(values: Iterable[Quantity | Truth]) -> Iterator[Node]:
    """Yield those that are not settled."""
    for value in values:
        if isinstance(value, Node):
            yield value
