"""The case: a scenario at given settings in the form that theories read."""

from __future__ import annotations

from dilemma.case.case import GRAVE, NOTHING, Case
from dilemma.case.harm import ADVANTAGE, Harm
from dilemma.case.model import Act, Branch, Effect, Key, Obligation, Party, State, Supposition, Trait, matched
from dilemma.case.people import Levels, People
from dilemma.case.reason import (
    Reason,
    ground,
    term,
)
from dilemma.case.worlds import Facts, World, chance_in, combinations_of, probability_of, states_of

__all__ = [
    "ADVANTAGE",
    "GRAVE",
    "NOTHING",
    "Act",
    "Branch",
    "Case",
    "Effect",
    "Facts",
    "Harm",
    "Key",
    "Levels",
    "Obligation",
    "Party",
    "People",
    "Reason",
    "State",
    "Supposition",
    "Trait",
    "World",
    "chance_in",
    "combinations_of",
    "ground",
    "matched",
    "probability_of",
    "states_of",
    "term",
]
