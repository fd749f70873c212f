"""Pools: each by its formula, on the right scale, and reproducible."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma import weigh
from dilemma.errors import BadSetting
from dilemma.frameworks.registry import frameworks_named
from dilemma.robustness.collection.pooling import (
    POOLS,
    pooled_view,
    trimmed_mean,
    weighted_mean,
    weighted_median,
)
from dilemma.scenario import read, view
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.read import read_view
from dilemma.scenario.views.write import view_text
from dilemma.weighing import judge_view
from tests.unit.robustness.collection.samples import checker, document, random_views, theories, view_of
from tests.unit.scenario.small import instead

OPEN, TRUST = "beliefs.moscow-open.probability", "quantities.trust-harm.value"
Numbers = st.lists(st.floats(-100, 100), min_size=1, max_size=9)


def said(address: str, *values: object) -> list:
    return [view_of("track-two", set={address: value}) for value in values]


def pool(kind: str, views: list, weights: list[float] | None = None) -> dict:
    return dict(pooled_view(kind, document("track-two"), views, theories(), weights).values)  # type: ignore[arg-type]


CASES = [
    ("median", OPEN, (0.1, 0.2, 0.9), 0.2),
    ("median", OPEN, (0.1, 0.2, 0.4, 0.9), 0.3),
    ("mean", OPEN, (0.1, 0.2, 0.9), 0.4),
    ("trimmed", OPEN, (0.1, 0.2, 0.3, 0.4, 0.95), 0.3),
    ("trimmed", OPEN, (0.1, 0.2, 0.6), (0.1 * 2 / 15 + 0.2 * 5 / 15 + 0.6 * 2 / 15) / (9 / 15)),
    ("log-odds", OPEN, (0.5, 0.9), 0.75),
    ("log-odds", OPEN, (0.0, 0.999), 0.5),
    ("mean", TRUST, (-1.0, -4.0), -2.0),  # the file has a log scale: the geometric mean
    ("log-odds", TRUST, (-1.0, -4.0), -2.0),
    ("median", TRUST, (-1.0, -4.0), -2.0),
]


@pytest.mark.parametrize(("kind", "address", "values", "expected"), CASES)
def test_a_number_is_pooled_by_the_formula(kind: str, address: str, values: tuple, expected: float) -> None:
    """Each pool gives what its formula gives by hand."""
    assert pool(kind, said(address, *values))[address] == pytest.approx(expected, rel=1e-11)


def test_weights_count_like_people() -> None:
    """A person of weight 3 counts as three people who say the same; one of weight 0 not at all."""
    once, thrice = said(OPEN, 0.1, 0.4, 0.8), said(OPEN, 0.1, 0.4, 0.4, 0.4)
    for kind in POOLS:
        assert pool(kind, once, [1, 3, 0]) == pytest.approx(pool(kind, thrice))


def test_who_does_not_set_a_number_holds_the_files() -> None:
    """A view that leaves a number as it is counts with the file's own."""
    best = 0.55
    assert pool("mean", [*said(OPEN, 0.25), view_of("track-two")])[OPEN] == pytest.approx((best + 0.25) / 2)
    assert pool("median", [*said(OPEN, 0.25), view_of("track-two"), view_of("track-two")]) == {}


def test_credences_are_pooled_by_their_mean_shares() -> None:
    """Credences in any unit are shares first; views without credences do not count."""
    views = [
        view_of("track-two", credences={"utilitarian": 30, "kantian": 10}),
        view_of("track-two", credences={"kantian": "100%"}),
        view_of("track-two"),
    ]
    found = pooled_view("median", document("track-two"), views, theories()).credences
    assert found == {"utilitarian": Fraction(3, 8), "kantian": Fraction(5, 8)}


def test_what_is_no_number_follows_the_majority() -> None:
    """A role or a kind is taken over if more than half of the weight sets it so."""
    kind = "duties.no-recognition.kind"
    absolute, plain = view_of("track-two", set={kind: "absolute"}), view_of("track-two")
    assert pool("median", [absolute, absolute, plain]) == {kind: "absolute"}
    assert pool("median", [absolute, plain]) == {}
    assert pool("median", [absolute, plain], [2, 1]) == {kind: "absolute"}


def test_a_number_that_the_file_does_not_state_needs_a_majority() -> None:
    """A number without a plain value in the file is pooled over those who set it, if they are most."""
    five, seven, plain = (views_of_small(one) for one in ({"worst": 5}, {"worst": 7}, {}))
    assert small_pool("mean", [five, seven, plain]) == {"worst": 6}
    assert small_pool("mean", [five, plain, plain]) == {}


@pytest.mark.parametrize("kind", POOLS)
@pytest.mark.parametrize("name", ["track-two", "cluster"])
def test_a_pooled_view_reproduces(kind: str, name: str) -> None:
    """A pooled view, written and read again, has the verdicts of the pooled numbers."""
    views = random_views(name, 12, seed=5)
    one = pooled_view(kind, document(name), views, theories())
    again = read_view(view_text(one, document(name)).encode(), "pooled", checker(name))
    assert again._replace(label=one.label) == one
    verdicts = judge_view(view(document(name), None, one.values), frameworks_named(())).verdicts
    assert verdicts == weigh(document(name), addresses=dict(again.values)).verdicts
    assert one == pooled_view(kind, document(name), views, theories())


@given(Numbers)
def test_pools_lie_within_what_is_said(values: list[float]) -> None:
    """A pool lies between the least and the greatest value, and with one value is that value."""
    column, weights = np.array(values), np.ones(len(values))
    for one in (weighted_median, weighted_mean, trimmed_mean):
        assert min(values) - 1e-9 <= one(column, weights) <= max(values) + 1e-9
    assert weighted_median(column, weights) == pytest.approx(float(np.median(column)))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.integers(0, 1000))
def test_a_weighted_median_is_that_of_repeated_values(weights: list[int], seed: int) -> None:
    """Whole weights are repetitions."""
    values = np.random.default_rng(seed).uniform(size=len(weights))
    repeated = np.repeat(values, weights)
    assert weighted_median(values, np.array(weights, float)) == pytest.approx(float(np.median(repeated)))


def test_log_odds_are_the_geometric_mean_of_odds() -> None:
    """The pooled odds are the geometric mean of the odds."""
    values = (0.1, 0.3, 0.7)
    odds = exp(sum(log(p / (1 - p)) for p in values) / 3)
    assert pool("log-odds", said(OPEN, *values))[OPEN] == pytest.approx(odds / (1 + odds), rel=1e-11)


def test_numbers_that_cannot_stand_together_are_refused() -> None:
    """Where the pool of each number is allowed but not their product, the pool says so."""
    views = [views_of_small({P: a, Q: 1 / a}) for a in (1, 2, 0.5)]
    assert small_pool("median", views) == {}
    with pytest.raises(BadSetting, match="`pool` mean: the pooled numbers cannot stand together"):
        small_pool("mean", views)


P, Q = "quantities.p.value", "quantities.q.value"
PRODUCT = instead("chance: [0.5, 0.9]", "chance: p * q").replace(
    "quantities:\n", "quantities:\n  p: 1\n  q: 1\n"
)
SMALL_DOCUMENT = read(PRODUCT.encode(), "small", "small")


def views_of_small(settings: dict) -> PersonView:
    checked = ViewChecker(SMALL_DOCUMENT).checked({"view": 1, "of": "small", "set": settings}, "a")
    assert checked.view is not None, checked.problems
    return checked.view


def small_pool(kind: str, views: list) -> dict:
    return dict(pooled_view(kind, SMALL_DOCUMENT, views, theories()).values)  # type: ignore[arg-type]
