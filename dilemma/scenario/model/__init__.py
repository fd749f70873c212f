"""The nouns of a scenario file, frozen: what an author may say, and nothing else."""

from dilemma.scenario.model.correlations import Correlation, rank_correlation, two_addresses
from dilemma.scenario.model.entry import Condition, Entry, Evidence, condition_of, conditions, listed
from dilemma.scenario.model.factors import (
    TAIL,
    Agency,
    Belief,
    Consequence,
    Duty,
    HarmRole,
    Kind,
    NamedQuantity,
    Party,
    Role,
    Source,
    Virtue,
)
from dilemma.scenario.model.options import Conduct, ConsequenceEntry, EventChance, Expression, Option
from dilemma.scenario.model.scenario import Perspective, Published, Scenario

__all__ = [
    "TAIL",
    "Agency",
    "Belief",
    "Condition",
    "Conduct",
    "Consequence",
    "ConsequenceEntry",
    "Correlation",
    "Duty",
    "Entry",
    "EventChance",
    "Evidence",
    "Expression",
    "HarmRole",
    "Kind",
    "NamedQuantity",
    "Option",
    "Party",
    "Perspective",
    "Published",
    "Role",
    "Scenario",
    "Source",
    "Virtue",
    "condition_of",
    "conditions",
    "listed",
    "rank_correlation",
    "two_addresses",
]
