"""`dilemma collect`: many views of one scenario, what divides them, and one view pooled from them."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, TypeVar, cast

import typer

from dilemma.cli.documents import read_views
from dilemma.cli.files import path_to_write, write_file
from dilemma.cli.options import Color, ColorMode, Frameworks, Full, Json, NoPager, Scenario, require_one_form
from dilemma.cli.output import (
    remark,
    warn_of_broken_plugins,
    write_blocks,
    write_csv,
    write_data,
    write_json,
)
from dilemma.cli.request import theories_from
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dilemma.frameworks.framework import Framework
    from dilemma.reports.blocks import Line
    from dilemma.robustness.collection.collection import Collection, GroupBy
    from dilemma.robustness.collection.input.reading import Reading
    from dilemma.robustness.collection.pooling import Pool
    from dilemma.robustness.collection.rounds import Rounds
    from dilemma.scenario import Document

__all__ = ["collect"]

T = TypeVar("T")

GROUPS = ("verdicts", "choice")
MEDIA = ("table", "json", "csv", "md", "html")

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
    typer.Option("-o", "--output", metavar="FILE", help="Where to write the pooled view, or the page."),
]
Weights = Annotated[
    str | None, typer.Option("--weights", metavar="FILE", help="A table of name and weight, for the pool.")
]
Anonymous = Annotated[bool, typer.Option("--anonymous", help="Tell no names and quote no reasons.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if any view was left out.")]
Every = Annotated[bool, typer.Option("--all", help="Also theories off the file's panel.")]
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
    anonymous: Anonymous = False,
    strict: Strict = False,
    framework: Frameworks = [],  # noqa: B006
    all_: Every = False,
    format_: Medium = "table",
    json: Json = False,
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
    dilemma collect track-two class/ --format html -o class.html
    """  # noqa: D301 - the command line reads this sign
    require_one_form(format_, json)
    form = "json" if json else format_
    require_fitting(views, before, after, by, pool, form, output, weights)
    warn_of_broken_plugins()
    from dilemma.api import load

    document = load(scenario)
    run = _Run(document, framework, by, anonymous=anonymous, every=all_)
    if before:
        left_out = run.rounds(before, after, form, color, full=full, pager=not no_pager)
    elif pool is not None:
        left_out = run.pool(views, pool, weights, output)
    else:
        left_out = run.report(views, form, output, color, full=full, pager=not no_pager)
    if left_out and strict:
        raise typer.Exit(1)


def require_fitting(
    views: Sequence[str],
    before: Sequence[str],
    after: Sequence[str],
    by: str,
    pool: str | None,
    form: str,
    output: str | None,
    weights: str | None,
) -> None:
    """Raise BadSetting for a value that is none, or flags that do not go together."""
    from dilemma.robustness.collection.pooling import POOLS

    faults = (
        (form not in MEDIA, f"--format {form}: write {', '.join(MEDIA[:-1])} or {MEDIA[-1]}"),
        (by not in GROUPS, f"--by {by}: write verdicts or choice"),
        (
            pool is not None and pool not in POOLS,
            f"--pool {pool}: write {', '.join(POOLS[:-1])} or {POOLS[-1]}",
        ),
        (bool(before) != bool(after), "--before and --after go together"),
        (
            bool(before) and bool(views),
            "VIEWS and --before: choose one; name all views of a round after its flag",
        ),
        (not before and not views, "name the views to collect: files, folders, tables, or - for stdin"),
        (bool(before) and pool is not None, "--before and --pool: choose one"),
        (
            bool(before) and form not in ("table", "json", "md"),
            "two rounds are written as a table, json or md",
        ),
        (pool is not None and form != "table", "--pool writes a view file; leave out --format"),
        (weights is not None and pool is None, "--weights goes with --pool"),
        (output is not None and pool is None and form != "html", "-o goes with --pool or --format html"),
    )
    for wrong, message in faults:
        if wrong:
            raise BadSetting(message)


