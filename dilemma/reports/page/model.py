"""All that the page needs to recompute: the graph, where verdicts are found in it, words, dials, views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dilemma.frameworks.framework import About, Framework
from dilemma.frameworks.wording import GROUNDS, TERM, TestWords
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.page.credences import MOST, live_methods, shelves, stated_in
from dilemma.reports.page.dials import panel
from dilemma.reports.page.outputs import Outputs, outputs
from dilemma.reports.page.perspectives import Viewpoint, bounds, free, recordings, viewpoints
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.names import Names
from dilemma.reports.words.templates import (
    FAILED,
    IMPOSSIBLE,
    LEAD,
    NOT_TAKEN,
    PASSES,
    REST,
    SUPPORT,
    VERDICTS,
)
from dilemma.robustness.cruxes.crux import Cruxes
from dilemma.scenario.view import View

__all__ = ["model"]

TOLD_LIVE = ("name", "passed", "failed", "unopposed", "nought", "beside", "equal")  # of a test's words


def model(
    view: View,
    frameworks: Sequence[Framework],
    found: Cruxes,
    reconciled: Reconciliation | None,
    names: DialNames,
) -> dict[str, Any]:
    """Return the live part of the page as plain data."""
    seen = tuple(viewpoints(view, frameworks))
    recording = recordings(seen, frameworks)
    places, theories, together, beyond = outputs(recording)
    best, inputs, reach = _best(seen), places.graph.data.inputs, bounds(seen)
    turned = panel(found, free(seen[:1]), inputs, names)
    return {
        "graph": places.graph.data._asdict(),
        "strings": list(places.strings),
        "reasons": places.reasons,
        "theories": theories,
        "together": together,
        "impossible": {id: [[names.at(one[0]), *one[1:]] for one in beyond[id]] for id in beyond},
        "methods": live_methods(reconciled, recording[""].together) if reconciled else [],
        "shelves": list(shelves(frameworks)),
        "words": _words(places, names.names, frameworks),
        "best": [best.get(address, 0.0) for address in inputs],
        "reach": [reach.get(address, [0.0, MOST]) for address in inputs],
        "panel": turned.groups,
        "says": turned.says,
        "names": [framework.about.short or framework.about.name for framework in frameworks],
        "views": [_view(one, best, only(framework.about.id for framework in frameworks)) for one in seen],
    }


def _best(seen: Sequence[Viewpoint]) -> dict[str, float]:
    """Return the best estimate of every number, as the first viewpoint that has it sees it."""
    return {address: dial.best for one in reversed(seen) for address, dial in one.dials.items()}


def _view(one: Viewpoint, best: Mapping[str, float], chosen: Sequence[str]) -> dict[str, Any]:
    """Return what a viewpoint is called, which theories it takes, and the numbers that it sets otherwise."""
    perspective = one.view.scenario.perspectives.get(one.view.perspective or "")
    told = {"id": one.id, "name": _name(one), "because": perspective.because if perspective else None}
    moved = {address: dial.best for address, dial in one.dials.items() if dial.best != best[address]}
    commands = {verb: command(one.view, verb, chosen) for verb in ("weigh", "reconcile")}
    return told | commands | {"theories": one.like, "set": moved | stated_in(one.view)}


def _name(one: Viewpoint) -> str:
    perspective = one.view.scenario.perspectives.get(one.view.perspective or "")
    if perspective is None:
        return "The file"
    return perspective.name or one.view.perspective or ""


def _words(places: Outputs, names: Names, frameworks: Sequence[Framework]) -> dict[str, Any]:
    return {
        "places": [names.at(address) for address in places.addresses],
        "options": [names.option(id) for id in names.scenario.options],
        "own": {framework.about.id: _own(framework.about) for framework in frameworks},
        "passes": PASSES,
        "failed": FAILED,
        "grounds": dict(GROUNDS),
        "term": TERM,
        "rest": REST,
        "verdicts": dict(VERDICTS),
        "support": dict(SUPPORT),
        "lead": LEAD,
        "impossible": IMPOSSIBLE,
        "refused": NOT_TAKEN,
        "theories": [framework.about.name for framework in frameworks],
    }


def _own(about: About) -> dict[str, Any]:
    """Return the words a theory brings: of its tests, and of grounds and terms of its own."""
    tests = {test.id: _sentences(test) for test in about.tests}
    return {"tests": tests, "grounds": dict(about.grounds), "terms": dict(about.terms)}


def _sentences(test: TestWords) -> dict[str, str]:
    """Return a test's name and sentences, those it has."""
    return {key: text for key, text in test._asdict().items() if key in TOLD_LIVE and text is not None}
