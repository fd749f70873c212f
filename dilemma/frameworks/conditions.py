"""What theories are built from: tests and their grounds, comparisons, and the order between options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from dilemma.case import Act, World
from dilemma.case.reason import Reason, ground
from dilemma.frameworks.framework import Test
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, choose, equal, negated, never, total

__all__ = [
    "Comparison",
    "Fact",
    "Rival",
    "attained",
    "most_pressing",
    "no_gentler_way",
    "none_of",
    "precedes",
    "shared_facts",
    "sum_of",
    "terms_of_total",
]


Fact: TypeAlias = tuple[str, str, Truth, Quantity | None]
"""What a test looks for: what kind of fact it is, its address, whether it holds, and its amount."""


def terms_of_total(act: Act) -> tuple[Reason, ...]:
    """Return the terms of U(o): one a consequence and party."""
    return act.terms


def sum_of(terms: Iterable[Reason]) -> Quantity:
    """Return what terms add up to: the score of a theory whose score is their sum."""
    return total([term.amount for term in terms if term.amount is not None])


def none_of(test: str, facts: Iterable[Fact]) -> tuple[Test, tuple[Reason, ...]]:
    """Return the test that none of these facts holds, and as its grounds those that may hold."""
    grounds = tuple(
        [
            Reason("binding", key, address, amount, None, test, holds)
            for key, address, holds, amount in facts
            if not never(holds)
        ]
    )
    return Test(test, negated(any_of(*[reason.holds for reason in grounds]))), grounds


class Comparison(NamedTuple):
    """Two amounts set against each other; `counts` says whether the comparison arises at all."""

    counts: Truth
    left: Quantity
    right: Quantity


class Rival(NamedTuple):
    """Another option that would do, and the harm it brings; `would_do` says whether it is a live rival."""

    address: str
    would_do: Truth
    harm: Quantity


def no_gentler_way(test: str, harm: Quantity, rivals: Iterable[Rival]) -> tuple[Test, tuple[Reason, ...]]:
    """Return the test that no rival that would do brings less harm, and each that may as a ground."""
    would_do = [rival for rival in rivals if not never(rival.would_do)]
    gentler = [(rival, all_of(rival.would_do, above(harm, rival.harm))) for rival in would_do]
    nearest = most_pressing(Comparison(holds, harm, rival.harm) for rival, holds in gentler)
    passed = negated(any_of(*[holds for _, holds in gentler]))
    grounds = tuple(
        [
            ground(test, "gentler", rival.address, holds, rival.harm, harm)
            for rival, holds in gentler
            if not never(holds)
        ]
    )
    return Test(test, passed, nearest.left, nearest.right, nearest.counts), grounds


def most_pressing(comparisons: Iterable[Comparison]) -> Comparison:
    """Return the comparison with the greatest left over right, of equals the one with the greatest left.

    Where none counts, 0 against 0: the order in which they come decides nothing.
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
    """Whether the first stands strictly above the second: greater in the first entry that is not Equal."""
    higher = above(mine[0], yours[0])
    if len(mine) == 1:
        return higher
    tied = equal(mine[0], yours[0])
    return higher if never(tied) else any_of(higher, all_of(tied, precedes(mine[1:], yours[1:])))


def attained(amounts: Sequence[Quantity], extreme: Quantity, counts: Sequence[Truth]) -> list[Truth]:
    """Return, for each amount, whether it counts and is Equal to the extreme of those that do."""
    return [
        False if never(counted) else all_of(counted, equal(amount, extreme))
        for amount, counted in zip(amounts, counts, strict=True)
    ]


def shared_facts(worlds: Sequence[World], picked: Sequence[Truth], given: Truth) -> Iterator[Reason]:
    """Yield what the picked worlds, one or more, have in common: what holds, and what does not.

    `given` is what must hold besides for it to be told.
    """
    found = [(world.facts, truth) for world, truth in zip(worlds, picked, strict=True) if not never(truth)]
    for place, fact in enumerate(worlds[0].facts):
        for side, key in ((True, "if-so"), (False, "if-not")):
            others = [truth for facts, truth in found if facts[place].holds is not side]
            holds = all_of(given, negated(any_of(*others)))
            if not never(holds):
                yield Reason("binding", key, fact.state.address, holds=holds)
