"""The data for the script of the page: the graph and its outputs, wordings, dials and views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dilemma.frameworks.framework import About, Framework
from dilemma.frameworks.wording import GROUNDS, TERM, TestWords
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.page.credences import MOST, interactive_methods, perspective_inputs, theory_families
from dilemma.reports.page.outputs import Outputs, outputs
from dilemma.reports.page.perspectives import Viewpoint, bounds, free, recordings, viewpoints
from dilemma.reports.page.sliders import panel
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

SCRIPT_FIELDS = ("name", "passed", "failed", "unopposed", "nought", "beside", "equal")
"""The fields of TestWords that the script of the page uses."""


def model(
    view: View,
    frameworks: Sequence[Framework],
    found: Cruxes,
    reconciled: Reconciliation | None,
    names: DialNames,
) -> dict[str, Any]:
    """Return the data for the script of the page, as JSON values."""
    seen = tuple(viewpoints(view, frameworks))
    recording = recordings(seen, frameworks)
    places, theories, combined, beyond = outputs(recording)
    best, inputs, reach = _best(seen), places.graph.data.inputs, bounds(seen)
    turned = panel(found, free(seen[:1]), inputs, names)
    return {
        "graph": places.graph.data._asdict(),
        "strings": list(places.strings),
        "reasons": places.reasons,
        "theories": theories,
        "together": combined,
        "impossible": {id: [[names.at(one[0]), *one[1:]] for one in beyond[id]] for id in beyond},
        "methods": interactive_methods(reconciled, recording[""].combined) if reconciled else [],
        "shelves": list(theory_families(frameworks)),
        "words": _words(places, names.names, frameworks),
        "best": [best.get(address, 0.0) for address in inputs],
        "reach": [reach.get(address, [0.0, MOST]) for address in inputs],
        "panel": turned.groups,
        "says": turned.says,
        "names": [framework.about.short_name for framework in frameworks],
        "views": [_view(one, best, only(framework.about.id for framework in frameworks)) for one in seen],
    }


def _best(seen: Sequence[Viewpoint]) -> dict[str, float]:
    """Return the best estimate of every dial, from the first viewpoint that has it."""
    return {address: dial.best for one in reversed(seen) for address, dial in one.dials.items()}


def _view(one: Viewpoint, best: Mapping[str, float], chosen: Sequence[str]) -> dict[str, Any]:
    """Return the name of a viewpoint, its commands, the theories it uses, and the inputs it changes."""
    perspective = one.view.scenario.perspectives.get(one.view.perspective or "")
    told = {"id": one.id, "name": _name(one), "because": perspective.because if perspective else None}
    changed = {address: dial.best for address, dial in one.dials.items() if dial.best != best[address]}
    commands = {verb: command(one.view, verb, chosen) for verb in ("weigh", "reconcile")}
    return told | commands | {"theories": one.like, "set": changed | perspective_inputs(one.view)}


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
    """Return the wordings of a theory: of its tests, and its own of grounds and terms."""
    tests = {test.id: _sentences(test) for test in about.tests}
    return {"tests": tests, "grounds": dict(about.grounds), "terms": dict(about.terms)}


def _sentences(test: TestWords) -> dict[str, str]:
    """Return the name and the sentences that a test has."""
    return {key: text for key, text in test._asdict().items() if key in SCRIPT_FIELDS and text is not None}
