"""The findings in one file on one screen: every error whole, every open question in a few lines."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence

from dilemma.errors import Finding
from dilemma.reports.blocks import Block, Closing, Commands, Heading, Line, LintBlock, Sentences
from dilemma.reports.check.blocks import EXPLAINED, by_code, check_blocks, closing, place_of, summary
from dilemma.reports.words.commands import as_argument
from dilemma.reports.words.names import counted

__all__ = ["brief_blocks"]


def brief_blocks(
    label: str, findings: Sequence[Finding], *, asked: bool = False, alone: bool = True
) -> Iterator[Block]:
    """Yield the report on one file.

    `asked` says whether the author was asked too, `alone` whether no other file is checked in the same run.
    """
    if any(finding.severity == "error" for finding in findings):
        yield from check_blocks(label, findings)
        return
    yield Heading(label, summary(findings))
    unanswered = [finding for finding in findings if not finding.answer]
    for severity in ("warning", "note"):
        yield from map(_question, by_code(one for one in unanswered if one.severity == severity))
    answered = Counter(finding.code for finding in findings if finding.answer)
    if answered:
        codes = ", ".join(f"{code} ({counted(count, 'place')})" for code, count in answered.items())
        yield Sentences("", (Line("Answered in the file", codes),))
    if findings and alone:
        yield Commands("Next", tuple(_commands(label, findings, asked=asked)))
    yield Closing(closing(findings))


def _question(findings: Sequence[Finding]) -> LintBlock:
    """Return a lint in three lines: its claim, its first place, and how to mend it."""
    first, more = findings[0], len(findings) - 1
    told = EXPLAINED[first.code]
    place = place_of(first)
    if more:
        place = place._replace(text=f"{place.text} (and {counted(more, 'more place')})")
    code = first.code if first.severity == "warning" else f"{first.severity}: {first.code}"
    return LintBlock(told.claim.removesuffix("."), code, (place,), (Line("mend", told.mend),))


def _commands(label: str, findings: Sequence[Finding], *, asked: bool) -> Iterator[Line]:
    again = ["dilemma", "check", as_argument(label), *(["--ask"] if asked else []), "--full"]
    yield Line(shlex.join(again), "every place, why it matters, every answer")
    first = min(findings, key=lambda one: (bool(one.answer), one.severity != "warning"))
    yield Line(f"dilemma check --explain {first.code}", "what one code means, with examples")
