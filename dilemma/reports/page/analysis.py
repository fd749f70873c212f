"""The data of the page and the memo: all analyses of one view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.errors import BadSetting, Finding
from dilemma.frameworks.framework import Framework
from dilemma.lints import check
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request, answered
from dilemma.reconciliation.request import request as default_request
from dilemma.reports.check.questions import findings_raised
from dilemma.reports.words.commands import only
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.cruxes.crux import Cruxes, cruxes
from dilemma.robustness.stress.stress_test import StressTest, stress_view
from dilemma.scenario.view import View
from dilemma.weighing import Weighing, judge_view

__all__ = ["DRAWS", "PageData", "analyse"]

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

    @property
    def only(self) -> tuple[str, ...]:
        """The ids of the theories, or empty if they are all."""
        return only(one.about.id for one in self.frameworks)

    @property
    def view(self) -> View:
        return self.weighing.view


def analyse(view: View, frameworks: Sequence[Framework]) -> PageData:
    """Run all analyses on the view and return their results."""
    weighing = judge_view(view, frameworks)
    request = default_request()
    return PageData(
        frameworks=frameworks,
        weighing=weighing,
        cruxes=cruxes(view, frameworks),
        stress=stress_view(view, frameworks, DRAWS),
        request=request,
        reconciliation=_reconciled(weighing, request),
        findings=findings_raised(view.document, check(view.document)),
        names=DialNames(view, frameworks),
    )


def _reconciled(weighing: Weighing, request: Request) -> Reconciliation | None:
    try:
        return answered(weighing, request)
    except BadSetting:
        return None
