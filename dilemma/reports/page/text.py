"""A scenario as a text to share: the page with sliders, or a memo in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.frameworks.framework import Framework
from dilemma.reports.media.markdown import markdown
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.memo import MOST_PERSPECTIVES, Memo, memo_blocks
from dilemma.robustness.comparison import compare
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.scenario.views.view import View, view
from dilemma.weighing import judge_view

__all__ = ["full_memo_text", "memo_text", "page_text"]


def memo_text(of: View, theories: Sequence[Framework]) -> str:
    """Return the memo of a view; without a perspective, the file's first perspectives are set beside it."""
    weighing = judge_view(of, theories)
    compared = None
    if of.scenario.perspectives and not of.perspective:
        beside = [
            judge_view(view(of.document, id, of.flags), theories)
            for id in [*of.scenario.perspectives][:MOST_PERSPECTIVES]
        ]
        pairs = [(0, place) for place, _ in enumerate(beside, 1)]
        compared = compare([weighing, *beside], theories, pairs)
    return markdown(memo_blocks(Memo(weighing, theories, cruxes_in_ranges(of, theories), compared)))


def page_text(of: View, theories: Sequence[Framework]) -> str:
    """Return the page of a view, one self-contained HTML file."""
    from dilemma.reports.page.document import page

    return page(analyse(of, theories))


def full_memo_text(of: View, theories: Sequence[Framework]) -> str:
    """Return everything that the page tells, in Markdown."""
    from dilemma.reports.page.sections import memo
    from dilemma.reports.weigh.blocks import weighing_blocks
    from dilemma.reports.weigh.panel import Detail

    found = analyse(of, theories)
    inside = [crux for crux in found.cruxes.cruxes if crux.inside]
    return memo(found, weighing_blocks(found.weighing, lambda: inside, Detail(full=True)))
