"""The views that the page offers: its own, and each other perspective of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Graph
from dilemma.reconciliation.symbolic import Combined
from dilemma.reports.page.analysis import views_offered
from dilemma.reports.page.burdens import Burdens, burdens_of
from dilemma.reports.page.data.credences import combine_by_credence
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.dials.out_of_bounds import Impossible, impossible
from dilemma.robustness.symbolic import Recorded, recorded, symbolic_case
from dilemma.scenario.views.view import View

__all__ = ["Recording", "Viewpoint", "bounds", "free", "recordings", "viewpoints"]

WORDING = (".because", ".name", ".note", ".sources", ".held_by", ".evidence")
"""The ends of addresses that a perspective may change without effect on any verdict."""


class Viewpoint(NamedTuple):
    """A view and its dials; `like` is the id of the viewpoint whose recorded theories it shares.

    Two viewpoints share theories if they differ only in numbers.
    """

    id: str
    view: View
    dials: Mapping[str, Dial]
    like: str


def viewpoints(made_in: View, frameworks: Sequence[Framework]) -> Iterator[Viewpoint]:
    """Yield the view itself, under the id "", then each other perspective that its flags allow."""
    own: Mapping[str, Dial] = {}
    for id, other in views_offered(made_in).items():
        theirs = {dial.address: dial for dial in dials(other.scenario, frameworks)}
        own = own or theirs
        changed = {
            address
            for address in (*made_in.changed, *other.changed)
            if made_in.changed.get(address) != other.changed.get(address) and not address.endswith(WORDING)
        }
        yield Viewpoint(id, other, theirs, "" if changed <= own.keys() & theirs.keys() else id)


def free(found: Sequence[Viewpoint]) -> dict[str, Dial]:
    """Return every dial that is swept in some viewpoint, from the first viewpoint that has it."""
    return {
        address: dial
        for viewpoint in reversed(found)
        for address, dial in viewpoint.dials.items()
        if dial.swept
    }


def bounds(found: Sequence[Viewpoint], turning: Collection[str]) -> dict[str, Bounds]:
    """Return the bounds of the dials that can be moved on the page, by address, over all viewpoints.

    Those are the numbers that some viewpoint states, and those at the addresses `turning`. Dials with one
    value only are left out. All other numbers stay at their defaults, which makes the graph smaller.
    """
    reach: dict[str, Bounds] = {}
    for viewpoint in found:
        for address, dial in viewpoint.dials.items():
            known = reach.get(address, Bounds(dial.low, dial.high))
            reach[address] = Bounds(min(known.low, dial.low), max(known.high, dial.high))
    moved = {address for one in found for address, dial in one.dials.items() if dial.stated}.union(turning)
    return {address: span for address, span in reach.items() if address in moved and span.low < span.high}


class Recording(NamedTuple):
    """Theories, the methods that combine them, impossible products and burdens, as values of a graph."""

    theories: tuple[Recorded, ...]
    combined: Combined
    impossible: tuple[Impossible, ...]
    burdens: Burdens


def recordings(
    found: Sequence[Viewpoint], frameworks: Sequence[Framework], turned: Mapping[str, Bounds]
) -> dict[str, Recording]:
    """Return the recording of each viewpoint with theories of its own, all in one graph."""
    graph = Graph()
    return {one.id: _recording(one, frameworks, turned, graph) for one in found if one.like == one.id}


def _recording(
    one: Viewpoint, frameworks: Sequence[Framework], turned: Mapping[str, Bounds], graph: Graph
) -> Recording:
    theories = recorded(one.view.scenario, frameworks, turned, graph)
    beyond = tuple(impossible(one.view.scenario, frameworks, turned, graph))
    borne = burdens_of(symbolic_case(one.view.scenario, frameworks, turned, graph))
    return Recording(theories, combine_by_credence(theories, graph), beyond, borne)
