"""The catalogue: every theory we can put to a case, one file each.

To add one: write `frameworks/<its_name>.py` after the shape in `dilemma/framework.py`, add one line
to CATALOGUE, cite its works in `bibliography.py`, and give it a test file of small cases.
"""

from __future__ import annotations

from dilemma.framework import Framework
from dilemma.frameworks.care import Care
from dilemma.frameworks.contractualist import Contractualist
from dilemma.frameworks.do_no_harm import DoNoHarm
from dilemma.frameworks.double_effect import DoubleEffect
from dilemma.frameworks.just_war import JustWar
from dilemma.frameworks.kantian import Kantian
from dilemma.frameworks.minimax_regret import MinimaxRegret
from dilemma.frameworks.pareto import Pareto
from dilemma.frameworks.precautionary import Precautionary
from dilemma.frameworks.prerogative import Prerogative
from dilemma.frameworks.prioritarian import Prioritarian
from dilemma.frameworks.rawlsian import Rawlsian
from dilemma.frameworks.realist import Realist
from dilemma.frameworks.rights import Rights
from dilemma.frameworks.rossian import Rossian
from dilemma.frameworks.rule_utilitarian import RuleUtilitarian
from dilemma.frameworks.threshold_deontology import ThresholdDeontology
from dilemma.frameworks.utilitarian import Utilitarian
from dilemma.frameworks.virtue import Virtue

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[Framework, ...] = (
    # what comes of it
    Utilitarian(),
    RuleUtilitarian(),
    Prioritarian(),
    Realist(),
    Prerogative(),
    Precautionary(),
    MinimaxRegret(),
    Pareto(),
    # what is owed
    Kantian(),
    Rossian(),
    ThresholdDeontology(),
    DoubleEffect(),
    JustWar(),
    DoNoHarm(),
    Rights(),
    # what could be justified to each
    Rawlsian(),
    Contractualist(),
    # who depends on us
    Care(),
    # what it expresses
    Virtue(),
)
