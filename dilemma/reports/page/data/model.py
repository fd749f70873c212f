"""The data for the script of the page: the graph and its outputs, words, numbers and views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dilemma.frameworks.framework import Framework
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.page.analysis import OWN
from dilemma.reports.page.data.credences import MOST, interactive_methods, perspective_inputs, theory_families
from dilemma.reports.page.data.numbers import kinds_present, number, numbers_in_order
from dilemma.reports.page.data.outputs import differences, outputs
from dilemma.reports.page.data.perspectives import Viewpoint, bounds, free, recordings, viewpoints
from dilemma.reports.page.data.words import words_of
from dilemma.reports.page.wavering import remark_of, wavering
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.words.changes import reason_given
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.robustness.cruxes.crux import Crux, Cruxes
from dilemma.scenario.views.view import View

__all__ = ["FIRST", "model"]

FIRST = 3  # numbers on the first screen


def model(
    view: View,
    frameworks: Sequence[Framework],
    found: Cruxes,
    reconciled: Reconciliation | None,
    names: DialNames,
) -> dict[str, Any]:
    """Return the data for the script of the page, as JSON values."""
    seen = tuple(viewpoints(view, frameworks))
    reach = bounds(seen, {crux.dial.address for crux in found.cruxes})
    recording = recordings(seen, frameworks, reach)
    made = outputs(recording)
    best, inputs = _best(seen), made.outputs.graph.data.inputs
    shown = panel_ids(view.scenario, [framework.about.id for framework in frameworks])
    return {
        "file": {
            "id": view.document.id,
            "sha256": view.document.digest,
            "options": [*view.scenario.options],
        },
        "graph": made.outputs.graph.data._asdict(),
        "strings": list(made.outputs.strings),
        "reasons": made.outputs.reasons,
        "theories": differences(made.theories),
        "together": made.combined,
        "burdens": made.burdens,
        "impossible": {
            id: [[names.at(address), *nodes] for address, *nodes in products]
            for id, products in made.impossible.items()
        },
        "methods": interactive_methods(reconciled, recording[""].combined) if reconciled else [],
        "families": list(theory_families(frameworks)),
        "words": words_of(made.outputs, names.names, frameworks),
        "best": [best.get(address, 0.0) for address in inputs],
        "bounds": [reach.get(address, [0.0, MOST]) for address in inputs],
        **_numbers(view, found, seen, inputs, frameworks, names),
        "wavering": _wavering(found),
        "panel": [at for at, framework in enumerate(frameworks) if framework.about.id in shown],
        "views": [_view(one, best, only(framework.about.id for framework in frameworks)) for one in seen],
    }


def _numbers(
    view: View,
    found: Cruxes,
    seen: Sequence[Viewpoint],
    inputs: Sequence[str],
    frameworks: Sequence[Framework],
    names: DialNames,
) -> dict[str, Any]:
    """Return the numbers that can be moved, the names of their groups, and the changes that they make."""
    dials = numbers_in_order(found, free(seen[:1]), inputs)
    cruxes: dict[str, list[Crux]] = {}
    for crux in found.cruxes:
        cruxes.setdefault(crux.dial.address, []).append(crux)
    lettered = DialNames(view, frameworks, letters(tuple(view.scenario.options)))
    changes: dict[str, int] = {}
    place = {address: at for at, address in enumerate(inputs)}
    told = [
        {"at": place[dial.address]} | number(dial, cruxes.get(dial.address, ()), names, lettered, changes)
        for dial in dials
    ]
    columns = {key: [one[key] for one in told] for key in told[0]} if told else {"at": []}
    return {"numbers": columns, "groups": kinds_present(dials), "changes": [*changes]}


def _wavering(found: Cruxes) -> list[dict[str, Any]]:
    """Return how each theory wavers by the file's own numbers; options by their places."""
    options = [*found.view.scenario.options]
    lettered = letters(tuple(options))
    inside = [crux for crux in found.cruxes if crux.inside]
    turned = {crux.about.id for crux in inside}
    told = []
    for verdict in found.verdicts:
        one = wavering(verdict, inside, lettered)
        lost, gained = (sorted(map(options.index, ids)) for ids in (one.lost, one.gained))
        words = remark_of(verdict, one, lettered)
        told.append({"lost": lost, "gained": gained, "words": words, "turns": verdict.about.id in turned})
    return told


def _best(seen: Sequence[Viewpoint]) -> dict[str, float]:
    """Return the best estimate of every dial, from the first viewpoint that has it."""
    return {address: dial.best for one in reversed(seen) for address, dial in one.dials.items()}


def _view(one: Viewpoint, best: Mapping[str, float], chosen: Sequence[str]) -> dict[str, Any]:
    """Return what the page knows of a viewpoint: its name, the theories it uses, and the inputs it changes.

    `reasons` are those it gives for the numbers it changes, by address; `command` reproduces it.
    """
    perspective = one.view.scenario.perspectives.get(one.view.perspective or "")
    changed = {address: dial.best for address, dial in one.dials.items() if dial.best != best[address]}
    given = {address: reason_given(one.view, address) for address in changed} if one.id else {}
    return {
        "id": one.id,
        "name": _name(one),
        "because": perspective.because if perspective else None,
        "what_if": int(bool(perspective and perspective.what_if)),
        "command": command(one.view, frameworks=chosen),
        "theories": one.like,
        "set": changed | perspective_inputs(one.view),
        "reasons": {address: reason for address, reason in given.items() if reason},
    }


def _name(one: Viewpoint) -> str:
    perspective = one.view.scenario.perspectives.get(one.view.perspective or "")
    if perspective is None:
        return OWN
    return perspective.name or one.view.perspective or ""
