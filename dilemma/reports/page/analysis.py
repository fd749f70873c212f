"""The data of the page and the memo: all analyses of one view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from dilemma.errors import BadSetting, Finding
from dilemma.frameworks.framework import Framework
from dilemma.lints import check
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request, answered
from dilemma.reconciliation.request import request as default_request
from dilemma.reconciliation.sensitivity.simplex import DRAWS as CREDENCE_DRAWS
from dilemma.reports.check.questions import findings_raised
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.words.commands import only
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.cruxes.crux import Cruxes, cruxes
from dilemma.robustness.progress import Done, ignore
from dilemma.robustness.stress.stress_test import StressTest, stress_view
from dilemma.scenario.views.view import View
from dilemma.scenario.views.view import view as view_of
from dilemma.weighing import Weighing, judge_view

__all__ = ["DRAWS", "PageData", "analyse", "views_offered"]

OWN = "The file’s own"

DRAWS = 20_000  # gives shares to within a percentage point, in about a second


class PageData(NamedTuple):
    """All results on one view, with the same theories."""

    frameworks: Sequence[Framework]
    weighing: Weighing
    cruxes: Cruxes
    stress: StressTest
    request: Request
    reconciliation: Reconciliation | None  # None if no theory can have credence
    findings: tuple[Finding, ...]
    names: DialNames
    seen: Mapping[str, Weighing]  # by the id of the perspective; the view itself comes first, under ""

    @property
    def only(self) -> tuple[str, ...]:
        """The ids of the theories, or empty if they are all."""
        return only(one.about.id for one in self.frameworks)

    def names_of_views(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the reason of each view that the page offers."""
        for id in self.seen:
            perspective = self.view.document.scenario.perspectives.get(id)
            if perspective is None:
                yield OWN, "by the numbers of this page" if self.view.changed else "by its own numbers"
            else:
                yield perspective.name or id, perspective.because or ""

    @property
    def panel(self) -> frozenset[str]:
        """The ids of the theories that the page shows where nobody asks for more."""
        return panel_ids(self.view.scenario, [framework.about.id for framework in self.frameworks])

    @property
    def ranged(self) -> bool:
        """Whether the file states a range for any number."""
        moved = (*self.cruxes.idle, *(sweep.dial for sweep in self.cruxes.sweeps))
        return any(dial.range for dial in moved)

    @property
    def view(self) -> View:
        return self.weighing.view


def analyse(view: View, frameworks: Sequence[Framework], done: Done = ignore) -> PageData:
    """Run all analyses on the view and return their results; `done` is told of the search for cruxes."""
    weighing = judge_view(view, frameworks)
    request = default_request()
    return PageData(
        frameworks=frameworks,
        weighing=weighing,
        cruxes=cruxes(view, frameworks, done),
        stress=stress_view(view, frameworks, DRAWS),
        request=request,
        reconciliation=_reconciled(weighing, request),
        findings=findings_raised(view.document, check(view.document)),
        names=DialNames(view, frameworks),
        seen={id: judge_view(one, frameworks) if id else weighing for id, one in views_offered(view).items()},
    )


def views_offered(made_in: View) -> dict[str, View]:
    """Return the view itself, under the id "", and each other perspective that its flags allow, by id."""
    views = {"": made_in}
    for id in made_in.document.scenario.perspectives:
        if id != made_in.perspective:
            with suppress(BadSetting):  # the flags of this view are not valid with that perspective
                views[id] = view_of(made_in.document, id, made_in.flags)
    return views


def _reconciled(weighing: Weighing, request: Request) -> Reconciliation | None:
    try:
        return answered(weighing, request, CREDENCE_DRAWS)
    except BadSetting:
        return None
