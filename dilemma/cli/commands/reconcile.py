"""`dilemma reconcile`: choices by methods for moral uncertainty, from verdicts and credences."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.completion import complete_scenarios
from dilemma.cli.messages import remark
from dilemma.cli.options import (
    Color,
    ColorMode,
    Credence,
    Even,
    Excel,
    Format,
    Full,
    Json,
    NoPager,
    OutputFormat,
    parse_credences,
    require_csv,
    require_one_form,
    split_list,
)
from dilemma.cli.output import (
    show_blocks,
    warn_of_broken_plugins,
    write_csv,
    write_json,
    write_line,
    write_text,
)
from dilemma.cli.progress import progress
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.reconciliation.input.printed import PrintedWeighing
    from dilemma.reconciliation.input.table import Table
    from dilemma.reconciliation.reconciliation import Reconciliation
    from dilemma.reconciliation.request import Request
    from dilemma.reconciliation.subject import Source

__all__ = ["reconcile"]

MUCH_WORK = 30_000  # theories times options squared: past it, default methods take over some ten seconds
SLOW_WORK = 10_000  # the same for methods that search

VerdictSource = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO|TABLE|-",
        help="A scenario, a table of verdicts (YAML, JSON, CSV, xlsx), PrefLib ballots (soc, soi, toc, toi, "
        "cat), XMCDA (xml), or what `weigh --json` printed.",
        autocompletion=complete_scenarios,
    ),
]
Methods = Annotated[
    list[str],
    typer.Option(
        "--method", metavar="M", help="Only these methods; or default, or all. Repeat, or a,b list."
    ),
]
Veto = Annotated[
    str | None,
    typer.Option(metavar="X", help="Set aside what at least so much credence forbids: 0.5, 50% or 1/2."),
]
SharedUnit = Annotated[
    bool, typer.Option("--shared-unit", help="Hold the scores of all theories to be on one scale.")
]


@shared_flags
def reconcile(
    source: VerdictSource,
    *,
    credence: Credence = [],  # noqa: B006 - typer copies defaults
    even: Even = False,
    method: Methods = [],  # noqa: B006
    veto: Veto = None,
    shared_unit: SharedUnit = False,
    request: CommandRequest,
    format_: Format = OutputFormat.TABLE,
    json: Json = False,
    excel: Excel = False,
    full: Full = False,
    no_pager: NoPager = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Show what follows when theories disagree.

    Theories count by how likely each is taken to be right.

    \b
    dilemma reconcile cluster
    dilemma reconcile cluster -c utilitarian=40%,kantian=1/3,virtue=1/3
    dilemma reconcile verdicts.csv --method all
    dilemma reconcile ballots.toi --method instant-runoff
    dilemma weigh cluster --json | dilemma reconcile -
    """  # noqa: D301 - the command line reads this sign
    from dilemma.reconciliation.request import answered
    from dilemma.reconciliation.request import request as reconciliation_request
    from dilemma.reconciliation.sensitivity.simplex import DRAWS

    require_one_form(format_, json)
    form = OutputFormat.JSON if json else format_
    require_csv(excel, form)
    question = reconciliation_request(
        credences=parse_credences(credence),
        even=even,
        methods=split_list(method),
        veto=veto,
        one_scale=shared_unit,
        frameworks=request.settings.frameworks,
    )
    warn_of_broken_plugins()
    sources = _sources(source, request, question)
    results = [
        (one, answered(one, question, DRAWS)) for one in progress(iter(sources), len(sources), "reconciling")
    ]
    if form not in (OutputFormat.TABLE, OutputFormat.MD):
        _write(results, question, form, excel=excel)
    else:
        _show(results, question, format_, color, full=full, pager=not no_pager)


def _sources(name: str, request: CommandRequest, question: Request) -> Sequence[Source]:
    """Return the sources of verdicts: one weighing per perspective, or a table, or a printed result."""
    from dilemma.api.disagreement import load_verdicts
    from dilemma.scenario import Document

    loaded = load_verdicts(name)
    if isinstance(loaded, Document):
        return request.weighings(loaded)
    if request.changes_scenario:
        raise BadSetting(
            "this holds verdicts, which stand as they are: -w, -b, -s, --exchange, --discount, --as, --view "
            "and -f change a scenario"
        )
    _say_cost(loaded, question)
    return [loaded]


def _say_cost(verdicts: Table | PrintedWeighing, question: Request) -> None:
    """Say beforehand that many theories take long: a row's methods look at every pair of options."""
    from dilemma.reconciliation.input.table import Table

    if not isinstance(verdicts, Table):
        return
    theories, options = len(verdicts.theories), len(verdicts.options)
    work = theories * options**2
    if work > (SLOW_WORK if {"all", "nash", "ranked-pairs"} & {*question.methods} else MUCH_WORK):
        what = "orders" if verdicts.holds == "ballots" else "theories"
        remark(
            f"{theories:,} {what} on {options} options: this may take a minute or more; "
            "--method borda alone takes seconds"
        )


def _write(
    results: Sequence[tuple[Source, Reconciliation]], question: Request, format_: OutputFormat, *, excel: bool
) -> None:
    """Write the reconciliation, or one per perspective, as data."""
    from dilemma.reports.reconcile.record import CSV_COLUMNS, reconciliation_record, rows

    records = (reconciliation_record(source, question, result) for source, result in results)
    match format_:
        case OutputFormat.CSV:
            every_row = (row for source, result in results for row in rows(source, result))
            write_csv(CSV_COLUMNS, every_row, header=True, excel=excel)
        case OutputFormat.NDJSON:
            for record in records:
                write_line(record)
        case _:
            every = list(records)
            write_json(every if len(every) > 1 else every[0])


def _show(
    results: Sequence[tuple[Source, Reconciliation]],
    question: Request,
    format_: OutputFormat,
    color: ColorMode,
    *,
    full: bool,
    pager: bool,
) -> None:
    """Show the reconciliation, or one per perspective, on one screen each or in full."""
    from dilemma.reports.reconcile.blocks import reconciliation_blocks
    from dilemma.reports.reconcile.screen import screen_blocks

    blocks = reconciliation_blocks if full else screen_blocks
    reports = (blocks(source, question, result) for source, result in results)
    if format_ is OutputFormat.MD:
        from dilemma.reports.media.markdown import markdown

        write_text("\n".join(markdown(report) for report in reports))
    elif full and pager and sys.stdout.isatty():
        show_blocks(chain.from_iterable(reports), color, pager=True)
    else:
        for number, report in enumerate(reports):
            write_text("\n\n" if number else "")
            show_blocks(report, color)
