"""Curves of distributions on the whole real line: normal, metalog, and the log odds of a beta.

Each has its quantile, the number below which a given share lies, and its cumulative distribution function.
"""

from __future__ import annotations

from collections.abc import Callable
from math import erfc, log, sqrt
from typing import NamedTuple, TypeAlias

from dilemma.scenario.numbers.distributions.incomplete_beta import tails

__all__ = ["Beta", "Curve", "Metalog", "Normal", "log_odds"]

FARTHEST = 800.0  # log odds: beyond it a share is 0 or 1 in floating point
HALVINGS = 80  # of that interval: to the last digit


class Normal(NamedTuple):
    """The normal distribution."""

    mean: float
    sd: float

    def quantile(self, share: float) -> float:
        from statistics import NormalDist

        return NormalDist(self.mean, self.sd).inv_cdf(share)

    def cdf(self, place: float) -> float:
        return erfc((self.mean - place) / (self.sd * sqrt(2))) / 2


class Metalog(NamedTuple):
    """The metalog distribution of three terms (Keelin 2016, Decision Analysis 13(4), equation 10).

    Its quantile is median + (width + skew (share - 1/2)) log(share / (1 - share)).
    """

    median: float
    width: float
    skew: float

    def quantile(self, share: float) -> float:
        return self.median + (self.width + self.skew * (share - 0.5)) * log_odds(share)

    def cdf(self, place: float) -> float:
        def below(odds: float) -> bool:
            share = share_of(odds)
            return self.median + (self.width + self.skew * (share - 0.5)) * odds < place

        return share_of(_turn(below))


class Beta(NamedTuple):
    """The distribution of the log odds of a number that has a beta distribution."""

    alpha: float
    beta: float

    def quantile(self, share: float) -> float:
        def below(place: float) -> bool:
            lower, upper = tails(self.alpha, self.beta, place)
            return lower < share if share < 1 / 2 else upper > 1.0 - share

        return _turn(below)

    def cdf(self, place: float) -> float:
        return tails(self.alpha, self.beta, place)[0]


Curve: TypeAlias = Normal | Metalog | Beta


def log_odds(share: float) -> float:
    """Return log(share / (1 - share))."""
    return log(share / (1.0 - share))


def share_of(odds: float) -> float:
    """Return the share with these log odds."""
    from math import exp

    return 1.0 / (1.0 + exp(-odds)) if odds > -700 else 0.0


def _turn(below: Callable[[float], bool]) -> float:
    """Return where a condition that holds up to some number ceases to hold, by bisection."""
    low, high = -FARTHEST, FARTHEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2
