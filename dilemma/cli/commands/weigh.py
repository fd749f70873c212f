"""`dilemma weigh`: the verdicts of all theories side by side, and where they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from dilemma.cli.documents import documents, named_files
from dilemma.cli.options import (
    Color,
    ColorMode,
    Excel,
    Format,
    Full,
    Json,
    NoPager,
    OutputFormat,
    Scenarios,
    require_csv,
    require_one_form,
)
from dilemma.cli.output import (
    remark,
    warn_of_broken_plugins,
    write_blocks,
    write_csv,
    write_json,
    write_line,
    write_text,
)
from dilemma.cli.progress import bar
from dilemma.cli.request import CommandRequest, shared_flags
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.frameworks.framework import Framework
    from dilemma.reports.blocks import Block
    from dilemma.reports.weigh.blocks import Find
    from dilemma.robustness.comparison import Comparison
    from dilemma.robustness.cruxes.crux import Crux
    from dilemma.weighing import Weighing

__all__ = ["weigh"]

PAIR = 2  # views whose differences one screen tells

Expect = Annotated[
    str | None,
    typer.Option(
        metavar="OPTION",
        help="Exit 1 unless every theory that sets options apart has the option in its choice.",
    ),
]
Every = Annotated[bool, typer.Option("--all", help="Also theories off the panel, silent, or not applying.")]
Summary = Annotated[bool, typer.Option("--summary", help="One line for each file, such as of a directory.")]
Tidy = Annotated[bool, typer.Option("--tidy", help="With ndjson: one row per theory and option.")]


@shared_flags
def weigh(
    scenarios: Scenarios,
    *,
    request: CommandRequest,
    expect: Expect = None,
    format_: Format = OutputFormat.TABLE,
    json: Json = False,
    tidy: Tidy = False,
    excel: Excel = False,
    full: Full = False,
    all_: Every = False,
    summary: Summary = False,
    no_pager: NoPager = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Show what each theory says of each option, and why.

    \b
    dilemma weigh cluster
    dilemma weigh cluster -w russian-soldiers=0 --as critics
    dilemma weigh my.yaml -f utilitarian,kantian --json
    """  # noqa: D301 - the command line reads this sign
    require_one_form(format_, json)
    if tidy and format_ is not OutputFormat.NDJSON:
        raise BadSetting("--tidy goes with --format ndjson")
    form = OutputFormat.JSON if json else format_
    require_csv(excel, form)
    if summary and form not in (OutputFormat.TABLE, OutputFormat.MD):
        raise BadSetting(f"--summary goes with a table; {form} holds every file whole")
    files = named_files(scenarios)
    warn_of_broken_plugins()
    writer = _Writer(
        request,
        form,
        color,
        tidy=tidy,
        excel=excel,
        several=files.several,
        full=full,
        every=all_,
        summary=summary,
        pager=not no_pager,
    )
    failed = False
    for document in documents(files):
        if document is None:
            failed = True
            continue
        weighings = request.weighings(document)
        failed = not _as_expected(expect, weighings) or failed
        writer.add(weighings)
    writer.finish()
    if failed:
        raise typer.Exit(1)


def _as_expected(option: str | None, weighings: Sequence[Weighing]) -> bool:
    """Whether the option is in the choice of every theory that applies and is not silent.

    Write a message for each scenario where it is not.
    """
    if option is None:
        return True
    from dilemma.weighing import dissenters

    expected = True
    for weighing in weighings:
        if not any(verdict.speaks for verdict in weighing.verdicts):
            remark(f"{weighing.view.document.label}: no theory asked for sets options apart here")
            expected = False
        names = [verdict.about.name for verdict in dissenters(weighing, option)]
        if names:
            remark(f"{weighing.view.document.label}: '{option}' is not in the choice of {', '.join(names)}")
            expected = False
    return expected


