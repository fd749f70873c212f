"""Inverse distribution functions in columns, for numbers that are written as distributions.

They are those of `dilemma.scenario.numbers.distributions`, written for columns. The inverse of a beta is
interpolated between exact points, since it has no closed form.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log
from typing import Final, TypeAlias

import numpy as np

from dilemma.graph.columns import Column
from dilemma.robustness.stress import normal
from dilemma.scenario.numbers.distributions import (
    FIRST,
    LAST,
    Beta,
    Continuous,
    Curve,
    Discrete,
    Distribution,
    Metalog,
    Normal,
    Scale,
)
from dilemma.scenario.numbers.distributions.incomplete_beta import log_density, tails
from dilemma.scenario.numbers.distributions.scale import STEEPEST

__all__ = ["Inverse", "clamped", "inverse_of"]

Inverse: TypeAlias = Callable[[Column], Column]

POINTS: Final = 512  # over the whole of a beta, and as many again over what is drawn often
OFTEN: Final = 1e-4  # the share of either tail that is drawn rarely


def inverse_of(distribution: Distribution) -> Inverse:
    """Return the function from uniform numbers to draws of a distribution."""
    return _of_values(distribution) if isinstance(distribution, Discrete) else _of_curve(distribution)


def clamped(draws: Column, low: float, high: float) -> Column:
    """Return draws held to the ends of what is possible, in place, since rounding may exceed them."""
    np.maximum(draws, low, out=draws)
    return np.minimum(draws, high, out=draws)


def _of_values(distribution: Discrete) -> Inverse:
    values, shares = np.array(distribution.values), np.array(distribution.shares[:-1])
    return lambda uniform: values[np.searchsorted(shares, uniform, side="right")]


def _of_curve(distribution: Continuous) -> Inverse:
    curve, on_scale = _curve(distribution.curve), _scale(distribution.scale)
    low, high = distribution.shares

    def inverse(uniform: Column) -> Column:
        shares = clamped(uniform * (high - low) + low, FIRST, LAST)
        return clamped(on_scale(curve(shares)), *distribution.support)

    return inverse


def _curve(curve: Curve) -> Inverse:
    """Return the quantile of a curve."""
    if isinstance(curve, Normal):
        return lambda shares: normal.quantile(shares) * curve.sd + curve.mean
    if isinstance(curve, Metalog):
        return lambda shares: _log_odds(shares) * ((shares - 0.5) * curve.skew + curve.width) + curve.median
    return _interpolated(curve)


def _log_odds(shares: Column) -> Column:
    odds: Column = np.log(shares / (1.0 - shares))
    return odds


def _scale(scale: Scale) -> Inverse:
    """Return the function from places of a curve to numbers."""
    low, high = scale.low, scale.high

    def number(places: Column) -> Column:
        if low is None and high is None:
            return places
        clamped(places, -STEEPEST, STEEPEST)
        if low is not None and high is not None:
            return low + (high - low) / (1.0 + np.exp(-places))
        return (high or 0.0) - np.exp(-places) if low is None else low + np.exp(places)

    return number


def _interpolated(curve: Beta) -> Inverse:
    """Return the quantile of a beta in log odds, by cubic Hermite interpolation between exact points.

    Shares are in log odds too: in both tails the curve then tends to a straight line. Where the share has the
    density f, in log odds, the slope of the quantile is share (1 - share) / f.
    """
    ends = [[curve.quantile(share) for share in pair] for pair in ((FIRST, LAST), (OFTEN, 1.0 - OFTEN))]
    steps = np.linspace(0.0, 1.0, POINTS)
    places = np.unique(np.concatenate([low + (high - low) * steps for low, high in ends]))
    both = [tails(curve.alpha, curve.beta, place) for place in places.tolist()]
    odds = np.array([log(below / above) if below > 0 < above else np.nan for below, above in both])
    slopes = np.array(
        [
            below * above / exp(log_density(curve.alpha, curve.beta, place))
            for place, (below, above) in zip(places.tolist(), both, strict=True)
        ]
    )
    rising = np.diff(odds, prepend=-np.inf) > 0  # rounding may leave two points alike
    return _hermite(odds[rising], places[rising], slopes[rising])


def _hermite(at: Column, values: Column, slopes: Column) -> Inverse:
    """Return the cubic Hermite interpolant of log odds through points, and constant beyond them."""

    def curve(shares: Column) -> Column:
        odds = clamped(_log_odds(shares), at[0], at[-1])
        cell = np.clip(np.searchsorted(at, odds, side="right") - 1, 0, len(at) - 2)
        width = at[cell + 1] - at[cell]
        part = (odds - at[cell]) / width
        rest = 1.0 - part
        rise = values[cell] * (1.0 + 2.0 * part) + width * part * slopes[cell]
        fall = values[cell + 1] * (1.0 + 2.0 * rest) - width * rest * slopes[cell + 1]
        result: Column = rise * rest * rest + fall * part * part
        return result

    return curve
