"""Correlated draws: the ranks that a file states, and everything else as it was."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dilemma import load, stress
from dilemma.errors import InvalidScenario
from dilemma.robustness.stress.sampling import Draws
from dilemma.scenario.correlations.groups import Pair, allowed_ranks, groups
from dilemma.scenario.numbers import Range
from tests.unit.robustness.small import two_goods
from tests.unit.scenario.numbers.test_distributions import number

ROWS = 100_000
NEAR = 0.01  # over three standard errors of a rank correlation of so many draws

RANGES = {
    "beta": number("beta"),
    "triangular": Range(0.0, 1.0, 5.0),
    "metalog": number("percentiles above 0"),
    "below": Range(-100.0, -10.0, -0.1, "log"),
    "alone": Range(0.0, 0.5, 1.0, uniform=True),
}

PAIRS = (
    Pair("a", "beta", "triangular", 0.7),
    Pair("b", "triangular", "metalog", -0.5),
    Pair("c", "beta", "below", 0.4),
)


def rank_correlation(one: np.ndarray, other: np.ndarray) -> float:
    ranks = [np.argsort(np.argsort(column)) for column in (one, other)]
    return float(np.corrcoef(*ranks)[0, 1])


def test_draws_have_the_rank_correlations_that_the_file_states() -> None:
    """Whatever the distributions, and also for a number whose size is drawn below 0."""
    columns = Draws(RANGES, 3, PAIRS).block(ROWS)
    for pair in PAIRS:
        assert rank_correlation(columns[pair.one], columns[pair.other]) == pytest.approx(pair.rank, abs=NEAR)
    assert rank_correlation(columns["beta"], columns["alone"]) == pytest.approx(0, abs=NEAR)


def test_each_number_keeps_its_own_distribution() -> None:
    """A correlation moves which draws meet, not how often a number takes a value."""
    apart, joined = Draws(RANGES, 3).block(ROWS), Draws(RANGES, 3, PAIRS).block(ROWS)
    for name in RANGES:
        quantiles = np.quantile(apart[name], [0.05, 0.5, 0.95])
        shares = [(joined[name] < quantile).mean() for quantile in quantiles]
        assert shares == pytest.approx([0.05, 0.5, 0.95], abs=NEAR)


def test_numbers_without_a_correlation_are_drawn_as_ever() -> None:
    """So is the first number of a group."""
    apart, joined = Draws(RANGES, 3).block(100), Draws(RANGES, 3, PAIRS).block(100)
    for name in ("alone", "beta"):
        assert joined[name].tolist() == apart[name].tolist()
    assert joined["triangular"].tolist() != apart["triangular"].tolist()


def test_correlated_blocks_of_any_size_give_the_same_draws() -> None:
    """The same seed gives the same draws however they are cut into blocks."""
    whole, pieces = Draws(RANGES, 7, PAIRS).block(1000), Draws(RANGES, 7, PAIRS)
    cut = [pieces.block(rows) for rows in (1, 499, 17, 483)]
    for name, column in whole.items():
        assert np.concatenate([block[name] for block in cut]).tolist() == column.tolist()


def chain(rank: float) -> tuple[Pair, ...]:
    return (Pair("a", "x", "y", 0.8), Pair("b", "y", "z", 0.8), Pair("c", "x", "z", rank))


def test_what_a_pair_can_have_beside_others_is_told_exactly() -> None:
    """Just inside the interval the matrix is possible, just outside it is not."""
    low, high = allowed_ranks(chain(0)[-1], chain(0)[:-1])
    assert (round(low, 2), round(high, 2)) == (0.31, 1.0)
    for rank in (low + 1e-6, high - 1e-6):
        assert groups(chain(rank))[0].factor is not None
    for rank in (low - 1e-6, -0.5):
        assert groups(chain(rank))[0].factor is None


X, Y = "consequences.x.value", "consequences.y.value"


def correlated(rank: float, *between: str, one: object = (0, 1, 2), other: object = (0, 1, 2)) -> dict:
    return two_goods(
        list(one) if isinstance(one, tuple) else one,
        list(other) if isinstance(other, tuple) else other,
        correlations={"r": {"between": list(between or (X, Y)), "rank": rank}},
        perspectives={"sure": {"set": {X: 1}}},
    )


def test_goods_that_rise_together_are_seldom_far_apart() -> None:
    """A correlation reaches the verdicts: of two goods that rise together the certain one wins as before."""
    plain = stress(load(two_goods([0, 1, 2], [0.4, 0.8, 1.2])), frameworks=["utilitarian"])
    data = correlated(0.95, other=(0.4, 0.8, 1.2))
    joined = stress(load(data), frameworks=["utilitarian"])
    shares = [test.stressed.theories[0].shares[0].chosen for test in (plain, joined)]
    assert shares[1] - shares[0] > 0.02
    assert [(pair.one, pair.other) for pair in joined.correlated] == [(X, Y)]


def test_the_correlations_of_a_number_that_is_certain_fall_away() -> None:
    """A perspective or a flag may make a correlated number certain; the other is drawn as if alone."""
    document = load(correlated(0.9))
    for test in (stress(document, perspective="sure"), stress(document, addresses={X: 1.0})):
        assert test.correlated == ()
        assert [doubt.dial.address for doubt in test.doubts] == [Y]


def test_a_flag_may_change_a_correlation() -> None:
    """`-s correlations.ID.rank=X` is a setting as any other."""
    test = stress(load(correlated(0.9)), addresses={"correlations.r.rank": -0.25}, draws=10)
    assert [pair.rank for pair in test.correlated] == [-0.25]


REFUSED: dict[str, tuple[Callable[[], dict], str, str]] = {
    # name: (a file, the place, part of the message)
    "an unknown address": (lambda: correlated(0.5, X, "consequences.z.value"), "between.1", "no address"),
    "no number": (
        lambda: correlated(0.5, X, "consequences.y.party"),
        "between.1",
        "not the address of a num",
    ),
    "a certain number": (lambda: correlated(0.5, other=1), "between.1", "is certain: write a range"),
    "a default": (lambda: correlated(0.5, X, "parties.a.weight"), "between.1", "is not written in the file"),
    "the same number": (lambda: correlated(0.5, X, X), "between.1", "names the same number twice"),
    "one number": (lambda: correlated(0.5, X), "between", "should name two addresses"),
    "a rank of 1": (lambda: correlated(1), "rank", "should be above -1 and below 1, not 1"),
    "a rank in words": (lambda: correlated("high"), "rank", "should be a number, not the text 'high'"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_correlation_that_cannot_be_is_refused_where_it_stands(name: str) -> None:
    """Each mistake is placed, and named once."""
    data, place, message = REFUSED[name]
    with pytest.raises(InvalidScenario) as refused:
        load(data())
    (found,) = refused.value.findings
    assert found.address == f"correlations.r.{place}"
    assert message in found.message


def test_a_product_is_told_to_be_correlated_by_its_quantities() -> None:
    """A product is not drawn; what it is made of is."""
    data = {**correlated(0.5, one="q * 2"), "quantities": {"q": [1, 2]}, "perspectives": {}}
    with pytest.raises(InvalidScenario, match="correlate the quantities that it names"):
        load(data)
    data["correlations"]["r"]["between"] = ["quantities.q", Y]
    assert stress(load(data), draws=10).correlated[0].one == "quantities.q.value"


def test_a_pair_is_correlated_once() -> None:
    """Whichever way round it is named."""
    data = correlated(0.5)
    data["correlations"]["s"] = {"between": [Y, X], "rank": 0.2}
    with pytest.raises(InvalidScenario, match="'r' correlates these two already"):
        load(data)


def test_of_impossible_correlations_one_is_blamed_and_its_limits_told() -> None:
    """The last in the order of the file of which another value would do beside the others."""
    data = correlated(0.8)
    data["parties"]["a"]["weight"] = [1, 2]
    data["correlations"]["s"] = {"between": [Y, "parties.a.weight"], "rank": 0.8}
    data["correlations"]["t"] = {"between": [X, "parties.a.weight"], "rank": 0.1}
    with pytest.raises(InvalidScenario) as refused:
        load(data)
    (found,) = refused.value.findings
    assert found.address == "correlations.t.rank"
    assert found.message.startswith("cannot be 0.1 beside the other correlations, only from 0.32 to 1 ")
    data["correlations"]["t"]["rank"] = 0.5
    assert load(data).scenario.correlations["t"].rank == 0.5


def test_correlations_of_which_no_single_one_can_be_mended_are_named() -> None:
    """Where no value of one pair would do, all of the group are named."""
    data = correlated(0.9)
    data["parties"] = {id: {"weight": [1, 2]} for id in "abc"}
    ends = [X, Y, *(f"parties.{id}.weight" for id in "abc")]
    pairs = [(one, other) for at, one in enumerate(ends) for other in ends[at + 1 :]]
    data["correlations"] = {f"r{at}": {"between": list(pair), "rank": -0.9} for at, pair in enumerate(pairs)}
    with pytest.raises(InvalidScenario, match="no numbers can have all of these correlations: 'r0', 'r1'"):
        load(data)
