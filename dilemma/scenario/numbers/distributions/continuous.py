"""Continuous distributions of a number within limits: a curve on a scale, conditioned on the limits.

What lies beyond the limits is cut off, and the rest scaled up: quantiles of a share u are those of the whole
curve at F(least) + u (F(most) - F(least)). No draw is moved to a limit.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dilemma.scenario.numbers.distributions.curves import Beta, Curve, Metalog
from dilemma.scenario.numbers.distributions.names import DistributionName
from dilemma.scenario.numbers.distributions.scale import Scale

__all__ = ["FIRST", "LAST", "Continuous", "cut"]

FIRST, LAST = 2.0**-54, 1.0 - 2.0**-53
"""The least and the greatest share whose quantile is ever drawn: uniforms are multiples of 2^-53 below 1,
and 0 counts as half of the next."""


class Continuous(NamedTuple):
    """A curve on a scale, of which the part between two shares is drawn from.

    `support` holds the least and the greatest number that a draw can be.
    """

    curve: Curve
    scale: Scale
    shares: tuple[float, float]
    support: tuple[float, float]

    @property
    def name(self) -> DistributionName:
        if isinstance(self.curve, Metalog):
            return "metalog"
        if isinstance(self.curve, Beta):
            return "beta"
        return "normal" if self.scale == Scale() else "lognormal"

    @property
    def outside(self) -> float:
        """The share of the whole curve that is cut off."""
        low, high = self.shares
        return low + (1.0 - high)

    def quantile(self, share: float) -> float:
        """Return the number below which this share of the draws lies."""
        low, high = self.shares
        whole = min(LAST, max(FIRST, low + share * (high - low)))
        return self.held(self.scale.value(self.curve.quantile(whole)))

    def cdf(self, value: float) -> float:
        """Return the share of draws below a number of the support."""
        low, high = self.shares
        return min(1.0, max(0.0, (_share_below(self.curve, self.scale, value) - low) / (high - low)))

    def held(self, value: float) -> float:
        """Return a number with what rounding took it beyond the support removed."""
        return min(self.support[1], max(self.support[0], value))


@lru_cache(maxsize=4096)  # the same number is read again for every perspective
def cut(curve: Curve, scale: Scale, least: float, most: float) -> Continuous:
    """Return the distribution of a curve on a scale, conditioned on lying from `least` to `most`."""
    shares = (_share_below(curve, scale, least), _share_below(curve, scale, most))
    if not shares[0] < shares[1]:
        return Continuous(curve, scale, (0.0, 0.0), (least, most))
    within = Continuous(curve, scale, shares, (least, most))
    return within._replace(support=(within.quantile(FIRST), within.quantile(LAST)))


def _share_below(curve: Curve, scale: Scale, value: float) -> float:
    """Return the share of the whole curve below a number."""
    if scale.holds(value):
        return curve.cdf(scale.place(value))
    return 0.0 if scale.low is not None and value <= scale.low else 1.0
