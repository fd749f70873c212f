"""`dilemma check`: errors in a file or, if it is valid, questions about its fairness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dilemma.cli.completion import complete_scenarios
from dilemma.cli.documents import Files, named_files
from dilemma.cli.options import Color, ColorMode, Excel, Full, Json, NoPager, require_csv, require_one_form
from dilemma.cli.output import show_blocks, write_csv, write_json, write_line, write_text
from dilemma.cli.progress import progress
from dilemma.errors import BadSetting

if TYPE_CHECKING:
    from dilemma.errors import Finding
    from dilemma.lints import Lint
    from dilemma.reports.blocks import Block

__all__ = ["check"]


class Checked(NamedTuple):
    """What is found in one file: its name, the SHA-256 of its bytes, and the findings."""

    label: str
    digest: str | None
    findings: tuple[Finding, ...]


class CheckFormat(StrEnum):
    """Formats of the findings."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MD = "md"
    SARIF = "sarif"


Scenarios = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SCENARIO",
        help="A file, a directory, a shipped name, or - for stdin.",
        autocompletion=complete_scenarios,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if a question is left open in the file.")]
Ask = Annotated[bool, typer.Option("--ask", help="Also put the questions that only the author can answer.")]
Explain = Annotated[
    str | None, typer.Option(metavar="CODE", help="Tell what a code means, why it matters, how to mend it.")
]
Written = Annotated[CheckFormat, typer.Option("--format", help="How to write the findings.")]


def check(
    scenarios: Scenarios = None,
    strict: Strict = False,
    ask: Ask = False,
    explain: Explain = None,
    full: Full = False,
    no_pager: NoPager = False,
    format_: Written = CheckFormat.TABLE,
    json: Json = False,
    excel: Excel = False,
    color: Color = ColorMode.AUTO,
) -> None:
    """Check that a file is valid, and ask whether it is fair.

    \b
    dilemma check my.yaml
    dilemma check my.yaml --full
    dilemma check scenarios/ --strict
    dilemma check --explain mixed-party
    """  # noqa: D301 - the command line reads this sign
    require_one_form(format_, json)
    written = CheckFormat.JSON if json else format_
    require_csv(excel, written)
    if explain is not None:
        _explain(explain, written, color)
        return
    if not scenarios:
        raise BadSetting("check: name a scenario, or --explain a code")
    files = named_files(scenarios)
    several = files.several
    writer = _Writer(written, color, ask=ask, full=full, pager=not no_pager, several=several, excel=excel)
    broken = open_questions = False
    results = _checked(files, _lints(ask))
    if written in (CheckFormat.JSON, CheckFormat.SARIF):
        results = progress(results, len(files.sources), "checking")
    from dilemma.reports.check.blocks import waiting

    for found in results:
        broken = broken or any(finding.severity == "error" for finding in found.findings)
        open_questions = open_questions or waiting(found.findings)
        writer.add(found)
    writer.finish()
    if broken or (strict and open_questions):
        raise typer.Exit(1)


def _lints(ask: bool) -> tuple[Lint, ...]:
    from dilemma.lints import ASKING, LINTS

    return (*LINTS, *ASKING) if ask else LINTS


def _checked(files: Files, lints: Sequence[Lint]) -> Iterator[Checked]:
    """Yield what is found in each file: its errors, or if it is valid, the questions of the lints."""
    from dilemma.api.documents import load_found
    from dilemma.errors import InvalidScenario
    from dilemma.lints import check as check_document
    from dilemma.reports.check.questions import findings_raised

    def watch(run: Sequence[Lint]) -> Iterable[Lint]:
        return run if files.several else progress(run, len(run), "checking")

    for file in files.sources:
        try:
            document = load_found(file)
        except InvalidScenario as error:
            yield Checked(file.label, error.digest, error.findings)
        else:
            findings = findings_raised(document, check_document(document, lints, watch))
            yield Checked(file.label, document.digest, findings)


def _explain(code: str, format_: CheckFormat, color: ColorMode) -> None:
    """Show the page of the code of a lint or an error; raise UnknownName if there is no such code."""
    from dilemma.errors import UnknownName
    from dilemma.lints import EVERY_LINT
    from dilemma.reports.check.blocks import lint_blocks
    from dilemma.reports.check.error_codes import MISTAKES, mistake_blocks
    from dilemma.reports.check.record import lint_record, mistake_record
    from dilemma.reports.media.markdown import markdown

    lint = next((lint for lint in EVERY_LINT if lint.code == code), None)
    if lint is None and code not in MISTAKES:
        raise UnknownName("code", code, (*(lint.code for lint in EVERY_LINT), *MISTAKES))
    blocks = lint_blocks(lint) if lint else mistake_blocks(code)
    match format_:
        case CheckFormat.TABLE:
            show_blocks(blocks, color)
        case CheckFormat.JSON:
            write_json(lint_record(lint) if lint else mistake_record(code))
        case CheckFormat.MD:
            write_text(markdown(blocks))
        case _:
            raise BadSetting(f"--explain --format {format_.value}: write table, md or json")


class _Writer:
    """Writer of findings, file by file; JSON and SARIF, which are one value, are written at the end."""

    def __init__(
        self,
        format_: CheckFormat,
        color: ColorMode,
        *,
        ask: bool,
        full: bool,
        pager: bool,
        several: bool,
        excel: bool,
    ) -> None:
        self.excel = excel
        self.format, self.color, self.several = format_, color, several
        self.ask, self.full, self.pager = ask, full, full and pager and not several
        self.count = 0
        self.pending: list[Checked] = []

    def add(self, found: Checked) -> None:
        """Write one file's findings, or keep them for the end if the format is one value."""
        from dilemma.reports.check.record import COLUMNS, check_record, rows

        label, digest, findings = found
        match self.format:
            case CheckFormat.TABLE:
                write_text("\n\n" if self.count else "")
                show_blocks(self._blocks(label, findings), self.color, pager=self.pager)
            case CheckFormat.MD:
                from dilemma.reports.media.markdown import markdown

                write_text(("\n" if self.count else "") + markdown(self._blocks(label, findings)))
            case CheckFormat.CSV:
                write_csv(COLUMNS, rows(findings), header=not self.count, excel=self.excel)
            case CheckFormat.NDJSON:
                write_line(check_record(label, digest, findings))
            case CheckFormat.JSON | CheckFormat.SARIF:
                self.pending.append(found)
        self.count += 1

    def _blocks(self, label: str, findings: tuple[Finding, ...]) -> Iterator[Block]:
        from dilemma.reports.check.blocks import check_blocks
        from dilemma.reports.check.brief import brief_blocks

        if self.full:
            return check_blocks(label, findings)
        return brief_blocks(label, findings, asked=self.ask, alone=not self.several)

    def finish(self) -> None:
        """Write the formats that are one value."""
        if self.format is CheckFormat.JSON:
            from dilemma.reports.check.record import check_record

            records = [check_record(*found) for found in self.pending]
            write_json(records if self.several else records[0])
        if self.format is CheckFormat.SARIF:
            from dilemma.reports.check.sarif import sarif_record

            write_json(sarif_record(finding for found in self.pending for finding in found.findings))