@dataclass(slots=True)
class _Writer:
    """Writer of weighings, document by document; JSON, which is one value, is written at the end."""

    request: CommandRequest
    format: OutputFormat
    color: ColorMode
    tidy: bool
    excel: bool
    several: bool
    full: bool
    every: bool
    summary: bool
    pager: bool
    count: int = 0
    records: list[object] = field(default_factory=list)
    judged: list[tuple[Weighing, Find]] = field(default_factory=list)

    def add(self, weighings: Sequence[Weighing]) -> None:
        """Write one document's weighing, or its weighings by several perspectives side by side."""
        if self.summary:
            self.judged += [(weighing, self._find(weighing)) for weighing in weighings]
            return
        match self.format:
            case OutputFormat.TABLE:
                if self.count:
                    write_text("\n\n")
                self._show(self._blocks(weighings))
            case OutputFormat.MD:
                write_text("\n" if self.count else "")
                self._show(self._blocks(weighings))
            case OutputFormat.CSV:
                self._csv(weighings)
            case OutputFormat.NDJSON:
                self._lines(weighings)
            case OutputFormat.JSON:
                self.records.append(self._record(weighings))
        self.count += 1

    def finish(self) -> None:
        """Write what is written at the end: JSON, or the summary of all files."""
        if self.summary and self.judged:
            from dilemma.reports.weigh.several import summary_blocks

            self._show(summary_blocks(self.judged, every=self.every))
        if self.format is OutputFormat.JSON and (self.several or self.records):
            write_json(self.records if self.several else self.records[0])

    def _show(self, blocks: Iterator[Block]) -> None:
        """Write blocks as a table or as Markdown."""
        write_blocks(blocks, self.format.value, self.color, pager=self.pager and self.full)

    def _find(self, weighing: Weighing) -> Find:
        """Return the function that finds the cruxes of a weighing inside stated ranges."""
        from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges

        def find() -> Sequence[Crux] | None:
            with bar("searching") as done:
                return self.request.answers(lambda theories: cruxes_in_ranges(weighing.view, theories, done))

        return find

    def _blocks(self, weighings: Sequence[Weighing]) -> Iterator[Block]:
        from dilemma.reports.weigh.panel import Detail

        view = weighings[0].view
        detail = Detail(
            full=self.full,
            figures=bool(self.request.settings.frameworks),
            every=self.every,
            label=view.document.label if self.several else "",
        )
        if len(weighings) > 1:
            from dilemma.reports.weigh.comparison import comparison_blocks

            pairs = None if self.full else [(0, 1)] if len(weighings) == PAIR else []
            every = detail.every or detail.full
            return comparison_blocks(*self._compared(weighings, pairs, every=every), detail)
        from dilemma.reports.weigh.blocks import weighing_blocks

        return weighing_blocks(weighings[0], self._find(weighings[0]), detail)

    def _record(self, weighings: Sequence[Weighing]) -> object:
        from dilemma.reports.weigh.record import comparison_record, weighing_record

        if len(weighings) == 1:
            return weighing_record(weighings[0])
        return comparison_record(self._compared(weighings)[0])

    def _compared(
        self,
        weighings: Sequence[Weighing],
        pairs: Sequence[tuple[int, int]] | None = None,
        *,
        every: bool = True,
    ) -> tuple[Comparison, Sequence[Framework]]:
        """Return the comparison of the weighings, in these pairs, and the frameworks they were judged by.

        What divides them is found for every framework or, without `every`, for those on the file's panel.
        """
        from dilemma.reports.weigh.panel import panel_theories
        from dilemma.robustness.comparison import compare
        from dilemma.weighing import judge_view

        def ask(theories: Sequence[Framework]) -> tuple[Comparison, Sequence[Framework]]:
            judged = [verdict.about.id for verdict in weighings[0].verdicts]
            complete = judged == [theory.about.id for theory in theories]
            again = weighings if complete else [judge_view(one.view, theories) for one in weighings]
            return compare(again, panel_theories(again[0], theories, every=every), pairs), theories

        return self.request.answers(ask)

    def _csv(self, weighings: Sequence[Weighing]) -> None:
        from dilemma.reports.weigh.record import TIDY_COLUMNS, tidy

        rows = (row for weighing in weighings for row in tidy(weighing))
        write_csv(TIDY_COLUMNS, rows, header=not self.count, excel=self.excel)

    def _lines(self, weighings: Sequence[Weighing]) -> None:
        from dilemma.reports.weigh.record import tidy, weighing_record

        for weighing in weighings:
            for record in tidy(weighing) if self.tidy else [weighing_record(weighing)]:
                write_line(record)
