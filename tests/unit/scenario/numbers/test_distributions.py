"""Numbers written as distributions: what they stand for, and what is refused."""

from __future__ import annotations

from math import exp, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.scenario.numbers import (
    ABOVE_0,
    ANY,
    DEGREE,
    NOT_BELOW_0,
    SHARE,
    STRINGENCY,
    FieldBounds,
    Range,
)
from dilemma.scenario.numbers.distributions import Continuous, Discrete
from dilemma.scenario.numbers.shapes import mean_of
from tests.unit.scenario.small import SMALL, document, findings, instead

Written = dict[str, Any]

WRITTEN: dict[str, tuple[Written, FieldBounds, float, str]] = {
    # name: (as written, its field, the best estimate, the distribution)
    "percentiles of a chance": ({"p5": 0.01, "p50": 0.05, "p95": 0.3}, SHARE, 0.05, "metalog"),
    "percentiles above 0": ({"p5": 1, "p50": 5, "p95": 30}, NOT_BELOW_0, 5, "metalog"),
    "percentiles of any number": ({"p5": -3, "p50": -1, "p95": 3}, ANY, -1, "metalog"),
    "percentiles of large numbers": ({"p5": 500, "p50": 2000, "p95": 9000}, ANY, 2000, "metalog"),
    "normal of large numbers": ({"distribution": "normal", "p5": 900, "p95": 3000}, ANY, 1950, "normal"),
    "percentiles between ends": ({"p5": 3, "p50": 4, "p95": 8, "min": 2, "max": 10}, ANY, 4, "metalog"),
    "percentiles below an end": ({"p5": -9, "p50": -4, "p95": -1, "max": 0}, ANY, -4, "metalog"),
    "moments of any number": ({"mean": 10, "sd": 5}, ANY, 10, "normal"),
    "moments above 0": ({"mean": 10, "sd": 5}, ABOVE_0, 10, "lognormal"),
    "moments below an end": ({"mean": -10, "sd": 5, "max": 0}, ANY, -10, "lognormal"),
    "moments of a chance": ({"mean": 0.1, "sd": 0.05}, SHARE, 0.1, "beta"),
    "moments of a degree": ({"mean": 0.2, "sd": 0.2}, DEGREE, 0.2, "beta"),
    "normal": ({"distribution": "normal", "mean": 0.5, "sd": 0.2}, SHARE, 0.5, "normal"),
    "normal, by percentiles": ({"distribution": "normal", "p5": 2, "p95": 4}, ANY, 3, "normal"),
    "lognormal": ({"distribution": "lognormal", "mean": 3, "sd": 1}, ANY, 3, "lognormal"),
    "lognormal, by percentiles": ({"distribution": "lognormal", "p5": 1, "p95": 100}, ANY, 10, "lognormal"),
    "beta": ({"distribution": "beta", "alpha": 2, "beta": 8}, SHARE, 0.2, "beta"),
    "beta between ends": ({"distribution": "beta", "alpha": 2, "beta": 2, "max": 10}, ANY, 5, "beta"),
    "beta, by moments": ({"distribution": "beta", "mean": 0.3, "sd": 0.1}, ANY, 0.3, "beta"),
    "own best estimate": ({"mean": 5, "sd": 1, "best": 4, "low": 3, "high": 7}, STRINGENCY, 4, "beta"),
}

CONTINUOUS = {name: (row[0], row[1]) for name, row in WRITTEN.items()}
SHARES = st.floats(1e-9, 1 - 1e-9)


def number(name: str) -> Range:
    """Return one of the numbers as it is read."""
    written, field, _, _ = WRITTEN[name]
    found = field(written)
    assert isinstance(found, Range)
    return found


def distribution(name: str) -> Continuous:
    """Return the distribution of one of the numbers."""
    found = number(name).distribution
    assert isinstance(found, Continuous)
    return found


@pytest.mark.parametrize("name", WRITTEN)
def test_a_distribution_has_its_name_and_its_best_estimate(name: str) -> None:
    """The best estimate is the one written, else the median of percentiles, else the mean."""
    found = number(name)
    assert found.best == pytest.approx(WRITTEN[name][2], rel=1e-12)
    assert found.drawn_from == WRITTEN[name][3]
    assert found.low < found.best < found.high


@pytest.mark.parametrize("name", WRITTEN)
@given(share=SHARES)
def test_the_quantile_is_the_inverse_of_the_distribution_function(name: str, share: float) -> None:
    """CDF(quantile(u)) is u, and no quantile leaves the field or its own ends."""
    found, field = distribution(name), WRITTEN[name][1]
    value = found.quantile(share)
    assert found.cdf(value) == pytest.approx(share, abs=1e-9)
    assert found.support[0] <= value <= found.support[1]
    assert field.fault(found.support[0]) is None
    assert field.fault(found.support[1]) is None


