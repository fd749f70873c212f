"""`dilemma dials`: the list of all numbers one may change, with address, estimate, range and domain."""

from __future__ import annotations

from typing import Annotated

import typer

from dilemma.cli.options import (
    Color,
    ColorMode,
    Excel,
    Full,
    Json,
    Medium,
    NoPager,
    Scenario,
    form_among,
    require_csv,
)
from dilemma.cli.output import warn_of_broken_plugins, write_blocks, write_csv, write_json, write_text
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting
from dilemma.reports.words.characters import one_line

__all__ = ["dials"]

Example = Annotated[
    bool, typer.Option("--set-example", help="Print commands that change some of them, ready to run.")
]

Grep = Annotated[
    str | None,
    typer.Option(metavar="WORD", help="Only numbers whose name or address has it, in capitals or not."),
]


@shared_flags
def dials(
    scenario: Scenario,
    *,
    request: CommandRequest,
    set_example: Example = False,
    grep: Grep = None,
    full: Full = False,
    no_pager: NoPager = False,
    format_: Medium = "table",
    excel: Excel = False,
    json: Json = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """List the numbers that can be changed, with address and range.

    How many there are, by kind, and the first of them; all with --full.

    \b
    dilemma dials cluster
    dilemma dials cluster --grep soldiers
    dilemma dials cluster --full
    dilemma dials cluster --format csv > dials.csv
    dilemma dials my.yaml --set-example
    """  # noqa: D301 - the command line reads this sign
    from dilemma.reports.dials.blocks import dials_blocks
    from dilemma.reports.dials.brief import brief_blocks
    from dilemma.reports.dials.record import TABLE_COLUMNS, dials_record, dials_rows, examples

    form = form_among(format_, json)
    require_csv(excel, form)
    if set_example and form != "table":
        raise BadSetting("--set-example: prints commands, in no other format")
    request.require_one_perspective("dials sees a scenario from one perspective at a time")
    warn_of_broken_plugins()
    view = request.view_of(scenario)
    theories = request.theories()
    if set_example:
        write_text("".join(f"{one_line(line)}\n" for line in examples(view, theories, grep)))
    elif form == "json":
        write_json(dials_record(view, theories, grep))
    elif form == "csv":
        write_csv(TABLE_COLUMNS, dials_rows(view, theories, grep), header=True, excel=excel)
    else:
        blocks = (dials_blocks if full else brief_blocks)(view, theories, grep)
        write_blocks(blocks, form, color, pager=full and not no_pager)
