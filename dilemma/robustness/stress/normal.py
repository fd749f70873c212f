"""The standard normal distribution in columns: its quantile and its cumulative distribution function."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt
from typing import Final

import numpy as np

from dilemma.graph.columns import Column

__all__ = ["cdf", "quantile"]

# Algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37(3)), right to about 1 part in 10^16: in each
# of three regions a rational function, its coefficients from the constant term up.
MIDDLE: Final = (
    (
        *(3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125),
        *(45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727),
    ),
    (
        *(1.0, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077),
        *(21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561),
    ),
)
TAIL: Final = (
    (
        *(1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504),
        *(1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4),
    ),
    (
        *(1.0, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455),
        *(
            0.14810397642748007459,
            0.0151986665636164571966,
            5.475938084995344946e-4,
            1.05075007164441684324e-9,
        ),
    ),
)
FAR_TAIL: Final = (
    (
        *(6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123),
        *(0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5),
        2.01033439929228813265e-7,
    ),
    (
        *(1.0, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525),
        *(7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7),
        2.04426310338993978564e-15,
    ),
)
CENTRAL: Final = 0.425  # from 1/2: the region of the first function
SQUARED: Final = 0.180625  # its square
NEAR: Final = 1.6  # sqrt(-log(share)) at which the second function is centred
FAR: Final = 5.0  # from here on the third


def quantile(shares: Column) -> Column:
    """Return the number below which each share of a standard normal distribution lies."""
    off = shares - 0.5
    found = off * _rational(SQUARED - off * off, MIDDLE)
    tails = np.abs(off) > CENTRAL
    if tails.any():
        sides = off[tails]
        nearer = np.where(sides < 0, shares[tails], 1.0 - shares[tails])
        found[tails] = np.copysign(_in_tail(np.sqrt(-np.log(nearer))), sides)
    return found


def _in_tail(root: Column) -> Column:
    found = _rational(root - NEAR, TAIL)
    far = root > FAR
    if far.any():
        found[far] = _rational(root[far] - FAR, FAR_TAIL)
    return found


def _rational(at: Column, coefficients: tuple[Sequence[float], Sequence[float]]) -> Column:
    """Return a ratio of polynomials, by Horner's rule."""
    ratio = []
    for polynomial in coefficients:
        value = np.full_like(at, polynomial[-1])
        for coefficient in polynomial[-2::-1]:
            value *= at
            value += coefficient
        ratio.append(value)
    over: Column = ratio[0] / ratio[1]
    return over


def cdf(places: Column) -> Column:
    """Return the share of a standard normal distribution below each number, with all digits in both tails."""
    scaled = (places * -sqrt(0.5)).tolist()
    return np.fromiter(map(erfc, scaled), float, len(scaled)) / 2
