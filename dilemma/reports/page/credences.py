"""Credences on the page: what the reader may turn, and what methods make of it, in the page's own graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dilemma.frameworks.framework import Family, Framework
from dilemma.graph import Graph
from dilemma.quantity import positive
from dilemma.reconciliation.credences import perspective_credences, whole_votes
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.symbolic import Combined, Theory, combined
from dilemma.reports.reconcile.blocks import SCORED_IN_SHARES
from dilemma.reports.reconcile.lines import rules
from dilemma.reports.weigh.blocks import FAMILIES
from dilemma.robustness.symbolic import Recorded
from dilemma.scenario.view import View

__all__ = ["MOST", "STATED", "believing", "credence_of", "live_methods", "shelves", "stated_in"]

STATED: Final = "credences"
"""The input that says whether credences are stated at all; the others are `credences.THEORY`."""

MOST: Final = 1e15  # parts of credence: only their proportions count

LOTS: Final = "lots"


def credence_of(theory: str) -> str:
    """Return the input for the credence in a theory."""
    return f"{STATED}.{theory}"


def believing(theories: Sequence[Recorded], graph: Graph) -> Combined:
    """Return what methods make of theories by credences that are inputs of the graph."""
    open_to_belief = (
        Theory(about, one.applies, one.ruling, graph.input(credence_of(about.id), 0.0, MOST))
        for one, about in ((one, one.framework.about) for one in theories)
    )
    return combined(tuple(open_to_belief), positive(graph.input(STATED, 0.0, 1.0)))


def stated_in(view: View) -> dict[str, float]:
    """Return the credences that the perspective of a view states, by input; none where it states none."""
    stated = perspective_credences(view)
    return {credence_of(id): float(votes) for id, votes in whole_votes(stated).items()} if stated else {}


def shelves(frameworks: Sequence[Framework]) -> Iterator[dict[str, Any]]:
    """Yield the families with the theories of each, by their place among the frameworks."""
    for family in Family:
        mine = [at for at, framework in enumerate(frameworks) if framework.about.family is family]
        if mine:
            yield {"title": FAMILIES[family], "theories": mine}


def live_methods(found: Reconciliation, together: Combined) -> list[list[Any]]:
    """Return what follows the credences: id, row in the table of methods (None if not there), if in shares.

    In the order of `Combined.methods`, the lottery last.
    """
    rows: Mapping[str, int] = {rule.result.about.id: row for row, rule in enumerate(rules(found))}
    told = [[id, rows.get(id), int(id in SCORED_IN_SHARES)] for id in together.methods]
    return [*told, [LOTS, len(rows) if found.lottery else None, 1]]
