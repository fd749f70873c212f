"""Credences on the page: inputs of its graph for credences, and the methods that use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dilemma.frameworks.framework import Family, Framework
from dilemma.graph import Graph
from dilemma.quantity import positive
from dilemma.reconciliation.credences import integer_votes, perspective_credences
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.symbolic import Combined, Theory, combined
from dilemma.reports.reconcile.blocks import SCORED_IN_SHARES
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.symbolic import Recorded
from dilemma.scenario.views.view import View

__all__ = [
    "MOST",
    "STATED",
    "combine_by_credence",
    "credence_input",
    "interactive_methods",
    "perspective_inputs",
    "theory_families",
]

STATED: Final = "credences"
"""The input that is 1 if credences are stated; that of a theory is `credences.THEORY`."""

MOST: Final = 1e15  # the largest value of a credence input; only proportions count

LOTS: Final = "Drawing lots"


def credence_input(theory: str) -> str:
    """Return the name of the input for the credence in a theory."""
    return f"{STATED}.{theory}"


def combine_by_credence(theories: Sequence[Recorded], graph: Graph) -> Combined:
    """Return the results of methods as values of the graph, with credences as its inputs."""
    open_to_belief = (
        Theory(about, one.applies, one.ruling, graph.input(credence_input(about.id), 0.0, MOST))
        for one, about in ((one, one.framework.about) for one in theories)
    )
    return combined(tuple(open_to_belief), positive(graph.input(STATED, 0.0, 1.0)))


def perspective_inputs(view: View) -> dict[str, float]:
    """Return the credences that the perspective of a view states, by input; empty if it states none."""
    stated = perspective_credences(view)
    return {credence_input(id): float(votes) for id, votes in integer_votes(stated).items()} if stated else {}


def theory_families(frameworks: Sequence[Framework]) -> Iterator[dict[str, Any]]:
    """Yield each family with the indices of its theories among those shown."""
    for family in Family:
        mine = [at for at, framework in enumerate(frameworks) if framework.about.family is family]
        if mine:
            yield {"title": FAMILIES[family], "theories": mine}


def interactive_methods(found: Reconciliation, combined_methods: Combined) -> list[list[Any]]:
    """Return the methods that follow the credences, in the order of `Combined.methods`, the lottery last.

    Each is [name, 1 if its scores are shares].
    """
    names = {result.about.id: result.about.name for result in found.results}
    told = [[names.get(id, id.capitalize()), int(id in SCORED_IN_SHARES)] for id in combined_methods.methods]
    return [*told, [LOTS, 1]]
