"""Building blocks of theories: tests with their grounds, comparisons, and orders of options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from dilemma.case import Act, Case, World
from dilemma.case.reason import Reason
from dilemma.frameworks.framework import Test, ground
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    choose,
    equal,
    negated,
    never,
    positive,
    ratio,
    total,
)

__all__ = [
    "Comparison",
    "Fact",
    "Rival",
    "attained",
    "exceeds_bar",
    "most_pressing",
    "none_of",
    "precedes",
    "shared_facts",
    "sum_of",
    "terms_of_total",
    "undefeated",
]


Fact: TypeAlias = tuple[str, str, Truth, Quantity | None]
"""A fact that a test looks for: the key of its wording, its address, whether it holds, and its amount."""


def terms_of_total(case: Case, act: Act) -> tuple[Reason, ...]:
    """Return the terms of U(o): one per consequence and party that is not common to all options."""
    return case.terms[act.id]


def sum_of(terms: Iterable[Reason]) -> Quantity:
    """Return the sum of terms: the score of a theory that adds them up."""
    return total([term.amount for term in terms if term.amount is not None])


def none_of(test: str, facts: Iterable[Fact]) -> tuple[Test, tuple[Reason, ...]]:
    """Return the test that none of these facts holds; its grounds are the facts that may hold."""
    grounds = tuple(
        [
            Reason("binding", key, address, amount, None, test, holds)
            for key, address, holds, amount in facts
            if not never(holds)
        ]
    )
    return Test(test, negated(any_of(*[reason.holds for reason in grounds]))), grounds


class Comparison(NamedTuple):
    """Two amounts to compare; `counts` is whether the comparison arises at all."""

    counts: Truth
    left: Quantity
    right: Quantity


class Rival(NamedTuple):
    """Another option, beside which an option passes or fails a test."""

    act: Act
    comparison: Comparison
    defeats: Truth  # whether the option fails beside it; only if the comparison counts

    def grounds(self, test: str) -> Iterator[Reason]:
        """Yield the rival as a ground on which the test is failed, if it may be."""
        if not never(self.defeats):
            _, left, right = self.comparison
            yield ground(test, "rival", self.act.address, self.defeats, left, right)


def undefeated(test: str, rivals: Sequence[Rival], *, spared: Truth = False) -> Test:
    """Return the test that no rival defeats an option, or that it is `spared`.

    It compares the amounts of the most pressing comparison; once some rival defeats the option, only the
    comparisons with rivals that do are taken.
    """
    fails = any_of(*[rival.defeats for rival in rivals])
    arising = [
        comparison._replace(counts=any_of(defeats, all_of(negated(fails), comparison.counts)))
        for _, comparison, defeats in rivals
    ]
    worst = most_pressing(arising)
    return Test(test, any_of(negated(fails), spared), worst.left, worst.right, worst.counts)


def most_pressing(comparisons: Iterable[Comparison]) -> Comparison:
    """Return the comparison with the greatest difference, left minus right; among equals, the greatest left.

    If none counts, 0 against 0. The order of the comparisons makes no difference.
    """
    counts: Truth = False
    widest: Quantity = 0.0
    left: Quantity = 0.0
    right: Quantity = 0.0
    for arises, mine, yours in comparisons:
        if never(arises):
            continue
        gap, takes = mine - yours, arises
        if not never(counts):
            wider = precedes((gap, mine), (widest, left))
            takes = all_of(arises, any_of(negated(counts), wider))
        counts = any_of(counts, arises)
        widest = choose(takes, gap, widest)
        left, right = choose(takes, mine, left), choose(takes, yours, right)
    return Comparison(counts, left, right)


def precedes(mine: Sequence[Quantity], yours: Sequence[Quantity]) -> Truth:
    """Whether the first is strictly above the second: greater in the first entry that is not Equal."""
    higher = above(mine[0], yours[0])
    if len(mine) == 1:
        return higher
    tied = equal(mine[0], yours[0])
    return higher if never(tied) else any_of(higher, all_of(tied, precedes(mine[1:], yours[1:])))


def attained(amounts: Sequence[Quantity], extreme: Quantity, counts: Sequence[Truth]) -> list[Truth]:
    """Return, for each amount, whether it counts and is Equal to `extreme`."""
    return [
        False if never(counted) else all_of(counted, equal(amount, extreme))
        for amount, counted in zip(amounts, counts, strict=True)
    ]


def shared_facts(worlds: Sequence[World], picked: Sequence[Truth], given: Truth) -> Iterator[Reason]:
    """Yield the facts that the picked worlds have in common: those that hold, and those that do not.

    At least one world is picked. Each reason holds only if `given` holds too.
    """
    facts_of_picked = [
        (world.facts, truth) for world, truth in zip(worlds, picked, strict=True) if not never(truth)
    ]
    for place, fact in enumerate(worlds[0].facts):
        for side, key in ((True, "if-so"), (False, "if-not")):
            others = [truth for facts, truth in facts_of_picked if facts[place].holds is not side]
            holds = all_of(given, negated(any_of(*others)))
            if not never(holds):
                yield Reason("binding", key, fact.state.address, holds=holds)


def exceeds_bar(amount: Quantity, bar: Quantity) -> Truth:
    """Return whether an amount is above a small bar, compared as a ratio; above a bar of 0 if it is positive.

    Equality has an absolute tolerance of 1e-9, which would hide amounts near a bar of that size.
    """
    none = negated(positive(bar))
    return any_of(all_of(none, positive(amount)), all_of(negated(none), above(ratio(amount, bar, 0.0), 1.0)))
