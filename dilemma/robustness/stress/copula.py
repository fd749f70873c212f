"""Uniform numbers with stated rank correlations, through a Gaussian copula.

Each uniform number u becomes the normal number z with cdf(z) = u. Those of a group of correlated addresses
are multiplied by the Cholesky factor of their matrix, and become uniform again. Sums are made term by term
in columns, so that they do not depend on the size of blocks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import numpy as np

from dilemma.graph.columns import Column
from dilemma.robustness.stress import normal
from dilemma.robustness.stress.inverses import clamped
from dilemma.scenario.correlations.groups import Group, Pair, groups
from dilemma.scenario.numbers.distributions import FIRST, LAST

__all__ = ["Copula"]


class Copula:
    """The joint distribution of the uniform numbers of some addresses: those of other addresses stay."""

    def __init__(self, pairs: Iterable[Pair], falling: Collection[str] = ()) -> None:
        """`falling` are addresses whose draws fall as their uniform number rises."""
        turned = (
            pair._replace(rank=-pair.rank) if (pair.one in falling) != (pair.other in falling) else pair
            for pair in pairs
        )
        self._groups = groups(turned)

    def correlated(self, uniforms: Mapping[str, Column]) -> dict[str, Column]:
        """Return the uniform numbers of the correlated addresses, in place of their independent ones."""
        return {address: column for group in self._groups for address, column in _of(group, uniforms)}


def _of(group: Group, uniforms: Mapping[str, Column]) -> Iterator[tuple[str, Column]]:
    """Yield each address of a group but the first, which keeps its own numbers, with correlated ones."""
    assert group.factor is not None, group.addresses
    places = [normal.quantile(np.maximum(uniforms[address], FIRST)) for address in group.addresses]
    for at in range(1, len(places)):
        mixed = np.zeros_like(places[0])
        for weight, column in zip(group.factor[at], places, strict=False):
            mixed += weight * column
        yield group.addresses[at], clamped(normal.cdf(mixed), FIRST, LAST)