@pytest.mark.parametrize("name", [name for name, row in WRITTEN.items() if "p5" in row[0]])
def test_percentiles_are_those_written(name: str) -> None:
    """Of the draws 5, 50 and 95 per cent lie below the percentiles that the file states."""
    written = WRITTEN[name][0]
    for key, share in (("p5", 0.05), ("p50", 0.5), ("p95", 0.95)):
        if key in written:
            assert distribution(name).quantile(share) == pytest.approx(written[key], rel=1e-9)
    assert number(name).percentiles
    assert (number(name).low, number(name).high) == (written["p5"], written["p95"])


@pytest.mark.parametrize("name", [name for name, row in WRITTEN.items() if "moments" in name])
def test_mean_and_deviation_are_those_of_the_number_itself(name: str) -> None:
    """Mean and sd are of the number, never of its logarithm; without a name none of it is cut off."""
    found, written = distribution(name), WRITTEN[name][0]
    steps = 4000
    values = [found.quantile((at + 0.5) / steps) for at in range(steps)]
    mean = sum(values) / steps
    assert mean == pytest.approx(written["mean"], rel=2e-3)
    assert sqrt(sum((value - mean) ** 2 for value in values) / steps) == pytest.approx(
        written["sd"], rel=2e-2
    )
    assert mean_of(found) == pytest.approx(written["mean"], rel=1e-12)
    assert found.outside == pytest.approx(0, abs=1e-12)


def test_what_lies_out_of_bounds_is_cut_off_and_the_rest_scaled_up() -> None:
    """A normal chance is conditioned on lying from 0 to 1: no draw is moved to an end."""
    found = distribution("normal")
    assert found.outside == pytest.approx(0.01242, abs=1e-5)
    assert found.quantile(0.5) == pytest.approx(0.5, abs=1e-12)
    assert 0 < found.quantile(1e-6) < found.quantile(2e-6) < 1e-4


def test_a_lognormal_by_percentiles_has_their_logarithms() -> None:
    """The median lies half way between the percentiles in the logarithm; the mean lies above it."""
    found = distribution("lognormal, by percentiles")
    assert found.quantile(0.5) == pytest.approx(10)
    assert mean_of(found) == pytest.approx(10 * exp(found.curve.sd**2 / 2))  # type: ignore[union-attr]


def test_a_discrete_distribution_takes_each_value_by_its_chance() -> None:
    """Its range is that of its values, its best estimate their mean."""
    found = ANY({"distribution": "discrete", "values": [5, 1, 2], "chances": [0.2, 0.5, 0.3]})
    assert isinstance(found, Range)
    assert isinstance(found.distribution, Discrete)
    assert (found.low, found.best, found.high) == (1, pytest.approx(2.1), 5)
    assert not found.percentiles
    quantiles = [found.distribution.quantile(share) for share in (0, 0.49, 0.51, 0.79, 0.81, 1)]
    assert quantiles == [1, 1, 2, 2, 5, 5]
    assert [found.distribution.cdf(value) for value in (0, 1, 4, 5)] == [0, 0.5, 0.8, 1]


def test_a_uniform_distribution_is_the_range_of_two_ends() -> None:
    """`distribution: uniform` is another way to write `[low, high]`."""
    assert ANY({"distribution": "uniform", "low": 1, "high": 3}) == ANY([1, 3])


PLACE = "houses: [10, 20, 40]"

