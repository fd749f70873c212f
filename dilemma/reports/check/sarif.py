"""Findings as SARIF 2.1.0, which code hosts show next to the source lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dilemma import __version__
from dilemma.errors import Finding
from dilemma.lints import EVERY_LINT
from dilemma.reports.check.blocks import EXPLAINED
from dilemma.reports.check.error_codes import MISTAKES

__all__ = ["sarif_record"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"


def sarif_record(findings: Iterable[Finding]) -> dict[str, Any]:
    """Return the findings as a SARIF log with one run; its rules are the codes that occur, sorted."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    index = {code: place for place, code in enumerate(codes)}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "dilemma",
                        "version": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, index) for finding in found],
            }
        ],
    }


LEVELS: Mapping[str, str] = {lint.code: lint.severity for lint in EVERY_LINT}


def _rule(code: str) -> dict[str, Any]:
    told = EXPLAINED.get(code)
    if told is None:
        return {
            "id": code,
            "shortDescription": {"text": MISTAKES.get(code, "The file says something the format refuses.")},
            "defaultConfiguration": {"level": "error"},
        }
    return {
        "id": code,
        "shortDescription": {"text": told.claim},
        "fullDescription": {"text": told.why},
        "help": {
            "text": f"{told.why} {told.mend}",
            "markdown": f"**Why.** {told.why}\n\n**Mend.** {told.mend}",
        },
        "defaultConfiguration": {"level": LEVELS[code]},
    }


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.file)},
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endColumn": finding.end_column,
                    },
                    **_cell(finding),
                },
                "logicalLocations": _logical(finding),
            }
        ],
    }
    if finding.answer:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.answer}]
    return result


def _cell(finding: Finding) -> Mapping[str, Any]:
    return {"properties": {"sheet": finding.sheet, "cell": finding.cell}} if finding.sheet else {}


def _logical(finding: Finding) -> Sequence[Mapping[str, str]]:
    return [{"fullyQualifiedName": finding.address}] if finding.address else []


def _message(finding: Finding) -> str:
    address = f"{finding.address}: " if finding.address else ""
    meant = finding.severity == "error" and finding.suggestion
    return f"{address}{finding.message}" + (f"; did you mean '{finding.suggestion}'?" if meant else "")


def _uri(label: str) -> str:
    """Return a path as a URI reference, with reserved characters and bytes that are no UTF-8 escaped."""
    from urllib.parse import quote

    return quote(label.replace("\\", "/").strip("<>"), safe="/.-_~", errors="surrogateescape")
