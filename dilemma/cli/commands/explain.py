"""`dilemma explain`: the argument of each theory, and the facts that would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.options import (
    Color,
    ColorMode,
    Full,
    Json,
    NoPager,
    Scenario,
    form_among,
)
from dilemma.cli.output import warn_of_broken_plugins, write_blocks, write_json
from dilemma.cli.progress import progress
from dilemma.cli.request import CommandRequest, shared_flags

if TYPE_CHECKING:
    from dilemma.frameworks.framework import Framework
    from dilemma.reports.blocks import Block
    from dilemma.scenario.views.view import View

__all__ = ["explain"]

FORMS = ("table", "md", "json")

Option = Annotated[
    str | None,
    typer.Option(
        "-o", "--option", metavar="O", help="Explain what is said of this option, by letter, id or name."
    ),
]
Medium = Annotated[str, typer.Option("--format", metavar="|".join(FORMS), help="How to write it.")]


@shared_flags
def explain(
    scenario: Scenario,
    *,
    option: Option = None,
    request: CommandRequest,
    format_: Medium = "table",
    json: Json = False,
    full: Full = False,
    no_pager: NoPager = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Tell a theory's argument: why this option and not that.

    In plain words, with the single facts that would change it.

    \b
    dilemma explain cluster
    dilemma explain cluster -f double-effect
    dilemma explain cluster -f utilitarian --option limited
    dilemma explain my.yaml --format md > memo.md
    """  # noqa: D301 - the command line reads this sign
    form = form_among(format_, json, FORMS)
    request.require_one_perspective("explain sees a scenario from one perspective at a time")
    warn_of_broken_plugins()
    view = request.view_of(scenario)
    if form != "json" and not full and len(request.theories()) != 1:
        write_blocks(_brief(request, view, option), form, color)
        return
    from dilemma.reports.explain.blocks import explanation_blocks
    from dilemma.robustness.explanation import explain as explained

    explanations = request.answers(
        lambda theories: [*progress(explained(view, theories, option), len(theories), "explaining")]
    )
    if form == "json":
        from dilemma.reports.explain.record import explanations_record

        write_json(explanations_record(view, explanations))
    else:
        write_blocks(explanation_blocks(iter(explanations)), form, color, pager=full and not no_pager)


def _brief(request: CommandRequest, view: View, option: str | None) -> Iterator[Block]:
    """Return a paragraph for each theory that speaks: of those asked for, else of the file's panel."""
    from dilemma.reports.explain.brief import brief_blocks
    from dilemma.reports.weigh.panel import panel_of
    from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
    from dilemma.robustness.explanation import outlines
    from dilemma.scenario import option_id
    from dilemma.weighing import judge_view

    about = None if option is None else option_id(view.scenario, option)

    def ask(theories: Sequence[Framework]) -> Iterator[Block]:
        weighing = judge_view(view, theories)
        panel = {verdict.about.id for verdict in panel_of(weighing)}
        shown = [theory for theory in theories if theory.about.id in panel]
        narrow = weighing._replace(verdicts=tuple(v for v in weighing.verdicts if v.about.id in panel))
        cruxes = cruxes_in_ranges(view, shown)
        told_of = outlines(narrow, shown, cruxes or (), about)
        found = tuple(progress(told_of, len(shown), "explaining"))
        told = {outline.verdict.about.id for outline in found}
        quiet = [verdict for verdict in narrow.verdicts if verdict.about.id not in told]
        return brief_blocks(weighing, found, about, quiet, ranged=cruxes is not None)

    return request.answers(ask)
