"""What a report of a weighing shows: how much detail, and which theories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.reports.words.commands import only
from dilemma.scenario.model import Scenario
from dilemma.weighing import Verdict, Weighing

__all__ = ["ANSWER", "Detail", "panel_ids", "panel_of", "panel_theories"]


class Detail(NamedTuple):
    """How much a report of a weighing tells.

    `full`: everything. `figures`: the grid has figures and the names of failed tests instead of signs.
    `every`: theories that are not on the file's panel, do not apply or are silent have rows too. `label`: the
    name of the file, where it is to be shown.
    """

    full: bool = False
    figures: bool = False
    every: bool = False
    label: str = ""


ANSWER = Detail()
"""The answer on one screen: what is shown where nobody asks for more."""


def panel_of(weighing: Weighing, *, every: bool = False) -> list[Verdict]:
    """Return the verdicts that a report shows: of the theories on the file's panel, if it names any.

    All are shown if `every` is set, or if only some theories were asked.
    """
    panel = panel_ids(weighing.view.scenario, [verdict.about.id for verdict in weighing.verdicts])
    return [verdict for verdict in weighing.verdicts if every or verdict.about.id in panel]


def panel_theories(
    weighing: Weighing, theories: Sequence[Framework], *, every: bool = False
) -> list[Framework]:
    """Return those of the theories whose verdicts `panel_of` returns."""
    shown = {verdict.about.id for verdict in panel_of(weighing, every=every)}
    return [theory for theory in theories if theory.about.id in shown]


def panel_ids(scenario: Scenario, judged: Sequence[str]) -> frozenset[str]:
    """Return which of the theories judged, given by id, a report shows where nobody asks for more.

    Those are the theories on the file's panel; all, if it names none of them, or if only some were asked.
    """
    named = frozenset(scenario.panel).intersection(judged)
    return named if named and not only(judged) else frozenset(judged)
