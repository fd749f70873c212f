"""Draws: each number has its own stream and the distribution of its range."""

from __future__ import annotations

from math import exp, log, nextafter, sqrt

import numpy as np
import pytest

from dilemma.robustness.stress import sampling as draws
from dilemma.robustness.stress.sampling import Draws
from dilemma.scenario.numbers import Range

ROWS = 200_000
LOST_IN_LOGARITHMS = 1e-14
ERRORS = 4  # standard errors: one test in ten thousand would stray further

RANGES = {
    "middle": Range(1.0, 3.0, 4.0),
    "at-low": Range(-2.0, -2.0, 5.0),
    "at-high": Range(0.0, 1.0, 1.0),
    "flat": Range(-1.0, 0.0, 1.0, uniform=True),
    "log": Range(0.005, 0.155, 1.5, "log"),
    "log-below": Range(-100.0, -10.0, -0.1, "log"),
    "log-at-low": Range(1.0, 1.0, 1000.0, "log"),
    "log-flat": Range(1.0, 50.5, 100.0, "log", uniform=True),
}


def triangular_mean(low: float, best: float, high: float) -> float:
    return (low + best + high) / 3


def triangular_in_log_mean(low: float, best: float, high: float) -> float:
    """Return the mean of e^T, T triangular: the moment-generating function of T at 1."""
    a, c, b = log(low), log(best), log(high)
    if c == a:
        return 2 * (exp(b) - exp(a) * (1 + b - a)) / (b - a) ** 2
    return 2 * ((b - c) * exp(a) - (b - a) * exp(c) + (c - a) * exp(b)) / ((b - a) * (c - a) * (b - c))


MEANS = {
    "middle": triangular_mean(1, 3, 4),
    "at-low": triangular_mean(-2, -2, 5),
    "at-high": triangular_mean(0, 1, 1),
    "flat": 0.0,
    "log": triangular_in_log_mean(0.005, 0.155, 1.5),
    "log-below": -triangular_in_log_mean(0.1, 10, 100),
    "log-at-low": triangular_in_log_mean(1, 1, 1000),
    "log-flat": 99 / log(100),
}


@pytest.mark.parametrize("name", RANGES)
def test_draws_have_the_mean_of_their_distribution(name: str) -> None:
    """The mean of many draws is the closed form's, within four standard errors; none leaves the range."""
    column = Draws(RANGES, 0).block(ROWS)[name]
    assert abs(column.mean() - MEANS[name]) < ERRORS * column.std() / sqrt(ROWS)
    assert RANGES[name].low <= column.min()
    assert column.max() <= RANGES[name].high


@pytest.mark.parametrize("name", RANGES)
def test_the_inverse_distribution_starts_and_ends_at_the_ends(name: str) -> None:
    """A uniform number of 0 gives the low end, one of 1 the high end, and between it never falls.

    To the last digit, but for what logarithms lose.
    """
    inverse = draws._inverse(RANGES[name])
    uniforms = np.linspace(0.0, 1.0, 1001)
    column = inverse(uniforms.copy())
    if RANGES[name].high < 0 and RANGES[name].scale == "log":
        column = column[::-1]  # in the logarithm of the size
    lost = 0.0 if RANGES[name].scale == "linear" else LOST_IN_LOGARITHMS
    assert column[0] == pytest.approx(RANGES[name].low, rel=lost, abs=0)
    assert column[-1] == pytest.approx(RANGES[name].high, rel=lost, abs=0)
    assert (np.diff(column) >= 0).all()


def test_blocks_of_any_size_give_the_same_draws() -> None:
    """The same seed gives the same draws however they are cut into blocks."""
    whole = Draws(RANGES, 7).block(1000)
    pieces = Draws(RANGES, 7)
    cut = [pieces.block(rows) for rows in (1, 499, 17, 483)]
    for name, column in whole.items():
        assert np.concatenate([block[name] for block in cut]).tolist() == column.tolist()


def test_a_number_is_drawn_the_same_whatever_else_is() -> None:
    """What else is drawn changes no draw; another address or another seed changes all."""
    alone = Draws({"log": RANGES["log"]}, 7).block(100)["log"].tolist()
    assert Draws(RANGES, 7).block(100)["log"].tolist() == alone
    assert not set(Draws({"other": RANGES["log"]}, 7).block(100)["other"].tolist()) & set(alone)
    assert not set(Draws(RANGES, 8).block(100)["log"].tolist()) & set(alone)


def test_ends_that_share_a_logarithm_are_drawn() -> None:
    """A range a last digit wide in the logarithm is still a range."""
    high = nextafter(1e15, 2e15)
    column = Draws({"thin": Range(1e15, high, high, "log")}, 0).block(50)["thin"]
    assert set(column.tolist()) <= {1e15, high}
