"""Small dilemmas as Python data, judged by one theory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.weighing import Answer, Verdict, judge

__all__ = [
    "bindings",
    "brings",
    "compared",
    "failed",
    "judged",
    "ranks",
    "reason_rows",
    "scores",
    "statuses",
    "terms",
]

KNOWN = {framework.about.id: framework for framework in CATALOGUE}


def judged(theory: str, settings: Mapping[str, float] | None = None, /, **fields: Any) -> Verdict:
    """Return one theory's verdict on a scenario of these fields; its only party is `one` unless given."""
    data = {"format": 1, "title": "Small", "question": "Which?", "parties": {"one": {}}, **fields}
    if settings is not None:
        data["frameworks"] = {theory: dict(settings)}
    return judge(case_of(load(data).scenario), KNOWN[theory])


def brings(**options: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return options by the consequences they list."""
    return {id: {"consequences": dict(listed)} for id, listed in options.items()}


def scores(verdict: Verdict) -> dict[str, float]:
    """Return each option's score, rounded past what arithmetic leaves behind."""
    return {answer.option: round(answer.score, 9) + 0.0 for answer in verdict.answers}


def failed(verdict: Verdict) -> dict[str, tuple[str, ...]]:
    """Return the tests each option fails."""
    return {answer.option: answer.failed for answer in verdict.answers}


def ranks(verdict: Verdict) -> dict[str, int]:
    """Return each option's rank."""
    return {answer.option: answer.rank for answer in verdict.answers}


def statuses(verdict: Verdict) -> dict[str, str]:
    """Return each option's status."""
    return {answer.option: answer.status for answer in verdict.answers}


def bindings(answer: Answer) -> list[tuple[str, str | None]]:
    """Return what binds: keys and addresses."""
    return [(reason.key, reason.address) for reason in answer.reasons if reason.kind == "binding"]


def terms(answer: Answer) -> dict[str | None, object]:
    """Return the terms of a sum, by address."""
    return {reason.address: reason.amount for reason in answer.reasons if reason.kind == "term"}


def reason_rows(answer: Answer) -> list[tuple[object, ...]]:
    """Return every reason but the tests: its key, its address, its amounts and whom it is about."""
    return [
        (reason.key, reason.address, reason.amount, reason.against, reason.party)
        for reason in answer.reasons
        if reason.kind != "test"
    ]


def compared(answer: Answer) -> dict[str, tuple[object, object]]:
    """Return the two amounts each test compares."""
    return {reason.key: (reason.amount, reason.against) for reason in answer.reasons if reason.kind == "test"}
