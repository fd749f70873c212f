"""A shipped dilemma, seen as one likes, and what the theories then say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from dilemma.api import load, weigh
from dilemma.scenario import Document, view
from dilemma.scenario.model import Scenario
from dilemma.weighing import Verdict
from tests.support.samples import SHIPPED_SCENARIOS

__all__ = ["SEED", "choices", "document", "permitted", "scores", "view_of", "weighed"]

SEED = ("cluster", "track-two", "negotiations")


@cache
def document(name: str) -> Document:
    """Return a shipped dilemma as its author wrote it."""
    return load(SHIPPED_SCENARIOS[name].path)


def weighed(name: str, perspective: str | None = None, **changes: Mapping[str, Any]) -> dict[str, Verdict]:
    """Return what each theory that applies says of a shipped dilemma, by id."""
    weighing = weigh(document(name), perspective=perspective, **changes)
    return {verdict.about.id: verdict for verdict in weighing.verdicts if verdict.applicable}


def view_of(name: str, perspective: str | None = None) -> Scenario:
    """Return a shipped dilemma as a perspective leaves it."""
    return view(document(name), perspective=perspective).scenario


def choices(verdicts: Mapping[str, Verdict]) -> dict[str, tuple[str, ...]]:
    """Return each theory's choice."""
    return {id: verdict.choice for id, verdict in verdicts.items()}


def permitted(verdict: Verdict) -> list[str]:
    """Return the options a theory permits."""
    return [answer.option for answer in verdict.answers if answer.permissible]


def scores(verdicts: Mapping[str, Verdict], options: Iterable[str]) -> dict[tuple[str, str], float]:
    """Return each theory's figure for each of these options."""
    return {
        (id, option): verdict.answer(option).score for id, verdict in verdicts.items() for option in options
    }
