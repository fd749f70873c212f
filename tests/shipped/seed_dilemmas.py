"""The three dilemmas shipped first, with their views and the verdicts on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from dilemma import load, weigh
from dilemma.scenario import Document, view
from dilemma.scenario.model import Scenario
from dilemma.weighing import Verdict
from tests.support.samples import SHIPPED_SCENARIOS

__all__ = ["SEED", "choices", "document", "permitted", "scores", "view_of", "weighed"]

SEED = ("cluster", "track-two", "negotiations")


@cache
def document(name: str) -> Document:
    """Return the document of a shipped dilemma."""
    return load(SHIPPED_SCENARIOS[name].path)


def weighed(name: str, perspective: str | None = None, **changes: Mapping[str, Any]) -> dict[str, Verdict]:
    """Return the verdict of each theory that applies to a shipped dilemma, by id of the theory."""
    weighing = weigh(document(name), perspective=perspective, **changes)
    return {verdict.about.id: verdict for verdict in weighing.verdicts if verdict.applicable}


def view_of(name: str, perspective: str | None = None) -> Scenario:
    """Return the scenario of a shipped dilemma under a perspective."""
    return view(document(name), perspective=perspective).scenario


def choices(verdicts: Mapping[str, Verdict]) -> dict[str, tuple[str, ...]]:
    """Return each theory's choice, by id."""
    return {id: verdict.choice for id, verdict in verdicts.items()}


def permitted(verdict: Verdict) -> list[str]:
    """Return the options that a theory permits."""
    return [answer.option for answer in verdict.answers if answer.permissible]


def scores(verdicts: Mapping[str, Verdict], options: Iterable[str]) -> dict[tuple[str, str], float]:
    """Return each theory's score of each of these options."""
    return {
        (id, option): verdict.answer(option).score for id, verdict in verdicts.items() for option in options
    }
