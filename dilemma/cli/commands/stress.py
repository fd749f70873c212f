"""`dilemma stress`: the share of random draws of all uncertain numbers in which each option wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.options import (
    Color,
    ColorMode,
    Credence,
    Even,
    Excel,
    Full,
    Json,
    Medium,
    NoPager,
    Scenario,
    form_among,
    number,
    parse_credences,
    require_csv,
)
from dilemma.cli.output import warn_of_broken_plugins, write_blocks, write_csv, write_json
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.robustness.stress.stress_test import StressTest

__all__ = ["stress"]

INTERRUPTED = 130
DRAWS = 10_000

Draws = Annotated[int, typer.Option("-n", "--draws", metavar="N", help="How often to draw, to 10,000,000.")]
Seed = Annotated[int, typer.Option(metavar="S", help="The same seed gives the same draws.")]
Spread = Annotated[
    str | None,
    typer.Option(metavar="X", help="Also draw every certain weight within this share of itself: 0.2 or 20%."),
]
Methods = Annotated[
    bool,
    typer.Option("--methods", help="Also: how often methods of reconcile choose each option, by credences."),
]


@shared_flags
def stress(
    scenario: Scenario,
    *,
    draws: Draws = DRAWS,
    seed: Seed = 0,
    spread: Spread = None,
    methods: Methods = False,
    credence: Credence = [],  # noqa: B006 - typer copies defaults
    even: Even = False,
    request: CommandRequest,
    full: Full = False,
    no_pager: NoPager = False,
    format_: Medium = "table",
    excel: Excel = False,
    json: Json = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Draw every doubtful number many times; show how often each option is chosen.

    \b
    dilemma stress cluster
    dilemma stress cluster --full
    dilemma stress cluster -n 1000000 --seed 7 -f utilitarian
    dilemma stress my.yaml --spread 0.2 --json
    dilemma stress cluster --methods -c utilitarian=40%,kantian=60%
    """  # noqa: D301 - the command line reads this sign
    form = form_among(format_, json)
    require_csv(excel, form)
    request.require_one_perspective("stress sees a scenario from one perspective at a time")
    if (credence or even) and not methods:
        raise BadSetting("credences are for the methods: say --methods too")
    share = None if spread is None else number("--spread", spread)
    warn_of_broken_plugins()

    from dilemma.cli.progress import bar, report_interrupt
    from dilemma.robustness.stress.stress_test import stress_view
    from dilemma.robustness.stress.voters import IN_DRAWS, request_for_draws

    vote_request = request_for_draws(
        credences=parse_credences(credence), even=even, methods=IN_DRAWS if methods else ()
    )
    view = request.view_of(scenario)
    with bar("drawing") as done:
        test = request.answers(
            lambda theories: stress_view(view, theories, draws, seed, share, done, vote_request)
        )
    if test.interrupted:
        report_interrupt(test.stressed.draws, test.stressed.asked, lost_tail=bool(test.tails))
    _show(test, form, color, full=full, pager=not no_pager, excel=excel)
    if test.interrupted:
        raise typer.Exit(INTERRUPTED)


def _show(test: StressTest, format_: str, color: ColorMode, *, full: bool, pager: bool, excel: bool) -> None:
    from dilemma.reports.stress.blocks import stress_blocks
    from dilemma.reports.stress.brief import brief_blocks
    from dilemma.reports.stress.record import stress_columns, stress_record, stress_rows

    if format_ == "json":
        write_json(stress_record(test))
        return
    if format_ == "csv":
        write_csv(stress_columns(test), stress_rows(test), header=True, excel=excel)
        return
    blocks = (stress_blocks if full else brief_blocks)(test)
    write_blocks(blocks, format_, color, pager=full and pager)
