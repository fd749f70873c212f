"""Findings as text: place, message, the source line with a caret, and a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from dilemma.errors import MOST_SHOWN, Finding, repeated
from dilemma.reports.words.characters import one_line, printable

__all__ = ["finding_text", "findings_text"]

WINDOW = 100  # characters of a long line shown around the place

EVERY = "`dilemma check FILE --json` lists all"
"""What lists all findings, if no more is said of it."""


def findings_text(findings: Iterable[Finding], every: str = EVERY) -> str:
    """Return the text of findings; of very many, that of the first, how many more there are, and `every`.

    That is a clause on what lists all of them.
    """
    found = list(findings)
    shown = [finding_text(finding) for finding in found[:MOST_SHOWN]]
    if more := len(found) - len(shown):
        shown.append(f"and {more:,} more; {every}")
    return "\n".join(shown)


def finding_text(finding: Finding) -> str:
    """Return `file:line:column: severity: address: message`, the source line, a caret, and help.

    In a sheet the place is named by sheet and cell, and the text of the cell stands for the line.
    """
    address = f"{repeated(finding.address)}: " if finding.address else ""
    lines = [one_line(f"{finding.place}: {finding.severity}: {address}{finding.message}")]
    if finding.source_line.strip():
        lines += _pointed(finding)
    if finding.suggestion:
        lines.append(f"   = help: did you mean '{finding.suggestion}'?")
    return "\n".join(lines)


def _pointed(finding: Finding) -> list[str]:
    """Return the source line, cut to a window, and a line of carets under the place."""
    start, end = finding.column - 1, max(finding.end_column - 1, finding.column)
    first = max(0, start - WINDOW // 2) if len(finding.source_line) > WINDOW else 0
    shown = printable(finding.source_line[first : first + WINDOW])
    pad = "".join("\t" if char == "\t" else " " * cell_len(char) for char in shown[: start - first])
    under = shown[start - first : end - first]
    number = f" {finding.cell or finding.line} | "
    carets = "^" * max(1, cell_len(under))
    return [f"{number}{shown}", f"{' ' * (len(number) - 2)}| {pad}{carets}"]
