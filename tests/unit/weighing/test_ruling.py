"""Tests of the rule that derives choice, rank and margin from tests and scores."""

from __future__ import annotations

import pytest

from dilemma.frameworks.framework import Gives, Judgement
from dilemma.frameworks.framework import Test as Tried
from dilemma.weighing.ruling import Ruling, rule

CLOSE = 1 - 1e-10
"""A number Equal to 1 but not the same float."""


def _rule(
    gives: Gives, *options: tuple[float, bool | None], orders: tuple[tuple[float, ...], ...] = ()
) -> Ruling:
    """Return the ruling on options, given by score and by whether they pass; None means no tests."""
    judgements = [
        Judgement(
            option=str(index),
            score=score,
            tests=() if passed is None else (Tried("always", passed=True), Tried("at-times", passed)),
            order=orders[index] if orders else (),
        )
        for index, (score, passed) in enumerate(options)
    ]
    return rule(gives, judgements)


def _ranks(ruling: Ruling) -> list[object]:
    return [placing.rank for placing in ruling.placings]


def _chosen(ruling: Ruling) -> list[object]:
    return [placing.chosen for placing in ruling.placings]


def _permissible(ruling: Ruling) -> list[object]:
    return [placing.permissible for placing in ruling.placings]


def _alone(ruling: Ruling) -> list[object]:
    return [placing.alone for placing in ruling.placings]


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ((3.0, 1.0, 2.0), [1, 3, 2]),
        ((1.0, 1.0, 2.0), [2, 2, 1]),
        ((2.0, 1.0, 2.0), [1, 3, 1]),
        ((1.0, CLOSE, 0.0), [1, 1, 3]),
        ((CLOSE, 1.0, 0.0), [1, 1, 3]),
        ((1.0, 1.0, 1.0), [1, 1, 1]),
    ],
)
def test_without_tests_the_best_is_right(scores: tuple[float, ...], ranks: list[int]) -> None:
    """The best options are permissible and chosen; a rank is 1 plus the number of options strictly above."""
    found = _rule(Gives.CARDINAL, *((score, None) for score in scores))
    best = [rank == 1 for rank in ranks]
    assert [placing.option for placing in found.placings] == ["0", "1", "2"]
    assert (_ranks(found), _chosen(found), _permissible(found)) == (ranks, best, best)
    assert _alone(found) == [rank == 1 and best.count(True) == 1 for rank in ranks]
    assert found.permits_none is False
    assert found.silent is all(best)


@pytest.mark.parametrize(
    ("passed", "ranks"),
    [
        ((True, True, False), [1, 1, 2]),
        ((False, True, False), [2, 1, 2]),
        ((True, True, True), [1, 1, 1]),
        ((False, False, False), [2, 2, 2]),
    ],
)
def test_tiers_do_not_depend_on_scores(passed: tuple[bool, ...], ranks: list[int]) -> None:
    """Options that pass are chosen and rank 1, the others rank 2; there is no margin."""
    found = _rule(Gives.TIERS, *zip((1.0, 2.0, 3.0), passed, strict=True))
    assert (_ranks(found), _chosen(found), _permissible(found)) == (ranks, list(passed), list(passed))
    assert _alone(found) == [ok and passed.count(True) == 1 for ok in passed]
    assert found.permits_none is (not any(passed))
    assert found.silent is all(passed)
    assert found.has_margin is False


@pytest.mark.parametrize(
    ("options", "ranks", "chosen"),
    [
        (((1.0, True), (2.0, True), (3.0, False)), [2, 1, 3], [False, True, False]),
        (((1.0, True), (3.0, False), (4.0, False)), [1, 3, 2], [True, False, False]),
        (((1.0, True), (CLOSE, True), (9.0, False)), [1, 1, 3], [True, True, False]),
        (((1.0, False), (2.0, False), (2.0, False)), [3, 1, 1], [False, False, False]),
        (((1.0, True), (1.0, True), (1.0, True)), [1, 1, 1], [True, True, True]),
        (((1.0, True), (1.0, False), (1.0, True)), [1, 3, 1], [True, False, True]),
    ],
)
def test_an_order_ranks_the_permissible_first(
    options: tuple[tuple[float, bool], ...], ranks: list[int], chosen: list[bool]
) -> None:
    """Options that pass rank above those that fail; within each the score decides; the best is chosen."""
    found = _rule(Gives.ORDER, *options)
    passed = [ok for _, ok in options]
    assert (_ranks(found), _chosen(found), _permissible(found)) == (ranks, chosen, passed)
    assert found.permits_none is (not any(passed))
    assert found.silent is all(chosen)


@pytest.mark.parametrize(
    ("mine", "yours", "ranks"),
    [
        ((1.0, 2.0, 3.0), (1.0, 2.0, 3.0), [1, 1]),
        ((1.0, 2.0, 4.0), (1.0, 2.0, 3.0), [1, 2]),
        ((1.0, 3.0, 0.0), (1.0, 2.0, 9.0), [1, 2]),
        ((0.0, 9.0, 9.0), (1.0, 0.0, 0.0), [2, 1]),
        ((CLOSE, 2.0, 3.0), (1.0, 1.0, 3.0), [1, 2]),
        ((1.0, CLOSE, 0.0), (1.0, 1.0, 1.0), [2, 1]),
        ((1.0, 1.0, CLOSE), (1.0, 1.0, 1.0), [1, 1]),
    ],
)
def test_a_stated_order_is_read_entry_by_entry(
    mine: tuple[float, ...], yours: tuple[float, ...], ranks: list[int]
) -> None:
    """The first entries that are not Equal decide, not the score; a stated order gives no margin."""
    found = _rule(Gives.ORDER, (0.0, None), (5.0, None), orders=(mine, yours))
    assert _ranks(found) == ranks
    assert found.has_margin is False


@pytest.mark.parametrize(
    ("options", "margin"),
    [
        (((4.0, None), (3.0, None), (0.0, None)), 0.25),
        (((0.0, None), (3.0, None), (4.0, None)), 0.25),
        (((4.0, None), (4.0, None), (1.0, None), (0.0, None)), 0.75),
        (((4.0, None), (4.0 * CLOSE, None), (3.0, None), (0.0, None)), 0.25),
        (((-1.0, None), (-5.0, None)), 1),
        (((9.0, False), (4.0, True), (3.0, True), (-1.0, False)), 0.1),
        (((2.0, True), (1.0, True), (2.0, False), (0.0, False)), 0.5),
        (((2.0, None), (2.0, None)), None),
        (((2.0, None), (2.0 * CLOSE, None)), None),
        (((9.0, False), (4.0, True), (0.0, False)), None),
        (((9.0, False), (4.0, False)), None),
    ],
)
def test_the_margin_is_a_share_of_the_spread(
    options: tuple[tuple[float, bool | None], ...], margin: float | None
) -> None:
    """The margin is best minus next best eligible score, divided by the range of all; none without a next."""
    found = _rule(Gives.ORDER, *options)
    assert found.has_margin is (margin is not None)
    if margin is not None:
        assert found.margin == pytest.approx(margin)
