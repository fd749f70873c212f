"""`dilemma reconcile`: what to do when theories disagree, by credences and methods for moral uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.completion import scenarios_begun
from dilemma.cli.options import (
    Color,
    ColorMode,
    Credence,
    Even,
    Format,
    Json,
    OutputFormat,
    credences_given,
    require_one_form,
    split_list,
)
from dilemma.cli.output import (
    show_blocks,
    tell_of_plugins,
    write_csv,
    write_json,
    write_line,
    write_text,
)
from dilemma.cli.progress import progress
from dilemma.cli.request import Asked, shared_flags
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.reconciliation.reconciliation import Reconciliation
    from dilemma.reconciliation.request import Request
    from dilemma.reconciliation.subject import Source

__all__ = ["reconcile"]

Given = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO|TABLE|-",
        help="A scenario, a table of verdicts, or what `weigh --json` printed.",
        autocompletion=scenarios_begun,
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
    source: Given,
    *,
    credence: Credence = [],  # noqa: B006 - typer copies defaults
    even: Even = False,
    method: Methods = [],  # noqa: B006
    veto: Veto = None,
    shared_unit: SharedUnit = False,
    asked: Asked,
    format_: Format = OutputFormat.TABLE,
    json: Json = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Show what follows when theories disagree.

    Theories count by how likely each is taken to be right.

    \b
    dilemma reconcile cluster
    dilemma reconcile cluster -c utilitarian=40%,kantian=1/3,virtue=1/3
    dilemma reconcile verdicts.json --method all
    dilemma weigh cluster --json | dilemma reconcile -
    """  # noqa: D301 - the command line reads this sign
    from dilemma.reconciliation.request import answered, request

    require_one_form(format_, json)
    question = request(
        credences=credences_given(credence),
        even=even,
        methods=split_list(method),
        veto=veto,
        one_scale=shared_unit,
        frameworks=asked.settings.frameworks,
    )
    tell_of_plugins()
    sources = _sources(source, asked)
    found = [(one, answered(one, question)) for one in progress(iter(sources), len(sources), "reconciling")]
    _show(found, question, OutputFormat.JSON if json else format_, color)


def _sources(name: str, asked: Asked) -> Sequence[Source]:
    """Return what is to be reconciled: the scenario once a perspective, or a table, or what was printed."""
    from dilemma.api import load_verdicts
    from dilemma.scenario import Document

    given = load_verdicts(name)
    if isinstance(given, Document):
        return asked.weighings(given)
    if asked.changes_scenario:
        raise BadSetting(
            "this holds verdicts, which stand as they are: -w, -b, -s, --exchange, --discount, --as and -f "
            "change a scenario"
        )
    return [given]


def _show(
    found: Sequence[tuple[Source, Reconciliation]], question: Request, format_: OutputFormat, color: ColorMode
) -> None:
    """Write the reconciliations: one, or one a perspective."""
    from dilemma.reports.reconcile.blocks import reconciliation_blocks
    from dilemma.reports.reconcile.record import CSV_COLUMNS, reconciliation_record, rows

    records = (reconciliation_record(source, question, result) for source, result in found)
    match format_:
        case OutputFormat.JSON:
            every = list(records)
            write_json(every if len(every) > 1 else every[0])
        case OutputFormat.NDJSON:
            for record in records:
                write_line(record)
        case OutputFormat.CSV:
            write_csv(CSV_COLUMNS, (row for source, r in found for row in rows(source, r)), header=True)
        case OutputFormat.MD:
            from dilemma.reports.markdown import markdown

            write_text("\n".join(markdown(reconciliation_blocks(s, question, r)) for s, r in found))
        case OutputFormat.TABLE:
            for number, (source, result) in enumerate(found):
                write_text("\n\n" if number else "")
                show_blocks(reconciliation_blocks(source, question, result), color)
