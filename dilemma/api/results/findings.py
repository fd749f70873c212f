"""The findings in a file as a result of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from dilemma.api.results.result import Result, Rows
from dilemma.errors import Finding
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted

__all__ = ["Findings"]


@dataclass(frozen=True, repr=False)
class Findings(Result, Sequence[Finding]):
    """The findings in one file, in a sequence: its errors or, if it is valid, questions about its fairness.

    `label` is the file, `digest` its SHA-256 if it is known, `asked` whether the questions that only the
    author can answer are among them.
    """

    label: str
    findings: tuple[Finding, ...]
    digest: str | None = None
    asked: bool = False

    @property
    def valid(self) -> bool:
        """Whether the file breaks no rule of the format."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The errors and the warnings that the file does not answer."""
        return tuple(one for one in self.findings if one.severity != "note" and not one.answer)

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, place: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[place]

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        found = Counter(finding.severity for finding in self.findings)
        told = ", ".join(counted(number, severity) for severity, number in found.items()) or "none"
        return f"<Findings in {self.label}: {told}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `check --json` prints."""
        from dilemma.reports.check.record import check_record

        return dict(check_record(self.label, self.digest, self.findings))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.check.blocks import check_blocks
        from dilemma.reports.check.brief import brief_blocks

        if full:
            return check_blocks(self.label, self.findings)
        return brief_blocks(self.label, self.findings, asked=self.asked)

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.check.record import COLUMNS, rows

        return COLUMNS, rows(self.findings)
