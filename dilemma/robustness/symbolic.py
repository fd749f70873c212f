"""Rulings of theories on a scenario, recorded as a graph over the free dials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.errors import TooLarge
from dilemma.frameworks.checked_calls import judgements_of, needs_of
from dilemma.frameworks.framework import Framework, Gives, Judgement, Need
from dilemma.graph import Bounds, Graph, Node
from dilemma.quantity import Quantity, Truth, all_of
from dilemma.scenario import model
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import configured
from dilemma.weighing.ruling import Ruling, rule

__all__ = ["Recorded", "nodes_of", "recorded", "symbolic_case", "with_settings"]


class Recorded(NamedTuple):
    """A theory's ruling as nodes of the graph; it is meaningless where `applies` is false.

    `scores` holds one score per option if the theory gives cardinal scores, else nothing.
    """

    framework: Framework
    applies: Truth
    ruling: Ruling | None  # None if the theory applies for no value of the dials
    scores: tuple[Quantity, ...] = ()
    needs: tuple[Need, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def recorded(
    scenario: model.Scenario,
    frameworks: Iterable[Framework],
    free: Mapping[str, Bounds],
    graph: Graph | None = None,
) -> tuple[Recorded, ...]:
    """Return each theory's ruling as a function of the dials at these addresses, within their bounds.

    Every other number has its best estimate. Rulings recorded in the same `graph` share common nodes. Raises
    TooLarge, with what to reduce, if the graph would have more nodes than it may.
    """
    theories, graph = tuple(frameworks), graph or Graph()
    sizes: dict[str, int] = {}
    try:
        case = symbolic_case(scenario, theories, free, graph)
        found = []
        for theory in theories:
            before = graph.size
            try:
                found.append(_recorded(configured(theory, case), case))
            finally:
                sizes[theory.about.name] = graph.size - before
    except TooLarge as error:
        raise TooLarge(_too_large(scenario, len(free), sizes)) from error
    return tuple(found)


def _too_large(scenario: model.Scenario, free: int, sizes: Mapping[str, int]) -> str:
    """Return the sentence that tells what is too large, and what to reduce."""
    counts = {
        "options": scenario.options,
        "consequences": scenario.consequences,
        "parties": scenario.parties,
        "beliefs": scenario.beliefs,
    }
    told = ", ".join(f"{len(table)} {name}" for name, table in counts.items() if table)
    most = max(sizes, key=sizes.__getitem__, default="")
    by = f"; {most} takes most" if most and 2 * sizes[most] > sum(sizes.values()) else ""
    fewer = "ask fewer theories at a time, or " if len(sizes) > 1 else ""
    return (
        f"the file is too large to follow what {free:,} numbers do to each verdict ({told}{by}); "
        f"{fewer}reduce options, parties, beliefs or ranges"
    )


def symbolic_case(
    scenario: model.Scenario, frameworks: Iterable[Framework], free: Mapping[str, Bounds], graph: Graph
) -> Case:
    """Return the case of a scenario with the dials at these addresses as symbols of the graph."""

    def read(address: str, number: float | Range) -> Quantity:
        return graph.input(address, *free[address]) if address in free else best_of(number)

    return case_of(with_settings(scenario, frameworks), read)


def with_settings(scenario: model.Scenario, frameworks: Iterable[Framework]) -> model.Scenario:
    """Return the scenario with every setting of these theories written out, so that each can be read."""
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
    """Yield the values that are nodes of the graph, not plain numbers or truths."""
    for value in values:
        if isinstance(value, Node):
            yield value
