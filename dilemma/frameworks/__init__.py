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
from dilemma.frameworks.conditions import (
    Comparison,
    Fact,
    Rival,
    attained,
    most_pressing,
    no_gentler_way,
    none_of,
    precedes,
    shared_facts,
    sum_of,
    terms_of_total,
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
    Reason,
    Standing,
    Test,
    ground,
    intervals,
    term,
    theory,
)
from dilemma.frameworks.wording import (
    HARMS_DONE,
    TestWords,
)

__all__ = [
    "HARMS_DONE",
    "About",
    "Caveat",
    "Comparison",
    "Fact",
    "Family",
    "Framework",
    "Gives",
    "ImpersonalShare",
    "Interval",
    "Judgement",
    "NamedGrounds",
    "Need",
    "Reason",
    "Restated",
    "RestatedDuties",
    "RestatedGrounds",
    "RestatedTable",
    "Rival",
    "Standing",
    "Test",
    "TestWords",
    "attained",
    "claim",
    "ground",
    "intervals",
    "most_pressing",
    "needed",
    "no_gentler_way",
    "none_of",
    "precedes",
    "shared_facts",
    "steps",
    "sum_of",
    "term",
    "terms_of_total",
    "theory",
]
