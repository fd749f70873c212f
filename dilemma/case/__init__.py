"""The case: a scenario at given settings in the form that theories read."""

from __future__ import annotations

from dilemma.case.model import (
    NOTHING,
    Act,
    Case,
    Change,
    Effect,
    Obligation,
    Party,
    State,
    Supposition,
    Trait,
    World,
)
from dilemma.case.reason import (
    Reason,
    ground,
    term,
)

__all__ = [
    "NOTHING",
    "Act",
    "Case",
    "Change",
    "Effect",
    "Obligation",
    "Party",
    "Reason",
    "State",
    "Supposition",
    "Trait",
    "World",
    "ground",
    "term",
]
