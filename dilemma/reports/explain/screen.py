"""A view explained on one screen: what is asked of the layers below for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block
from dilemma.reports.explain.brief import brief_blocks
from dilemma.reports.weigh.panel import panel_of
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.explanation import Outline, outlines
from dilemma.scenario import View, option_id
from dilemma.weighing import judge_view

__all__ = ["screen_blocks"]

Watch: TypeAlias = Callable[[Iterator[Outline], int], Iterable[Outline]]
"""Passes outlines through as they are found, of so many in all: a progress bar, say."""


def screen_blocks(
    view: View,
    theories: Sequence[Framework],
    option: str | None = None,
    watch: Watch = lambda found, _count: found,
) -> Iterator[Block]:
    """Return a paragraph for each theory that speaks: of those asked for, else of the file's panel.

    Raises UnknownName if the scenario has no such option.
    """
    about = None if option is None else option_id(view.scenario, option)
    weighing = judge_view(view, theories)
    panel = {verdict.about.id for verdict in panel_of(weighing)}
    shown = [theory for theory in theories if theory.about.id in panel]
    narrow = weighing._replace(verdicts=tuple(v for v in weighing.verdicts if v.about.id in panel))
    cruxes = cruxes_in_ranges(view, shown)
    found = tuple(watch(outlines(narrow, shown, cruxes or (), about), len(shown)))
    outlined = {outline.verdict.about.id for outline in found}
    quiet = [verdict for verdict in narrow.verdicts if verdict.about.id not in outlined]
    return brief_blocks(weighing, found, about, quiet, ranged=cruxes is not None)
