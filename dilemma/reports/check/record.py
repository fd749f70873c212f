"""The findings in one file, and the page of a code, as records for JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dilemma import __version__
from dilemma.errors import Finding
from dilemma.lints import Lint
from dilemma.reports.check.blocks import EXPLAINED
from dilemma.reports.check.error_codes import MISTAKES

if TYPE_CHECKING:
    from dilemma.reports.check import schema

__all__ = ["COLUMNS", "check_record", "finding_record", "lint_record", "mistake_record", "rows"]

SCHEMA: Final = "dilemma.check/1"
LINT_SCHEMA: Final = "dilemma.lint/1"


def check_record(label: str, digest: str | None, findings: Sequence[Finding]) -> schema.Check:
    """Return the findings in one file, of this SHA-256, as the object that `check --json` prints."""
    return {
        "schema": SCHEMA,
        "program": {"version": __version__},
        "file": label,
        "sha256": digest,
        "valid": not any(finding.severity == "error" for finding in findings),
        "findings": [finding_record(finding) for finding in findings],
    }


COLUMNS = (
    *("file", "line", "column", "end_column", "sheet", "cell", "severity", "code", "claim", "address"),
    *("message", "suggestion", "why", "answer"),
)


def finding_record(finding: Finding) -> schema.Finding:
    """Return the record of a finding.

    `suggestion` is for an error the name that was probably meant, for a lint the mend.
    """
    told = EXPLAINED.get(finding.code) if finding.severity != "error" else None
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end_column,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "severity": finding.severity,
        "code": finding.code,
        "address": finding.address,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "why": told.why if told else None,
        "answer": finding.answer,
    }


def rows(findings: Iterable[Finding]) -> Iterator[Mapping[str, Any]]:
    """Yield one row per finding, for CSV; `claim` says in words what its code means."""
    for finding in findings:
        told = EXPLAINED.get(finding.code)
        yield {**finding_record(finding), "claim": told.claim if told else MISTAKES.get(finding.code)}


def lint_record(lint: Lint) -> schema.LintPage:
    """Return the page of a lint as a record."""
    told = EXPLAINED[lint.code]
    return {
        "schema": LINT_SCHEMA,
        "code": lint.code,
        "severity": lint.severity,
        "claim": told.claim,
        "why": told.why,
        "mend": told.mend,
        "bad": told.bad,
        "good": told.good,
    }


def mistake_record(code: str) -> schema.LintPage:
    """Return the page of an error code as a record, with the keys of that of a lint."""
    return {
        "schema": LINT_SCHEMA,
        "code": code,
        "severity": "error",
        "claim": MISTAKES[code],
        "why": None,
        "mend": None,
        "bad": None,
        "good": None,
    }
