"""Probability distributions of a number: curves, the scales they stand on, and the limits of draws."""

from __future__ import annotations

from dilemma.scenario.numbers.distributions.continuous import FIRST, LAST, Continuous, cut
from dilemma.scenario.numbers.distributions.curves import Beta, Curve, Metalog, Normal
from dilemma.scenario.numbers.distributions.discrete import Discrete
from dilemma.scenario.numbers.distributions.names import DistributionName
from dilemma.scenario.numbers.distributions.scale import Scale

__all__ = [
    "FIRST",
    "LAST",
    "Beta",
    "Continuous",
    "Curve",
    "Discrete",
    "Distribution",
    "DistributionName",
    "Metalog",
    "Normal",
    "Scale",
    "cut",
]

Distribution = Continuous | Discrete
