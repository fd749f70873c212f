"""Correlations of drawn numbers: groups of numbers that are correlated, and their correlation matrices.

Ranks are correlated through a Gaussian copula: normal variables with the Pearson correlation
2 sin(pi rank / 6) have that rank correlation (Pearson 1907; Kruskal 1958). Numbers that no entry of a file
names as a pair have the correlation 0. A matrix is possible if and only if it has a Cholesky factor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import asin, pi, sin, sqrt
from typing import NamedTuple

from dilemma.scenario.model import Correlation
from dilemma.scenario.structure import Record, shape_at

__all__ = ["Allowed", "Group", "Pair", "allowed_ranks", "full_address", "groups", "pairs_of"]

TIGHTEST = 1e-9
"""The least variance that all others together may leave to a number: less is no correlation, but equality."""


class Pair(NamedTuple):
    """Two addresses of numbers in the same file, and their rank correlation; `id` is that of the entry."""

    id: str
    one: str
    other: str
    rank: float

    @property
    def pearson(self) -> float:
        """The correlation of the normal variables of the copula."""
        return 2 * sin(pi * self.rank / 6)


class Group(NamedTuple):
    """Addresses that are correlated, directly or through others, and the rows of their Cholesky factor.

    `factor` is None if no numbers can have all of these correlations.
    """

    addresses: tuple[str, ...]
    factor: tuple[tuple[float, ...], ...] | None


class Allowed(NamedTuple):
    """The rank correlations that a pair can have beside those of other pairs: between low and high."""

    low: float
    high: float


def full_address(address: str) -> str:
    """Return the address of a number that may be written for its entry: `quantities.q.value`."""
    shape = shape_at(tuple(address.split(".")))
    return f"{address}.{shape.bare}" if isinstance(shape, Record) and shape.bare else address


def pairs_of(correlations: Mapping[str, Correlation], drawn: Collection[str]) -> tuple[Pair, ...]:
    """Return the pairs of a file of which both numbers are drawn."""
    pairs = []
    for id, correlation in correlations.items():
        one, other = map(full_address, correlation.between)
        pairs.append(Pair(id, one, other, correlation.rank))
    return tuple(pair for pair in pairs if pair.one in drawn and pair.other in drawn)


def groups(pairs: Iterable[Pair]) -> tuple[Group, ...]:
    """Return the groups of addresses that pairs connect, in the order of the pairs."""
    joined: list[list[Pair]] = []
    for pair in pairs:
        near = [group for group in joined if any({pair.one, pair.other} & {p.one, p.other} for p in group)]
        joined = [group for group in joined if group not in near]
        joined.append([*(old for group in near for old in group), pair])
    return tuple(_group(group) for group in joined)


def _group(pairs: Sequence[Pair]) -> Group:
    addresses = _addresses(pairs)
    return Group(addresses, _factor(addresses, pairs))


def _addresses(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for pair in pairs for address in (pair.one, pair.other)))


def _factor(addresses: Sequence[str], pairs: Iterable[Pair]) -> tuple[tuple[float, ...], ...] | None:
    """Return the rows of the Cholesky factor of a correlation matrix; None if it is not positive definite."""
    between = {frozenset((pair.one, pair.other)): pair.pearson for pair in pairs}
    rows: list[tuple[float, ...]] = []
    for at, address in enumerate(addresses):
        row: list[float] = []
        for column in range(at):
            wanted = between.get(frozenset((address, addresses[column])), 0.0)
            above = rows[column]
            row.append((wanted - _dot(row, above)) / above[column])
        left = 1.0 - _dot(row, row)
        if left < TIGHTEST:
            return None
        rows.append((*row, sqrt(left)))
    return tuple(rows)


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=False))


def allowed_ranks(pair: Pair, others: Iterable[Pair]) -> Allowed:
    """Return the rank correlations that a pair can have beside those of others, which are possible.

    With both numbers last in the matrix its correlation r stands in one place, and the matrix is positive
    definite while (r - center)^2 is less than the product of what the others leave of both variances.
    """
    kept = [other for other in others if {other.one, other.other} != {pair.one, pair.other}]
    ends = (pair.one, pair.other)
    inner = tuple(address for address in _addresses(kept) if address not in ends)
    factor = _factor((*inner, *ends), kept)
    assert factor is not None, pair
    one, other = factor[-2][:-1], factor[-1][:-2]
    center, width = _dot(one, other), sqrt((1.0 - _dot(one, one)) * (1.0 - _dot(other, other)))
    low, high = max(-1.0, center - width), min(1.0, center + width)
    return Allowed(6 * asin(low / 2) / pi, 6 * asin(high / 2) / pi)
