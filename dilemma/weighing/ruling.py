"""The rule that derives choice, permissibility, rank and margin from tests and scores, for every theory.

A *ranking* theory has no tests and chooses the best options, several if they tie. A *testing* theory that
gives tiers chooses every option that passes; one that gives an order, the best of those that pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Gives, Judgement
from dilemma.frameworks.shared.conditions import precedes
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    choose,
    equal,
    greatest,
    least,
    negated,
    never,
    ratio,
    tally,
)

__all__ = ["Placing", "Ruling", "rule"]


class Placing(NamedTuple):
    """The result for one option: rank 1 is best; `alone` if it is the only permissible option."""

    option: str
    permissible: Truth
    chosen: Truth
    rank: Quantity
    alone: Truth


class Ruling(NamedTuple):
    """A theory's result for all options; the margin is meaningful only where `has_margin` holds."""

    placings: tuple[Placing, ...]
    permits_none: Truth
    silent: Truth
    margin: Quantity
    has_margin: Truth


def rule(gives: Gives, judgements: Sequence[Judgement]) -> Ruling:
    """Return the ruling that follows from a theory's judgements, one for each option.

    `margin` is (s1 - s2) / (greatest - least score), s1 the best eligible score and s2 the best
    eligible score not Equal to it: a share of the range of scores, from 0 to 1. Where options are ordered by
    one other amount, that amount stands for the score; where by several, there is no margin.
    """
    ids = [judgement.option for judgement in judgements]
    testing = any(judgement.tests for judgement in judgements)
    passed = [all_of(*[test.passed for test in judgement.tests]) for judgement in judgements]
    over = _outranking(judgements, passed) if gives is not Gives.TIERS else None
    best = passed if over is None else [negated(any_of(*row)) for row in over]
    chosen = [all_of(passes, is_best) for passes, is_best in zip(passed, best, strict=True)]
    permissible = passed if testing else best
    ranks = _tiers(passed) if over is None else [1.0 + tally(row) for row in over]
    margin, has_margin = _margin(judgements, passed) if over is not None else (0.0, False)
    return Ruling(
        placings=tuple(map(Placing, ids, permissible, chosen, ranks, _only_permissible(permissible))),
        permits_none=negated(any_of(*passed)),
        silent=all_of(*chosen),
        margin=margin,
        has_margin=has_margin,
    )


def _tiers(passed: Sequence[Truth]) -> list[Quantity]:
    return [choose(passes, 1.0, 2.0) for passes in passed]


def _only_permissible(permissible: Sequence[Truth]) -> list[Truth]:
    """Return, for each option, whether it is the only permissible one."""
    only = equal(tally(permissible), 1.0)
    return [all_of(permitted, only) for permitted in permissible]


def _outranking(judgements: Sequence[Judgement], passed: Sequence[Truth]) -> list[list[Truth]]:
    """Return, for each option, the truths that each other option ranks strictly above it.

    An option that passes ranks above one that fails; between two of the same kind the order decides.
    """
    indices = range(len(judgements))
    if not any(judgement.tests or judgement.order for judgement in judgements):
        scores = [judgement.score for judgement in judgements]
        return [[above(scores[p], scores[o]) for p in indices if p != o] for o in indices]
    orders = [judgement.order or (judgement.score,) for judgement in judgements]
    failed = list(map(negated, passed))
    return [
        [_outranks(orders[p], orders[o], passed[p], failed[o]) for p in indices if p != o] for o in indices
    ]


def _outranks(
    mine: tuple[Quantity, ...], yours: tuple[Quantity, ...], mine_passes: Truth, yours_fails: Truth
) -> Truth:
    """Return whether the first option ranks strictly above the second, by tests, then by order."""
    possible = any_of(mine_passes, yours_fails)
    if never(possible):
        return False
    return all_of(possible, any_of(all_of(mine_passes, yours_fails), precedes(mine, yours)))


def _margin(judgements: Sequence[Judgement], eligible: Sequence[Truth]) -> tuple[Quantity, Truth]:
    if any(len(judgement.order) > 1 for judgement in judgements):
        return 0.0, False
    scores = [judgement.order[0] if judgement.order else judgement.score for judgement in judgements]
    low, high = least(*scores), greatest(*scores)
    first = _greatest_of(scores, eligible, low)
    others = [all_of(ok, above(first, score)) for score, ok in zip(scores, eligible, strict=True)]
    second = _greatest_of(scores, others, low)
    return ratio(first - second, high - low, 0.0), any_of(*others)


def _greatest_of(scores: Sequence[Quantity], eligible: Sequence[Truth], low: Quantity) -> Quantity:
    """Return the greatest eligible score; `low`, the least of all scores, where none is eligible."""
    return greatest(*[choose(ok, score, low) for score, ok in zip(scores, eligible, strict=True)])
