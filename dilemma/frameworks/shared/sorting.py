"""Sorting of quantities, with what belongs to each, by a network that also works on symbols."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dilemma.quantity import Quantity, choose, greatest, least, same

__all__ = ["Weighted", "ascending"]


class Weighted(NamedTuple):
    """An amount, and how much of something there is at that amount."""

    amount: Quantity
    weight: Quantity


def ascending(items: Sequence[Weighted]) -> tuple[Weighted, ...]:
    """Return the items in ascending order of their amounts."""
    if all(isinstance(item.amount, float) for item in items):
        return tuple(sorted(items, key=lambda item: item.amount))  # type: ignore[arg-type,return-value]
    ranked = list(items)
    for one, other in _pairs(len(ranked)):
        ranked[one], ranked[other] = _in_order(ranked[one], ranked[other])
    return tuple(ranked)


def _in_order(one: Weighted, other: Weighted) -> tuple[Weighted, Weighted]:
    """Return two items, the one with the lower amount first."""
    low, high = least(one.amount, other.amount), greatest(one.amount, other.amount)
    stays = same(low, one.amount)
    first, second = choose(stays, one.weight, other.weight), choose(stays, other.weight, one.weight)
    return Weighted(low, first), Weighted(high, second)


@cache
def _pairs(count: int) -> tuple[tuple[int, int], ...]:
    """Return the pairs of places that a sorting network for `count` amounts compares, in order.

    Batcher's merge exchange (Knuth 1973, The Art of Computer Programming 3, 5.2.2, Algorithm M).
    """
    pairs: list[tuple[int, int]] = []
    top = p = 1 << max(0, (count - 1).bit_length() - 1)
    while p > 0:
        q, r, d = top, 0, p
        while d > 0:
            pairs.extend((i, i + d) for i in range(count - d) if i & p == r)
            q, r, d = q // 2, p, q - p
        p //= 2
    return tuple(pairs)
