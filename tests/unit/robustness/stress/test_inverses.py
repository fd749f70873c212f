"""Inverse distribution functions in columns, held against the scalar ones and the standard library."""

from __future__ import annotations

from math import erfc, sqrt
from statistics import NormalDist

import numpy as np
import pytest

from dilemma.robustness.stress import normal
from dilemma.robustness.stress.inverses import inverse_of
from dilemma.robustness.stress.sampling import Draws
from dilemma.scenario.numbers import ANY, Range
from dilemma.scenario.numbers.distributions import FIRST, LAST
from tests.unit.scenario.numbers.test_distributions import WRITTEN, distribution, number

UNIFORMS = np.concatenate([[0.0, FIRST, 1e-12, 1e-6, LAST], np.linspace(0.0, LAST, 401)])
ROWS = 100_000
ERRORS = 4  # standard errors: one test in ten thousand would stray further

DISCRETE = {"distribution": "discrete", "values": [1, 2, 5], "chances": [0.5, 0.3, 0.2]}


def test_the_normal_quantile_is_that_of_the_standard_library() -> None:
    """To the last digits, in all three regions of the approximation."""
    shares = np.array([FIRST, 1e-14, 1e-9, 0.01, 0.0749, 0.0751, 0.3, 0.5, 0.77, 0.926, 1 - 1e-9, LAST])
    expected = [NormalDist().inv_cdf(share) for share in shares]
    assert normal.quantile(shares) == pytest.approx(expected, rel=4e-16, abs=1e-16)


def test_the_normal_distribution_function_keeps_its_digits_in_both_tails() -> None:
    """A share of 1e-15 is as exact as one of a half."""
    places = np.array([-8.2, -3.0, 0.0, 1.5, 8.2])
    assert normal.cdf(places) == pytest.approx([erfc(-place / sqrt(2)) / 2 for place in places], rel=1e-15)


@pytest.mark.parametrize("name", WRITTEN)
def test_columns_have_the_quantiles_of_the_distribution(name: str) -> None:
    """Drawn in columns or one by one, a share has the same quantile; betas are interpolated to 1e-7."""
    found = distribution(name)
    column = inverse_of(found)(UNIFORMS.copy())
    expected = [found.quantile(share) for share in UNIFORMS.tolist()]
    assert column == pytest.approx(expected, rel=1e-7 if found.name == "beta" else 1e-12, abs=1e-9)
    assert found.support[0] <= column.min()
    assert column.max() <= found.support[1]


SHAPES = [(0.1, 0.1), (0.1, 8), (1, 1), (0.5, 3), (40, 2), (3000, 7000), (100_000, 2)]


@pytest.mark.parametrize("shapes", SHAPES)
def test_betas_of_any_shape_are_interpolated_closely(shapes: tuple[float, float]) -> None:
    """The share below an interpolated quantile is the share asked for, within a millionth."""
    written = {"distribution": "beta", "alpha": shapes[0], "beta": shapes[1]}
    found = ANY({**written, "best": 0.5, "low": 0, "high": 1})
    assert isinstance(found, Range)
    assert found.distribution is not None
    uniforms = np.linspace(0.01, 0.8, 80)
    column = inverse_of(found.distribution)(uniforms.copy())
    assert [found.distribution.cdf(value) for value in column.tolist()] == pytest.approx(uniforms, abs=1e-6)


def test_a_beta_of_closed_form_is_drawn_by_it() -> None:
    """With alpha 3 and beta 1 the quantile of u is its cube root; with 1 and 2 it is 1 - sqrt(1 - u)."""
    uniforms = np.linspace(0.001, 0.999, 500)
    for shapes, expected in (((3, 1), np.cbrt(uniforms)), ((1, 2), 1 - np.sqrt(1 - uniforms))):
        found = ANY({"distribution": "beta", "alpha": shapes[0], "beta": shapes[1]})
        assert isinstance(found, Range)
        assert inverse_of(found.distribution)(uniforms.copy()) == pytest.approx(expected, abs=1e-8)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WRITTEN)
def test_draws_have_the_percentiles_of_their_distribution(name: str) -> None:
    """Of many draws the stated shares lie below the percentiles, within four standard errors."""
    column = Draws({name: number(name)}, 0).block(ROWS)[name]
    for share in (0.05, 0.5, 0.95):
        below = float((column < distribution(name).quantile(share)).mean())
        assert abs(below - share) < ERRORS * sqrt(share * (1 - share) / ROWS)


def test_values_are_drawn_by_their_chances() -> None:
    """A discrete number takes each of its values, and no other."""
    found = ANY(DISCRETE)
    assert isinstance(found, Range)
    column = Draws({"x": found}, 0).block(ROWS)["x"]
    values, counts = np.unique(column, return_counts=True)
    assert values.tolist() == [1, 2, 5]
    assert counts / ROWS == pytest.approx([0.5, 0.3, 0.2], abs=ERRORS * 0.5 / sqrt(ROWS))