class _Run:
    """One run of the command on one document."""

    def __init__(
        self, document: Document, framework: Sequence[str], by: str, *, anonymous: bool, every: bool
    ) -> None:
        from dilemma.scenario.views.checks import ViewChecker

        self.document, self.anonymous, self.every = document, anonymous, every
        self.by = cast("GroupBy", by)
        self.asked = theories_from(framework)
        self.checker = ViewChecker(document)

    def collection(self, reading: Reading) -> Collection:
        """Return the collection of the views that were read."""
        from dilemma.robustness.collection.anonymous import anonymous
        from dilemma.robustness.collection.collection import collected

        views = anonymous(reading.views) if self.anonymous else reading.views
        shown = frozenset(() if self.every or self.asked else self.document.scenario.panel)
        by = self.by
        return self.answers(lambda theories: collected(self.document, views, theories, by=by, shown=shown))

    def answers(self, ask: Callable[[tuple[Framework, ...]], T]) -> T:
        """Return the result of `ask` on the theories asked for, or on all."""
        from dilemma.frameworks.registry import answered

        return answered(self.asked, ask, lambda sentence: remark(f"dilemma: {sentence}"))

    def report(
        self,
        names: Sequence[str],
        form: str,
        output: str | None,
        color: ColorMode,
        *,
        full: bool,
        pager: bool,
    ) -> int:
        """Write the report of a collection; return how many views were left out."""
        from dilemma.reports.collect.phrases import Phrases
        from dilemma.reports.collect.record import collection_record, view_columns, view_rows
        from dilemma.reports.collect.screen import Detail, collection_blocks

        path = path_to_write(output)
        reading = read_views(names, self.checker)
        collection = self.collection(reading)
        whole = full or form == "html"
        phrases = Phrases(self.document, collection.frameworks, anonymous=self.anonymous, full=whole)
        if form == "json":
            write_json(collection_record(collection, reading.left_out, anonymous=self.anonymous))
        elif form == "csv":
            write_csv(view_columns(collection), view_rows(collection, phrases), header=True)
        elif form == "html":
            from dilemma.reports.collect.page import collection_page

            put(collection_page(collection, phrases, reading.left_out), path)
        else:
            told = Detail(reading.left_out, () if full else self.next_commands(names), full)
            write_blocks(collection_blocks(collection, phrases, told), form, color, pager=full and pager)
        return reading.left_out

    def next_commands(self, names: Sequence[str]) -> tuple[Line, ...]:
        """Return what to type next: everything, one view of all, a page."""
        from dilemma.reports.blocks import Line
        from dilemma.reports.words.commands import as_argument

        words = ["dilemma", "collect", as_argument(self.document.label), *names]
        flags = ["-f", ",".join(self.asked)] if self.asked else []
        told = {"--full": "everything"} | ({"--by choice": "by own choice"} if self.by == "verdicts" else {})
        return tuple(Line(f"{shlex.join([*words, *flags])} {flag}", text) for flag, text in told.items())

    def pool(self, names: Sequence[str], pool: str, weights: str | None, output: str | None) -> int:
        """Write one view made of all; return how many views were left out."""
        from dilemma.robustness.collection.input.weights import read_weights, weights_of
        from dilemma.robustness.collection.pooling import pooled_view
        from dilemma.scenario.views.write import view_text

        path = path_to_write(output)
        by_name = {} if weights is None else read_weights(weights)
        reading = read_views(names, self.checker)
        found, remarks = weights_of(reading.views, by_name) if weights else ((), ())
        for sentence in remarks:
            remark(f"dilemma: {sentence}")
        one = self.answers(
            lambda theories: pooled_view(
                cast("Pool", pool), self.document, reading.views, theories, found or None
            )
        )
        put(view_text(one, self.document), path)
        return reading.left_out

    def rounds(
        self,
        before: Sequence[str],
        after: Sequence[str],
        form: str,
        color: ColorMode,
        *,
        full: bool,
        pager: bool,
    ) -> int:
        """Write what changed between two rounds; return how many views were left out of both."""
        from dilemma.reports.collect.phrases import Phrases
        from dilemma.reports.collect.record import rounds_record
        from dilemma.reports.collect.rounds import rounds_blocks
        from dilemma.robustness.collection.collection import collected
        from dilemma.robustness.collection.rounds import rounds_of

        first, second = read_views(before, self.checker), read_views(after, self.checker)
        shown = frozenset(() if self.every or self.asked else self.document.scenario.panel)

        def both(theories: tuple[Framework, ...]) -> Rounds:
            one, other = (
                collected(self.document, reading.views, theories, shown=shown) for reading in (first, second)
            )
            return rounds_of(one, other)

        found = self.answers(both)
        if form == "json":
            write_json(rounds_record(found))
        else:
            phrases = Phrases(self.document, found.before.frameworks, anonymous=self.anonymous, full=full)
            write_blocks(rounds_blocks(found, phrases, full=full), form, color, pager=full and pager)
        return first.left_out + second.left_out


def put(text: str, path: Path | None) -> None:
    """Write a text to a file, or to standard output."""
    if path is None:
        write_data(text)
    else:
        write_file(path, text)
