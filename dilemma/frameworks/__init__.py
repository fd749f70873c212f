"""Theories: their interface, the catalogue, and plug-ins.

All that the author of a theory imports is exported here.
"""

from __future__ import annotations

from dilemma.frameworks.caveats import (
    Caveat,
    ImpersonalShare,
    NamedGrounds,
    Restated,
    RestatedDuties,
    RestatedGrounds,
    RestatedTable,
)
from dilemma.frameworks.description import (
    claim,
    needed,
    steps,
)
from dilemma.frameworks.framework import (
    About,
    Family,
    Framework,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Reason,
    Standing,
    Test,
    ground,
    intervals,
    term,
    theory,
)
from dilemma.frameworks.shared.balance import Balance, balance_of
from dilemma.frameworks.shared.complaints import Complaint, complaint_of
from dilemma.frameworks.shared.conditions import (
    Comparison,
    Fact,
    Rival,
    attained,
    exceeds_bar,
    none_of,
    precedes,
    shared_facts,
    sum_of,
    terms_of_total,
    undefeated,
)
from dilemma.frameworks.shared.needs import concerns_people, lists_a_consequence, states_a_level
from dilemma.frameworks.shared.set_off import SET_OFF, set_off
from dilemma.frameworks.shared.sorting import Weighted, ascending
from dilemma.frameworks.wording import (
    HARMS_DONE,
    TestWords,
)

__all__ = [
    "HARMS_DONE",
    "SET_OFF",
    "About",
    "Balance",
    "Caveat",
    "Comparison",
    "Complaint",
    "Fact",
    "Family",
    "Framework",
    "Gives",
    "ImpersonalShare",
    "Interval",
    "Judgement",
    "NamedGrounds",
    "Need",
    "Note",
    "Reason",
    "Restated",
    "RestatedDuties",
    "RestatedGrounds",
    "RestatedTable",
    "Rival",
    "Standing",
    "Test",
    "TestWords",
    "Weighted",
    "ascending",
    "attained",
    "balance_of",
    "claim",
    "complaint_of",
    "concerns_people",
    "exceeds_bar",
    "ground",
    "intervals",
    "lists_a_consequence",
    "needed",
    "none_of",
    "precedes",
    "set_off",
    "shared_facts",
    "states_a_level",
    "steps",
    "sum_of",
    "term",
    "terms_of_total",
    "theory",
    "undefeated",
]
