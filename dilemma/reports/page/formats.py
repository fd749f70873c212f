"""What `report` writes of a view: a page, a memo, all of it as a document, or the picture, in each format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dilemma.errors import Named
from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.media.docx.document import About, docx_document
from dilemma.reports.page.form import PICTURES, Form
from dilemma.reports.words.characters import printable
from dilemma.robustness.progress import Done, ignore
from dilemma.scenario.views.view import View

__all__ = ["report_in"]

NO_PRINTER: Final = (
    "a PDF is printed by a browser, and none was found: install Chromium, Chrome or Edge, or use ",
    Named("format"),
    " docx or html",
)


def report_in(form: Form, view: View, theories: Sequence[Framework], done: Done = ignore) -> str | bytes:
    """Return the report of a view in a format: text, or bytes in docx, pdf and png.

    `done` is told of the search for cruxes, which takes longest where all that the page tells is asked for.
    Raises CannotWrite, with what to install, if a package or a browser is missing.
    """
    if form.format in PICTURES:
        return _picture(form, view, theories)
    if form.format == "html" or (form.format == "pdf" and form.full):
        from dilemma.reports.page.analysis import analyse
        from dilemma.reports.page.document import page

        made = page(analyse(view, theories, done), form.paper)
        return made if form.format == "html" else _printed(made)
    if form.format == "pdf":
        from dilemma.reports.page.memo.printed import memo_page

        scenario = view.scenario
        return _printed(memo_page(_memo(form, view, theories), scenario.title, scenario.language, form.paper))
    blocks: Iterable[Block | Chapter] = (
        _chapters(view, theories, done) if form.full else _memo(form, view, theories)
    )
    if form.format == "md":
        from dilemma.reports.media.markdown import markdown

        return printable(markdown(blocks))
    return docx_document(blocks, about(view), form.paper)


def about(view: View) -> About:
    """Return what a document says of itself."""
    scenario = view.scenario
    return About(scenario.title, scenario.question, scenario.language)


def _memo(form: Form, view: View, theories: Sequence[Framework]) -> tuple[Block, ...]:
    """Return the memo; without a perspective, the file's first perspectives are set beside it."""
    from dilemma.reports.page.memo.blocks import MOST_PERSPECTIVES, Memo, memo_blocks
    from dilemma.reports.weigh.panel import panel_theories
    from dilemma.robustness.comparison import compare
    from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
    from dilemma.scenario.views.view import view as view_of
    from dilemma.weighing import judge_view

    weighing = judge_view(view, theories)
    compared = None
    if view.scenario.perspectives and not view.perspective:
        beside = [
            judge_view(view_of(view.document, id, view.flags), theories)
            for id in [*view.scenario.perspectives][:MOST_PERSPECTIVES]
        ]
        pairs = [(0, place) for place, _ in enumerate(beside, 1)]
        compared = compare([weighing, *beside], panel_theories(weighing, theories), pairs)
    return memo_blocks(Memo(weighing, theories, cruxes_in_ranges(view, theories), compared, form.format))


def _chapters(view: View, theories: Sequence[Framework], done: Done) -> Iterable[Block | Chapter]:
    """Return everything that the page tells."""
    from dilemma.reports.page.analysis import analyse
    from dilemma.reports.page.sections import chapters
    from dilemma.reports.weigh.blocks import weighing_blocks
    from dilemma.reports.weigh.panel import Detail

    found = analyse(view, theories, done)
    inside = [crux for crux in found.cruxes.cruxes if crux.inside]
    return chapters(found, weighing_blocks(found.weighing, lambda: inside, Detail(full=True)))


def _picture(form: Form, view: View, theories: Sequence[Framework]) -> str | bytes:
    from dilemma.reports.media.pixels import png
    from dilemma.reports.page.parts.saved_picture import require_drawable, saved_picture
    from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
    from dilemma.weighing import judge_view

    require_drawable(view.scenario)
    svg = saved_picture(judge_view(view, theories), cruxes_in_ranges(view, theories) or ())
    return png(svg) if form.format == "png" else svg


def _printed(html: str) -> bytes:
    from dilemma.reports.media.browser import printed

    return printed(html, NO_PRINTER)
