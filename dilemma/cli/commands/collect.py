"""`dilemma collect`: many views of one scenario, what divides them, and one view pooled from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.collection import CollectionWriter
from dilemma.cli.files import format_for, require_suffix
from dilemma.cli.options import (
    Color,
    ColorMode,
    Excel,
    Frameworks,
    Full,
    Json,
    NoPager,
    OffPanel,
    Scenario,
    require_one_form,
)
from dilemma.cli.output import warn_of_broken_plugins
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["collect"]

ROUNDS = ("table", "json", "md", "docx")
GROUPS = ("verdicts", "choice")
MEDIA = ("table", "json", "csv", "md", "html", "docx")
SUFFIXES = {".html": "html", ".htm": "html", ".docx": "docx"}

Views = Annotated[
    list[str],
    typer.Argument(
        metavar="VIEWS",
        help="View files, folders of them, tables (CSV, xlsx), lists of links; - for stdin.",
        show_default=False,
    ),
]
Before = Annotated[list[str], typer.Option("--before", metavar="VIEWS", help="The views of a first round.")]
After = Annotated[list[str], typer.Option("--after", metavar="VIEWS", help="Those of a second round.")]
By = Annotated[
    str,
    typer.Option("--by", metavar="verdicts|choice", help="What forms the groups: verdicts, or own choices."),
]
PoolBy = Annotated[
    str | None,
    typer.Option(
        "--pool",
        metavar="median|mean|trimmed|log-odds",
        help="Write one view made of all instead of the report.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Where to write a pooled view, form, page (html) or docx.",
    ),
]
Weights = Annotated[
    str | None, typer.Option("--weights", metavar="FILE", help="A table of name and weight, for the pool.")
]
Form = Annotated[
    bool, typer.Option("--form", help="Write the headings of a form (CSV) that asks for what decides.")
]
Anonymous = Annotated[bool, typer.Option("--anonymous", help="Tell no names and quote no reasons.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if any view or column was left out.")]
Medium = Annotated[str, typer.Option("--format", metavar="|".join(MEDIA), help="How to write the result.")]


def collect(
    scenario: Scenario,
    views: Views = [],  # noqa: B006 - typer copies defaults
    *,
    before: Before = [],  # noqa: B006
    after: After = [],  # noqa: B006
    by: By = "verdicts",
    pool: PoolBy = None,
    output: Output = None,
    weights: Weights = None,
    form: Form = False,
    anonymous: Anonymous = False,
    strict: Strict = False,
    framework: Frameworks = [],  # noqa: B006
    all_: OffPanel = False,
    format_: Medium = "table",
    json: Json = False,
    excel: Excel = False,
    full: Full = False,
    no_pager: NoPager = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Bring the views of many people together: groups, what divides them, what they share.

    \b
    dilemma collect track-two class/
    dilemma collect track-two answers.csv --by choice
    dilemma collect track-two class/ --pool median -o class.view.yaml
    dilemma collect track-two --before first/ --after second/
    dilemma collect track-two --form -o questions.csv
    dilemma collect track-two class/ -o class.docx
    """  # noqa: D301 - the command line reads this sign
    require_one_form(format_, json)
    medium = "json" if json else format_
    if medium == "table" and pool is None and not form:
        medium = format_for(None, output, SUFFIXES, "table")
    require_fitting(views, before, after, by, pool, medium, output, weights, form=form)
    if form or pool is not None:
        require_suffix(output, (".csv",) if form else (".yaml", ".yml"))
    if excel and medium != "csv" and not form:
        raise BadSetting("--excel goes with --format csv or --form")
    warn_of_broken_plugins()
    from dilemma.api.documents import load

    document = load(scenario)
    writer = CollectionWriter(document, framework, by, anonymous=anonymous, every=all_, excel=excel)
    if form:
        writer.form(output)
        return
    if before:
        faulty = writer.rounds(before, after, medium, color, output, full=full, pager=not no_pager)
    elif pool is not None:
        faulty = writer.pool(views, pool, weights, output)
    else:
        faulty = writer.report(views, medium, output, color, full=full, pager=not no_pager)
    if faulty and strict:
        raise typer.Exit(1)


def require_fitting(
    views: Sequence[str],
    before: Sequence[str],
    after: Sequence[str],
    by: str,
    pool: str | None,
    medium: str,
    output: str | None,
    weights: str | None,
    *,
    form: bool,
) -> None:
    """Raise BadSetting for a value that is none, or flags that do not go together."""
    from dilemma.robustness.collection.pooling import POOLS

    rounds, elsewhere = bool(before), pool is not None or medium in ("html", "docx") or form
    faults = (
        (medium not in MEDIA, f"--format {medium}: write {', '.join(MEDIA[:-1])} or {MEDIA[-1]}"),
        (by not in GROUPS, f"--by {by}: write verdicts or choice"),
        (pool not in (None, *POOLS), f"--pool {pool}: write {', '.join(POOLS[:-1])} or {POOLS[-1]}"),
        (form and bool(views or before or pool), "--form asks for views; it reads none"),
        (rounds != bool(after), "--before and --after go together"),
        (rounds and bool(views), "--before: name all views of a round after its flag, and no others"),
        (not (rounds or views or form), "name the views: files, folders, tables, or - for stdin"),
        (rounds and pool is not None, "--before and --pool: choose one"),
        (rounds and medium not in ROUNDS, "two rounds are written as table, json, md or docx"),
        (pool is not None and medium != "table", "--pool writes a view file; leave out --format"),
        (weights is not None and pool is None, "--weights goes with --pool"),
        (by != GROUPS[0] and (rounds or pool is not None or form), "--by goes with a report of views"),
        (
            output is not None and not elsewhere,
            "-o goes with --pool, --form, html or docx; else write > FILE",
        ),
    )
    for wrong, message in faults:
        if wrong:
            raise BadSetting(message)
