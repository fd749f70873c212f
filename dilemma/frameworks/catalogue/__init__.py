"""The catalogue of theories, one file each.

To add one: write `catalogue/<its_name>.py` with the interface in `frameworks/framework.py`, add one line
to CATALOGUE, cite its works in `bibliography.py`, and give it a test file of small cases.
"""

from __future__ import annotations

from dilemma.frameworks.catalogue.care import Care
from dilemma.frameworks.catalogue.contractualist import Contractualist
from dilemma.frameworks.catalogue.do_no_harm import DoNoHarm
from dilemma.frameworks.catalogue.double_effect import DoubleEffect
from dilemma.frameworks.catalogue.egalitarian import Egalitarian
from dilemma.frameworks.catalogue.just_war import JustWar
from dilemma.frameworks.catalogue.kantian import Kantian
from dilemma.frameworks.catalogue.limited_aggregation import LimitedAggregation
from dilemma.frameworks.catalogue.minimax_regret import MinimaxRegret
from dilemma.frameworks.catalogue.pareto import Pareto
from dilemma.frameworks.catalogue.precautionary import Precautionary
from dilemma.frameworks.catalogue.prerogative import Prerogative
from dilemma.frameworks.catalogue.prioritarian import Prioritarian
from dilemma.frameworks.catalogue.rawlsian import Rawlsian
from dilemma.frameworks.catalogue.realist import Realist
from dilemma.frameworks.catalogue.resort_to_force import ResortToForce
from dilemma.frameworks.catalogue.rights import Rights
from dilemma.frameworks.catalogue.risk_weighted import RiskWeighted
from dilemma.frameworks.catalogue.rossian import Rossian
from dilemma.frameworks.catalogue.rule_utilitarian import RuleUtilitarian
from dilemma.frameworks.catalogue.sufficientarian import Sufficientarian
from dilemma.frameworks.catalogue.threshold_deontology import ThresholdDeontology
from dilemma.frameworks.catalogue.utilitarian import Utilitarian
from dilemma.frameworks.catalogue.virtue import Virtue
from dilemma.frameworks.framework import Framework

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[Framework, ...] = (
    # by consequences
    Utilitarian(),
    RuleUtilitarian(),
    Prioritarian(),
    Sufficientarian(),
    Egalitarian(),
    Realist(),
    Prerogative(),
    Precautionary(),
    MinimaxRegret(),
    RiskWeighted(),
    Pareto(),
    # by duties and rights
    Kantian(),
    Rossian(),
    ThresholdDeontology(),
    DoubleEffect(),
    ResortToForce(),
    JustWar(),
    DoNoHarm(),
    Rights(),
    # by what can be justified to each person
    Rawlsian(),
    Contractualist(),
    LimitedAggregation(),
    # by dependence on our care
    Care(),
    # by character
    Virtue(),
)
