"""The views that the page offers: its own, and each other perspective of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.errors import BadSetting
from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Graph
from dilemma.reconciliation.symbolic import Combined
from dilemma.reports.page.credences import combine_by_credence
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.robustness.dials.out_of_bounds import Impossible, impossible
from dilemma.robustness.symbolic import Recorded, recorded
from dilemma.scenario.view import View, view

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
    own = _dials(made_in, frameworks)
    yield Viewpoint("", made_in, own, "")
    for id in made_in.document.scenario.perspectives:
        if id == made_in.perspective:
            continue
        try:
            other = view(made_in.document, id, made_in.flags)
        except BadSetting:
            continue  # the flags of this view are not valid with that perspective
        theirs = _dials(other, frameworks)
        changed = {
            address
            for address in (*made_in.changed, *other.changed)
            if made_in.changed.get(address) != other.changed.get(address) and not address.endswith(WORDING)
        }
        yield Viewpoint(id, other, theirs, "" if changed <= own.keys() & theirs.keys() else id)


def _dials(seen: View, frameworks: Sequence[Framework]) -> dict[str, Dial]:
    return {dial.address: dial for dial in dials(seen.scenario, frameworks)}


def free(found: Sequence[Viewpoint]) -> dict[str, Dial]:
    """Return every dial that is swept in some viewpoint, from the first viewpoint that has it."""
    return {
        address: dial
        for viewpoint in reversed(found)
        for address, dial in viewpoint.dials.items()
        if dial.swept
    }


def bounds(found: Sequence[Viewpoint]) -> dict[str, Bounds]:
    """Return the bounds of each dial over all viewpoints; dials with one value only are left out."""
    reach: dict[str, Bounds] = {}
    for viewpoint in found:
        for address, dial in viewpoint.dials.items():
            known = reach.get(address, Bounds(dial.low, dial.high))
            reach[address] = Bounds(min(known.low, dial.low), max(known.high, dial.high))
    return {address: span for address, span in reach.items() if span.low < span.high}


class Recording(NamedTuple):
    """Theories, the methods that combine them, and impossible products, as values of a graph."""

    theories: tuple[Recorded, ...]
    combined: Combined
    impossible: tuple[Impossible, ...]


def recordings(found: Sequence[Viewpoint], frameworks: Sequence[Framework]) -> dict[str, Recording]:
    """Return the recording of each viewpoint with theories of its own, all in one graph."""
    graph, turned = Graph(), bounds(found)
    return {one.id: _recording(one, frameworks, turned, graph) for one in found if one.like == one.id}


def _recording(
    one: Viewpoint, frameworks: Sequence[Framework], turned: Mapping[str, Bounds], graph: Graph
) -> Recording:
    theories = recorded(one.view.scenario, frameworks, turned, graph)
    beyond = tuple(impossible(one.view.scenario, frameworks, turned, graph))
    return Recording(theories, combine_by_credence(theories, graph), beyond)
