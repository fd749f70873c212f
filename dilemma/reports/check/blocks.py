"""The findings in one file as blocks, and the page of a lint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dilemma.errors import Finding
from dilemma.lints import EVERY_LINT, Explanation, Lint, explanation
from dilemma.reports.blocks import Block, Closing, Heading, Line, LintBlock, Paragraphs, Verbatim
from dilemma.reports.check.findings import findings_text
from dilemma.reports.words.commands import hint
from dilemma.reports.words.names import counted

__all__ = [
    "EXPLAINED",
    "by_code",
    "check_blocks",
    "closing",
    "lint_blocks",
    "place_of",
    "summary",
    "waiting",
]

EXPLAINED: Mapping[str, Explanation] = {lint.code: explanation(lint) for lint in EVERY_LINT}

CLOSING = (
    "Each of these is a question to the author, and the file may be right: mend it, or answer it in the "
    "file by `accepts: {CODE: why}`."
)
NO_PROOF = "That nothing is asked does not make a file true, or complete."

ENOUGH = 3
"""The number of places shown for a question that the file answers."""


def waiting(findings: Iterable[Finding]) -> bool:
    """Whether any finding waits for the author: an error, or a warning that the file does not answer."""
    return any(f.severity == "error" or (f.severity == "warning" and not f.answer) for f in findings)


def check_blocks(label: str, findings: Sequence[Finding]) -> Iterator[Block]:
    """Yield the report on one file: errors, or else open questions, notes and answered questions."""
    yield Heading(label, summary(findings))
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        yield Verbatim("", findings_text(errors))
        return
    for open_now in by_code(f for f in findings if f.severity == "warning" and not f.answer):
        yield _lint_block(open_now)
    for noted in by_code(f for f in findings if f.severity == "note" and not f.answer):
        yield _lint_block(noted)
    for answered in by_code(f for f in findings if f.answer):
        yield _answered(answered)
    yield Closing(closing(findings))


def closing(findings: Sequence[Finding]) -> str:
    """Return the closing sentence: what to do with questions, or that there being none proves nothing."""
    if not waiting(findings):
        return NO_PROOF
    more = hint("`dilemma check --explain CODE` tells more.")
    return f"{CLOSING} {more}" if more else CLOSING


def summary(findings: Sequence[Finding]) -> str:
    """Return whether the file is valid, and how many errors, questions, answers and notes there are."""
    errors = sum(finding.severity == "error" for finding in findings)
    if errors:
        return f"{counted(errors, 'error')}. Questions of fairness come once the file is valid."
    asked = {f.code for f in findings if f.severity == "warning" and not f.answer}
    answered = {f.code for f in findings if f.answer}
    notes = {f.code for f in findings if f.severity == "note"} - answered
    told = [
        counted(len(asked), "question") if asked else "nothing to ask",
        f"{len(answered)} answered in the file" if answered else "",
        counted(len(notes), "note") if notes else "",
    ]
    return f"Valid: {', '.join(part for part in told if part)}."


def by_code(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings of each code, in the order in which the codes first occur."""
    listed = list(findings)
    codes = list(dict.fromkeys(finding.code for finding in listed))
    ordered = sorted(listed, key=lambda finding: codes.index(finding.code))
    yield from (list(group) for _, group in groupby(ordered, key=lambda finding: finding.code))


def place_of(finding: Finding) -> Line:
    """Return the place of a finding, and what is found there."""
    address = f"{finding.address}: " if finding.address else ""
    return Line(finding.place, f"{address}{finding.message}")


def _lint_block(findings: Sequence[Finding]) -> LintBlock:
    code, told = findings[0].code, EXPLAINED[findings[0].code]
    label = code if findings[0].severity == "warning" else f"{findings[0].severity}: {code}"
    lines = (Line("why", told.why), Line("mend", told.mend))
    return LintBlock(told.claim.removesuffix("."), label, tuple(map(place_of, findings)), lines)


def _answered(findings: Sequence[Finding]) -> LintBlock:
    code, left = findings[0].code, len(findings) - ENOUGH
    places = tuple(map(place_of, findings[:ENOUGH]))
    more = (Line("more", f"{counted(left, 'place')} beside these"),) if left > 0 else ()
    lines = (*more, Line("answer", " ".join((findings[0].answer or "").split())))
    return LintBlock(EXPLAINED[code].claim.removesuffix("."), f"answered: {code}", places, lines)


def lint_blocks(lint: Lint) -> Iterator[Block]:
    """Yield the page of one lint: its claim, why it matters, the mend, a bad and a good example."""
    told = EXPLAINED[lint.code]
    yield Heading(lint.code, told.claim, lint.severity)
    yield Paragraphs("Why it matters", (told.why,))
    yield Paragraphs("How to mend it", (told.mend,))
    yield Verbatim("Raises the question", _indented(told.bad))
    yield Verbatim("Does not", _indented(told.good))
    yield Verbatim("To answer it in the file", _indented(f"accepts:\n  {lint.code}: Why the file is right."))


def _indented(text: str) -> str:
    return "\n".join(f" {line}" for line in text.splitlines())
