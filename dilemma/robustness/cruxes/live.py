"""The cruxes that bear on the case: those inside stated ranges or, where there are none, all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.case.build import case_of
from dilemma.frameworks.framework import Framework
from dilemma.robustness.cruxes.crux import Crux, cruxes
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.dials.dial import dials
from dilemma.robustness.progress import Done, ignore
from dilemma.scenario.views.view import View
from dilemma.weighing import Verdict, judge

__all__ = ["LiveCruxes", "live_cruxes"]


class LiveCruxes(NamedTuple):
    """The cruxes inside stated ranges; or, if there are none, all cruxes (`inside` is then False).

    `stated` counts the numbers with a range, `swept` all numbers.
    """

    view: View
    verdicts: tuple[Verdict, ...]
    cruxes: tuple[Crux, ...]
    inside: bool
    stated: int
    swept: int


def live_cruxes(view: View, frameworks: Sequence[Framework], done: Done = ignore) -> LiveCruxes:
    """Return the cruxes inside stated ranges; where there are none, whole domains are searched instead.

    `done` is told of the progress, as in `Sweeps.with_turns`.
    """
    found = tuple(dial for dial in dials(view.scenario, frameworks) if dial.swept)
    stated = sum(dial.drawn for dial in found)
    live = cruxes_in_ranges(view, frameworks, done)
    if live:
        case = case_of(view.scenario)
        verdicts = tuple(judge(case, framework) for framework in frameworks)
        return LiveCruxes(view, verdicts, live, inside=True, stated=stated, swept=len(found))
    every = cruxes(view, frameworks, done)
    return LiveCruxes(view, every.verdicts, every.cruxes, inside=False, stated=stated, swept=len(found))
