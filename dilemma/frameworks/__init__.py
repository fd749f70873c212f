"""The catalogue: every theory we can put to a case, one file each.

To add one: write `frameworks/<its_name>.py` after the shape in `dilemma/framework.py`, add one line
to CATALOGUE, cite its works in `bibliography.py`, and give it a test file of small cases.
"""

from __future__ import annotations

from dilemma.framework import Framework
from dilemma.frameworks.contractualist import Contractualist
from dilemma.frameworks.double_effect import DoubleEffect
from dilemma.frameworks.just_war import JustWar
from dilemma.frameworks.kantian import Kantian
from dilemma.frameworks.rossian import Rossian
from dilemma.frameworks.rule_utilitarian import RuleUtilitarian
from dilemma.frameworks.threshold_deontology import ThresholdDeontology
from dilemma.frameworks.utilitarian import Utilitarian

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[Framework, ...] = (
    # what comes of it
    Utilitarian(),
    RuleUtilitarian(),
    # what is owed
    Kantian(),
    Rossian(),
    ThresholdDeontology(),
    DoubleEffect(),
    JustWar(),
    # what could be justified to each
    Contractualist(),
)
