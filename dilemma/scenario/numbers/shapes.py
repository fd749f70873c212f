"""Shapes of distributions from what files state: percentiles, mean and standard deviation, or parameters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import exp, fsum, log, log1p, sqrt
from typing import Final

from dilemma.scenario.numbers.constants import Fault
from dilemma.scenario.numbers.distributions import (
    Beta,
    Continuous,
    Curve,
    Discrete,
    Distribution,
    Metalog,
    Normal,
    Scale,
)
from dilemma.scenario.phrases import figure

__all__ = ["Unfit", "center_of", "curve_on", "mean_of"]

TAIL: Final = 0.05
"""The share below the lower, and above the upper, of the percentiles that a file may state."""

TAIL_ODDS: Final = log((1 - TAIL) / TAIL)

TAIL_DEVIATION: Final = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""

FLATTEST: Final = 1.66711
"""From Keelin (2016), equation 18: with it the quantile of a metalog rises everywhere."""

WIDEST: Final = 1e100  # standard deviations, as a multiple of the distance from an end

NARROWEST: Final = 1e-12  # standard deviations, as a multiple of the same: narrower, and rounding decides

NARROW: Final = "is too small to matter: write the number alone"

SHAPES: Final = (0.1, 100_000.0)
"""The least and the greatest shape of a beta distribution: beyond them it is one number, or two."""


class Unfit(Exception):
    """Parameters that make no distribution: the key at fault, and why."""

    def __init__(self, key: str, why: str, code: Fault = "distribution") -> None:
        super().__init__(why)
        self.key, self.why, self.code = key, why, code


def curve_on(stated: Mapping[str, float], word: str | None, ends: Scale) -> tuple[Curve, Scale]:
    """Return the curve that is stated, and the scale that it stands on.

    `word` names the distribution, if the file does; `ends` are those of the field, or that the file sets.
    Raises Unfit.
    """
    if "p50" in stated:
        return metalog(stated, ends), ends
    if word is None:
        return by_moments(stated, ends)
    if word == "beta":
        scale = Scale(stated.get("min", 0.0), stated.get("max", 1.0))
        require_between("max", scale.high or 0.0, Scale(scale.low))
        return (beta(stated) if "alpha" in stated else beta_by_moments(stated, scale)), scale
    scale = Scale(stated.get("min", 0.0)) if word == "lognormal" else Scale()
    if "p5" in stated:
        return normal_by_percentiles(stated, scale), scale
    return by_moments(stated, scale)


def metalog(stated: Mapping[str, float], ends: Scale) -> Metalog:
    """Return the metalog with three percentiles (Keelin 2016, section 3.3: the symmetric-percentile triplet).

    On a scale with ends it is that of the logarithm, or the log odds, of which the percentiles are those.
    """
    low, middle, high = places(stated, ("p5", "p50", "p95"), ends)
    at = (middle - low) / (high - low)
    least = (1 - FLATTEST * (0.5 - TAIL)) / 2
    if not least < at < 1 - least:
        bounds = [ends.value(low + share * (high - low)) for share in (least, 1 - least)]
        near = "p5" if at <= least else "p95"
        within = " and ".join(f"{bound:.3g}" for bound in bounds)
        raise Unfit("p50", f"lies too near to {near} for a smooth curve: it can be between {within}")
    width = (high - low) / (2 * TAIL_ODDS)
    skew = (1 - 2 * at) * (high - low) / ((1 - 2 * TAIL) * TAIL_ODDS)
    return Metalog(middle, width, skew)


def normal_by_percentiles(stated: Mapping[str, float], scale: Scale) -> Normal:
    """Return the normal distribution, on a scale, with two percentiles."""
    low, high = places(stated, ("p5", "p95"), scale)
    return Normal((low + high) / 2, (high - low) / (2 * TAIL_DEVIATION))


def places(stated: Mapping[str, float], keys: tuple[str, ...], scale: Scale) -> list[float]:
    """Return the places of percentiles on a scale; raise Unfit if one is outside it or not above the last."""
    for key in keys:
        require_between(key, stated[key], scale)
    for below, key in pairwise(keys):
        if not stated[below] < stated[key]:
            raise Unfit(key, f"should be above {below}, {figure(stated[below])}", "unordered")
    found = [scale.place(stated[key]) for key in keys]
    for (below, place), (key, above) in pairwise(zip(keys, found, strict=True)):
        if not place < above:
            raise Unfit(key, f"should be farther from {below}, {figure(stated[below])}", "unordered")
    return found


def by_moments(stated: Mapping[str, float], scale: Scale) -> tuple[Curve, Scale]:
    """Return the curve on a scale whose number has a mean and a standard deviation.

    Normal without ends, lognormal from one end, beta between two: the mean and standard deviation of the
    number are then exactly those stated.
    """
    mean, sd = stated["mean"], stated["sd"]
    if not sd > 0:
        raise Unfit("sd", f"should be above 0, not {figure(sd)}", "out-of-range")
    if scale.low is not None and scale.high is not None:
        return beta_by_moments(stated, scale), scale
    require_between("mean", mean, scale)
    if scale == Scale():
        if sd < NARROWEST * abs(mean):
            raise Unfit("sd", NARROW, "out-of-range")
        return Normal(mean, sd), scale
    distance = mean - scale.low if scale.low is not None else (scale.high or 0.0) - mean
    if sd / distance > WIDEST:
        raise Unfit("sd", f"is too large for a mean so near to {figure(mean - distance)}", "out-of-range")
    if sd / distance < NARROWEST:
        raise Unfit("sd", NARROW, "out-of-range")
    variance = log1p((sd / distance) ** 2)  # Aitchison and Brown 1957, section 2.3
    middle = log(distance) - variance / 2
    return Normal(middle if scale.high is None else -middle, sqrt(variance)), scale


def beta_by_moments(stated: Mapping[str, float], scale: Scale) -> Beta:
    """Return the beta distribution between two ends with a mean and a standard deviation."""
    low, high = scale.low or 0.0, scale.high or 0.0
    require_between("mean", stated["mean"], scale)
    if not stated["sd"] > 0:
        raise Unfit("sd", f"should be above 0, not {figure(stated['sd'])}", "out-of-range")
    mean, sd = (stated["mean"] - low) / (high - low), stated["sd"] / (high - low)
    if sd < NARROWEST:
        raise Unfit("sd", NARROW, "out-of-range")
    both = mean * (1 - mean) / sd**2 - 1  # alpha + beta
    shapes = (mean * both, (1 - mean) * both)
    if min(shapes) < SHAPES[0]:
        widest = sqrt(mean * (1 - mean) / (1 + SHAPES[0] / min(mean, 1 - mean))) * (high - low)
        raise Unfit("sd", f"is too large for this mean: it can be up to {widest:.3g}", "out-of-range")
    if max(shapes) > SHAPES[1]:
        raise Unfit("sd", NARROW, "out-of-range")
    return Beta(*shapes)


def beta(stated: Mapping[str, float]) -> Beta:
    """Return the beta distribution with these shapes."""
    for key in ("alpha", "beta"):
        if not SHAPES[0] <= stated[key] <= SHAPES[1]:
            least, most = map(figure, SHAPES)
            raise Unfit(key, f"should be from {least} to {most}, not {figure(stated[key])}", "out-of-range")
    return Beta(stated["alpha"], stated["beta"])


def require_between(key: str, number: float, scale: Scale) -> None:
    """Raise Unfit if a number is not between the ends of a scale."""
    if not scale.holds(number):
        low = "" if scale.low is None else f"above {figure(scale.low)}"
        high = "" if scale.high is None else f"below {figure(scale.high)}"
        due = " and ".join(filter(None, (low, high)))
        raise Unfit(key, f"should be {due}, not {figure(number)}", "out-of-range")


def center_of(distribution: Distribution, stated: Mapping[str, float]) -> float:
    """Return the median of a distribution that is stated by percentiles, and the mean of any other."""
    if "mean" in stated:
        return stated["mean"]
    if "p50" in stated:
        return stated["p50"]
    if "p5" in stated and isinstance(distribution, Continuous):
        return distribution.scale.value(distribution.curve.mean)  # type: ignore[union-attr]  # normal
    return mean_of(distribution)


def mean_of(distribution: Distribution) -> float:
    """Return the mean of a distribution, cut off nowhere; that of a metalog is over many of its quantiles."""
    if isinstance(distribution, Discrete):
        before = (0.0, *distribution.shares)
        chances = (after - share for share, after in zip(before, distribution.shares, strict=False))
        return fsum(value * chance for value, chance in zip(distribution.values, chances, strict=True))
    curve, scale = distribution.curve, distribution.scale
    low, high = scale.low or 0.0, scale.high or 0.0
    if isinstance(curve, Beta):
        return low + (high - low) * curve.alpha / (curve.alpha + curve.beta)
    if isinstance(curve, Metalog):
        return fsum(distribution.quantile((at + 0.5) / QUANTILES) for at in range(QUANTILES)) / QUANTILES
    if scale == Scale():
        return curve.mean
    distance = exp((curve.mean if scale.high is None else -curve.mean) + curve.sd**2 / 2)
    return low + distance if scale.high is None else high - distance


QUANTILES: Final = 1000
"""The quantiles of which the mean is taken: enough to see whether it is far from the median."""
