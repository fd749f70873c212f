"""What the page and the memo are made of: one view, weighed, probed, shaken, reconciled and checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.errors import BadSetting, Finding
from dilemma.frameworks.framework import Framework
from dilemma.lints import check
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request, answered, request
from dilemma.reports.check.questions import findings_raised
from dilemma.reports.words.commands import only
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.cruxes.crux import Cruxes, cruxes
from dilemma.robustness.stress.stress_test import StressTest, stress_view
from dilemma.scenario.view import View
from dilemma.weighing import Weighing, judge_view

__all__ = ["DRAWS", "Gathered", "gathered"]

DRAWS = 20_000  # shares to within a percentage point, in about a second


class Gathered(NamedTuple):
    """All results on one view, by the same frameworks."""

    frameworks: Sequence[Framework]
    weighing: Weighing
    cruxes: Cruxes
    stress: StressTest
    asked: Request
    reconciliation: Reconciliation | None  # None where no theory is there that credence could rest on
    findings: tuple[Finding, ...]
    names: DialNames

    @property
    def only(self) -> tuple[str, ...]:
        """The frameworks that were asked for, if not all."""
        return only(one.about.id for one in self.frameworks)

    @property
    def view(self) -> View:
        return self.weighing.view


def gathered(view: View, frameworks: Sequence[Framework]) -> Gathered:
    """Return all results on the view."""
    weighing = judge_view(view, frameworks)
    asked = request()
    return Gathered(
        frameworks=frameworks,
        weighing=weighing,
        cruxes=cruxes(view, frameworks),
        stress=stress_view(view, frameworks, DRAWS),
        asked=asked,
        reconciliation=_reconciled(weighing, asked),
        findings=findings_raised(view.document, check(view.document)),
        names=DialNames(view, frameworks),
    )


def _reconciled(weighing: Weighing, asked: Request) -> Reconciliation | None:
    try:
        return answered(weighing, asked)
    except BadSetting:
        return None
