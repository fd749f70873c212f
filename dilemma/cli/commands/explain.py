"""`dilemma explain`: the argument of each theory, and the facts that would change it."""

from __future__ import annotations

from typing import Annotated

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
        from dilemma.reports.explain.screen import screen_blocks

        blocks = request.answers(
            lambda theories: screen_blocks(
                view, theories, option, lambda found, count: progress(found, count, "explaining")
            )
        )
        write_blocks(blocks, form, color)
        return
    from dilemma.reports.explain.blocks import explanation_blocks
    from dilemma.robustness.explanation import explain as explained

    explanations = request.answers(
        lambda theories: [*progress(explained(view, theories, option), len(theories), "explaining")]
    )
    if form == "json":
        from dilemma.reports.explain.record import explanations_record

        write_json(explanations_record(view, explanations, option))
    else:
        write_blocks(explanation_blocks(iter(explanations)), form, color, pager=full and not no_pager)