REFUSED = {
    # name: (the number of houses, the place below it, part of the message)
    "an unknown name": ("{distribution: normale, mean: 1, sd: 1}", "distribution", "normal, lognormal, beta"),
    "no name": ("{alpha: 2, beta: 3}", "distribution", "'distribution' is required"),
    "a percentile too few": ("{p5: 1, p50: 2}", "p95", "'p95' is required"),
    "no deviation": ("{mean: 3}", "sd", "'sd' is required"),
    "a deviation of 0": ("{mean: 3, sd: 0}", "sd", "should be above 0, not 0"),
    "text": ("{p5: 1, p50: two, p95: 3}", "p50", "should be a number, not the text 'two'"),
    "out of order": ("{p5: 1, p50: 4, p95: 3}", "p95", "should be above p50, 4"),
    "too skewed": ("{p5: 1, p50: 1.1, p95: 30}", "p50", "it can be between 4.62 and 26.4"),
    "both kinds": ("{p5: 1, p50: 2, p95: 3, sd: 3}", "sd", "'sd' does not go with p5 and p50 and p95"),
    "a scale": ("{p5: 1, p50: 2, p95: 3, scale: log}", "scale", "'scale' does not go with"),
    "an unknown key": ("{p5: 1, p50: 2, p95: 3, p99: 4}", "p99", "unknown key 'p99'"),
    "ends out of order": ("{mean: 3, sd: 1, min: 5, max: 2}", "max", "should be above `min`, 5"),
    "a percentile at an end": ("{p5: 0, p50: 2, p95: 3, min: 0}", "p5", "should be above 0, not 0"),
    "a mean beyond an end": ("{mean: -3, sd: 1, min: 0}", "mean", "should be above 0, not -3"),
    "a flat beta": ("{mean: 0.5, sd: 0.49, min: 0, max: 1}", "sd", "too large for this mean"),
    "a shape too small": ("{distribution: beta, alpha: 0.01, beta: 1}", "alpha", "from 0.1 to 100000"),
    "much cut off": ("{distribution: normal, mean: 1, sd: 1, min: 0}", "", "16 % of this normal"),
    "a mean far out": ("{distribution: lognormal, mean: 1, sd: 900}", "", "outside its 5th to 95th"),
    "a deviation too large": (
        "{distribution: lognormal, mean: 1.0e-300, sd: 1}",
        "sd",
        "too large for a mean",
    ),
    "a normal too narrow": ("{mean: 5, sd: 1.0e-300}", "sd", "too small to matter"),
    "a lognormal too narrow": (
        "{distribution: lognormal, mean: 5, sd: 1.0e-300}",
        "sd",
        "too small to matter",
    ),
    "a beta too narrow": ("{mean: 0.5, sd: 1.0e-300, min: 0, max: 1}", "sd", "too small to matter"),
    "percentiles too near": (
        "{distribution: lognormal, p5: 9, p95: 9.000000000000002}",
        "p95",
        "should be farther from p5, 9",
    ),
    "one value": ("{distribution: discrete, values: [1], chances: [1]}", "values", "from 2 to 1000 numbers"),
    "chances too few": ("{distribution: discrete, values: [1, 2], chances: [1]}", "chances", "each of the 2"),
    "chances beyond 1": (
        "{distribution: discrete, values: [1, 2], chances: [0.5, 0.6]}",
        "chances",
        "add up to 1, not to 1.1",
    ),
    "a value twice": (
        "{distribution: discrete, values: [2, 2], chances: [0.5, 0.5]}",
        "values",
        "all differ",
    ),
    "no list": ("{distribution: discrete, values: 2, chances: [1]}", "values", "should be a list"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_figures_that_make_no_distribution_are_refused_where_they_stand(name: str) -> None:
    """Each mistake is placed at its key, and the message says what is due."""
    written, key, message = REFUSED[name]
    (found,) = findings(instead(PLACE, f"houses: {written}"))
    assert found.address == "quantities.houses.value" + (f".{key}" if key else "")
    assert message in found.message


SUPPORTS = {
    # name: (old, new, part of the message)
    "a divisor that may be 0": (
        "count: houses * rate",
        "count: 20 / houses",
        "divides by 'houses', which may be 0",
    ),
    "a setting beyond its interval": (
        "{multiple: 3}",
        "{multiple: {mean: 50, sd: 20}}",
        "its draws reach from -116 to 214, and it should be from 0 to 100: give it `min` and `max`",
    ),
    "a count above the size": (
        "walkers: {weight: 1",
        "walkers: {size: 900",
        "its draws may reach 4.91e+09, above 900, the size of 'walkers'; give it `max: 900`",
    ),
}


@pytest.mark.parametrize("name", SUPPORTS)
def test_draws_count_and_not_only_percentiles(name: str) -> None:
    """Where a limit must hold of every draw, it is held against all that may be drawn."""
    old, new, message = SUPPORTS[name]
    text = instead(PLACE, "houses: {mean: 20, sd: 5}")
    if "size" in new:
        text = text.replace("walkers: 4", "walkers: {p5: 2, p50: 8, p95: 40}")
    assert old in text
    assert message in [found.message for found in findings(text.replace(old, new, 1))]


def test_a_map_of_percentiles_is_a_number_wherever_one_may_stand_alone() -> None:
    """A quantity, a chance, a degree or an event may be its distribution alone, and in a perspective too."""
    text = SMALL
    for old, new in (
        (PLACE, "houses: {p5: 10, p50: 20, p95: 40}"),
        ("warned: 0.9", "warned: {mean: 0.9, sd: 0.02}"),
        ("drown: 1", "drown: {distribution: beta, alpha: 9, beta: 1}"),
        ("no-harm: -1", "no-harm: {p5: -0.9, p50: -0.8, p95: -0.5}"),
        ("exchange: 5", "exchange: {p5: 1, p50: 5, p95: 20}"),
    ):
        text = text.replace(old, new, 1)
    scenario = document(text).scenario
    assert scenario.quantities["houses"].value == ANY({"p5": 10, "p50": 20, "p95": 40})
    assert scenario.options["wait"].consequences["drown"].chance.best == 0.9  # type: ignore[union-attr]
    assert scenario.options["flood"].duties["no-harm"].degree.best == -0.8  # type: ignore[union-attr]
