"""The regularized incomplete beta function, by the log odds of its argument.

By log odds y, with x = 1 / (1 + exp(-y)), both tails keep their digits, however near to 0 or 1 x is.
"""

from __future__ import annotations

from math import exp, lgamma, log1p

__all__ = ["log_density", "tails"]

SMALL = 1e-300  # in place of a denominator of 0 (Thompson and Barnett 1986)
EXACT = 1e-15  # a factor this near to 1 changes nothing
MOST_TERMS = 10_000  # a few times the square root of the largest shape suffices


def tails(alpha: float, beta: float, log_odds: float) -> tuple[float, float]:
    """Return the shares of a beta distribution below and above the number with these log odds.

    The continued fraction converges fast below the mean, about; above it the roles are exchanged (DLMF
    8.17.22 and 8.17.4).
    """
    x = exp(-_softplus(-log_odds))
    front = exp(log_density(alpha, beta, log_odds))
    if x < (alpha + 1) / (alpha + beta + 2):
        below = min(1.0, front * _fraction(alpha, beta, x) / alpha)
        return below, 1.0 - below
    above = min(1.0, front * _fraction(beta, alpha, exp(-_softplus(log_odds))) / beta)
    return 1.0 - above, above


def log_density(alpha: float, beta: float, log_odds: float) -> float:
    """Return the logarithm of the density of the log odds: of x^alpha (1 - x)^beta / B(alpha, beta)."""
    scale = lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta)
    return scale - alpha * _softplus(-log_odds) - beta * _softplus(log_odds)


def _softplus(y: float) -> float:
    """Return log(1 + exp(y))."""
    return y + log1p(exp(-y)) if y > 0 else log1p(exp(y))


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of DLMF 8.17.22, evaluated forwards (Lentz 1976)."""
    c = 1.0
    d = 1.0 / _not_0(1.0 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        factor = 1.0
        for term in (even, odd):
            d = 1.0 / _not_0(1.0 + term * d)
            c = _not_0(1.0 + term / c)
            factor = c * d
            result *= factor
        if abs(factor - 1.0) < EXACT:
            break
    return result


def _not_0(number: float) -> float:
    return number if abs(number) > SMALL else SMALL
