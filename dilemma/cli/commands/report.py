"""`dilemma report`: one HTML page with sliders, or a memo of the same in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.files import path_to_write, write_file
from dilemma.cli.options import Scenario
from dilemma.cli.output import remark, warn_of_broken_plugins, write_data, write_text
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting
from dilemma.reports.words.characters import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dilemma.frameworks.framework import Framework
    from dilemma.reports.page.analysis import PageData
    from dilemma.scenario.views.view import View

__all__ = ["report"]

Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - or none: standard output."),
]
Medium = Annotated[str, typer.Option("--format", metavar="html|md", help="A page, or a memo in Markdown.")]
Full = Annotated[
    bool, typer.Option("--full", help="With md: everything that the page tells, not a memo of two pages.")
]
Open = Annotated[bool, typer.Option("--open", help="Show it in the browser once it is written.")]


@shared_flags
def report(
    scenario: Scenario,
    *,
    output: Output = None,
    request: CommandRequest,
    format_: Medium = "html",
    full: Full = False,
    open_: Open = False,
) -> None:
    """Write one self-contained page: read it, turn its dials, print it, share it.

    \b
    dilemma report cluster -o cluster.html --open
    dilemma report cluster --format md -o memo.md
    """  # noqa: D301 - the command line reads this sign
    path = path_to_write(output)
    if format_ not in ("html", "md"):
        raise BadSetting(f"--format {format_}: write html or md")
    if open_ and (path is None or format_ != "html"):
        raise BadSetting("--open: needs a page to open, so -o FILE, in html")
    request.require_one_perspective("a page is made from one perspective; it offers the others")
    warn_of_broken_plugins()
    from dilemma.reports.page.analysis import analyse

    view = request.view_of(scenario)
    if format_ == "md" and not full:
        text = request.answers(lambda theories: _memo(view, theories))
    else:
        text = request.answers(lambda theories: _written(analyse(view, theories), format_))
    if path is None:
        (write_data if format_ == "html" else write_text)(text)
        return
    write_file(path, text if format_ == "html" else printable(text))
    if open_:
        import webbrowser

        if not webbrowser.open(path.resolve().as_uri()):
            remark(f"dilemma: found no browser to open {path} in")


def _memo(view: View, theories: Sequence[Framework]) -> str:
    """Return the memo of a view; without a perspective, the file's first perspectives are set beside it."""
    from dilemma.reports.media.markdown import markdown
    from dilemma.reports.page.memo import MOST_PERSPECTIVES, Memo, memo_blocks
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
        compared = compare([weighing, *beside], theories, pairs)
    return markdown(memo_blocks(Memo(weighing, theories, cruxes_in_ranges(view, theories), compared)))


def _written(found: PageData, format_: str) -> str:
    if format_ == "html":
        from dilemma.reports.page.document import page

        return page(found)
    from dilemma.reports.page.sections import memo
    from dilemma.reports.weigh.blocks import weighing_blocks
    from dilemma.reports.weigh.panel import Detail

    inside = [crux for crux in found.cruxes.cruxes if crux.inside]
    return memo(found, weighing_blocks(found.weighing, lambda: inside, Detail(full=True)))
