"""Correlations of drawn numbers: groups of numbers that are correlated, and their correlation matrices.

Ranks are correlated through a Gaussian copula: normal variables with the Pearson correlation
2 sin(pi rank / 6) have that rank correlation (Pearson 1907; Kruskal 1958). Numbers that no entry of a file
names as a pair have the correlation 0. A matrix is possible if and only if it has a Cholesky factor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import asin, fsum, pi, sin, sqrt
from typing import NamedTuple

from dilemma.scenario.model import Correlation
from dilemma.scenario.structure.shapes import Record, shape_at

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
    return Group(addresses, _factor(addresses, _between(pairs)))


def _addresses(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for pair in pairs for address in (pair.one, pair.other)))


Between = Mapping[frozenset[str], float]
"""The correlations of normal variables, by the two addresses."""

Rows = tuple[tuple[float, ...], ...]


def _between(pairs: Iterable[Pair]) -> Between:
    return {frozenset((pair.one, pair.other)): pair.pearson for pair in pairs}


def _factor(addresses: Sequence[str], between: Between) -> Rows | None:
    """Return the rows of the Cholesky factor of a correlation matrix; None if it is not positive definite."""
    rows: Rows = ()
    for at, address in enumerate(addresses):
        row = _row(address, addresses[:at], rows, between)
        left = 1.0 - _dot(row, row)
        if left < TIGHTEST:
            return None
        rows = (*rows, (*row, sqrt(left)))
    return rows


def _row(address: str, before: Sequence[str], rows: Rows, between: Between) -> tuple[float, ...]:
    """Return the row of an address in a Cholesky factor, up to the diagonal; `rows` are those before."""
    row: tuple[float, ...] = ()
    for other, above in zip(before, rows, strict=True):
        wanted = between.get(frozenset((address, other)), 0.0)
        row = (*row, (wanted - _dot(row, above)) / above[len(row)])
    return row


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return fsum(a * b for a, b in zip(one, other, strict=False))


def allowed_ranks(pair: Pair, others: Iterable[Pair]) -> Allowed | None:
    """Return the rank correlations that a pair can have beside other pairs; None if it can have none.

    With both numbers last in the matrix its correlation r stands in one place, and the matrix is positive
    definite while (r - center)^2 is less than the product of what the others leave of both variances.
    """
    kept = [other for other in others if {other.one, other.other} != {pair.one, pair.other}]
    between = _between(kept)
    inner = tuple(address for address in _addresses(kept) if address not in (pair.one, pair.other))
    rows = _factor(inner, between)
    if rows is None:
        return None
    one, other = (_row(address, inner, rows, between) for address in (pair.one, pair.other))
    left = [1.0 - _dot(row, row) for row in (one, other)]
    if min(left) < TIGHTEST:
        return None
    center, width = _dot(one, other), sqrt(left[0] * left[1])
    low, high = max(-1.0, center - width), min(1.0, center + width)
    return Allowed(6 * asin(low / 2) / pi, 6 * asin(high / 2) / pi)
