"""Small cases as Python data."""

from __future__ import annotations

from typing import Any

from dilemma import load
from dilemma.case import Act, Case, Harm
from dilemma.case.build import case_of

__all__ = ["act", "effect_harm", "small"]


def small(**fields: Any) -> Case:
    """Return the case of a scenario of these fields; its only party is `one` unless given."""
    data = {"format": 1, "title": "Small", "question": "Which?", "parties": {"one": {}}, **fields}
    return case_of(load(data).scenario)


def act(case: Case, option: str) -> Act:
    """Return an option of a case."""
    return next(act for act in case.acts if act.id == option)


def effect_harm(case: Case, consequence: str, option: str = "a") -> Harm:
    """Return the harm that a consequence is under an option."""
    return next(case.harm(effect) for effect in act(case, option).effects if effect.id == consequence)
