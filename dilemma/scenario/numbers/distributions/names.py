"""The names of distributions, as reports and JSON give them."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["DistributionName"]

DistributionName: TypeAlias = Literal[
    "triangular", "uniform", "metalog", "normal", "lognormal", "beta", "discrete"
]
"""What an uncertain number is drawn from; on a log scale, its logarithm."""
