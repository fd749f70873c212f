"""The published scores of tables, to the last digit that is published."""

from __future__ import annotations

from itertools import permutations

import pytest

from . import kracka, six_cars
from .study import inputs, theirs

THRESHOLDS = {
    "price": (500, 3000),
    "power": (0, 30),
    "acceleration": (0, 2),
    "consumption": (0, 1),
    "CO2": (0, 100),
}
"""Of PROMETHEE's linear preference: the difference that is still none, and that which counts whole."""


def test_the_ratio_system_is_expected_as_scored() -> None:
    """The six published scores of the ratio system are ours to eight digits, before any rounding."""
    scores = kracka.ratio_scores()
    published = {one: theirs(kracka.NAME)[f"ratio system, {one}"] for one in scores}
    assert scores == pytest.approx(published, abs=1e-8)


def test_the_multiplicative_form_is_expected_as_scored_over_logarithms() -> None:
    """The six published products are ours to the last digit of what is published."""
    scores = kracka.product_scores()
    published = {one: theirs(kracka.NAME)[f"full multiplicative form, {one}"] for one in scores}
    assert scores == pytest.approx(published, rel=1e-8, abs=1e-4)


def test_the_published_flows_follow_from_the_measurements() -> None:
    """The flows on one criterion that the study takes as given follow from measurements and thresholds."""
    stated = inputs(six_cars.NAME)
    for criterion, goal, values, flows in zip(
        *(stated[key] for key in ("criteria", "goals", "measured", "flows")), strict=True
    ):
        none, full = THRESHOLDS[criterion]
        sign = 1 if goal == "max" else -1
        found = [0.0] * len(values)
        for a, b in permutations(range(len(values)), 2):
            preference = min(max((sign * (values[a] - values[b]) - none) / (full - none), 0.0), 1.0)
            found[a] += preference / (len(values) - 1)
            found[b] -= preference / (len(values) - 1)
        assert found == pytest.approx(flows, abs=1e-4), criterion
