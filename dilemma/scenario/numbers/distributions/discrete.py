"""Discrete distributions: a few numbers, each with its chance."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from dilemma.scenario.numbers.distributions.names import DistributionName

__all__ = ["Discrete"]


class Discrete(NamedTuple):
    """Numbers in ascending order, and the share of draws up to each of them; the last share is 1."""

    values: tuple[float, ...]
    shares: tuple[float, ...]

    @property
    def name(self) -> DistributionName:
        return "discrete"

    @property
    def support(self) -> tuple[float, float]:
        """The least and the greatest number that is drawn."""
        return self.values[0], self.values[-1]

    def quantile(self, share: float) -> float:
        """Return the least number up to which more than this share of the draws lies."""
        return self.values[bisect_right(self.shares, share, hi=len(self.values) - 1)]

    def cdf(self, value: float) -> float:
        """Return the share of draws up to a number."""
        at = bisect_right(self.values, value)
        return self.shares[at - 1] if at else 0.0
