"""What a check found in one file, and what a lint says of itself, as plain data for JSON and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dilemma.errors import Finding
from dilemma.lints import Lint
from dilemma.reports.check.blocks import EXPLAINED
from dilemma.reports.check.error_codes import MISTAKES

__all__ = ["COLUMNS", "check_record", "finding_record", "lint_record", "mistake_record", "rows"]

SCHEMA, LINT_SCHEMA = "dilemma.check/1", "dilemma.lint/1"


def check_record(label: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """Return what was found in one file as the object that `check --json` prints."""
    return {
        "schema": SCHEMA,
        "file": label,
        "valid": not any(finding.severity == "error" for finding in findings),
        "findings": [finding_record(finding) for finding in findings],
    }


COLUMNS = (
    *("file", "line", "column", "end_column", "severity", "code", "address"),
    *("message", "suggestion", "why", "answer"),
)


def finding_record(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain data. For an error `suggestion` is the name meant, for a lint the mend."""
    told = EXPLAINED.get(finding.code) if finding.severity != "error" else None
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end_column,
        "severity": finding.severity,
        "code": finding.code,
        "address": finding.address,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "why": told.why if told else None,
        "answer": finding.answer,
    }


def rows(findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """Yield one row a finding, for a table."""
    return map(finding_record, findings)


def lint_record(lint: Lint) -> dict[str, Any]:
    """Return what a lint says of itself as plain data."""
    told = EXPLAINED[lint.code]
    return {"schema": LINT_SCHEMA, "code": lint.code, "severity": lint.severity, **told._asdict()}


def mistake_record(code: str) -> dict[str, Any]:
    """Return what an error code means as plain data, with the keys of a lint."""
    return {
        "schema": LINT_SCHEMA,
        "code": code,
        "severity": "error",
        "claim": MISTAKES[code],
        **dict.fromkeys(("why", "mend", "bad", "good")),
    }
