"""Estimates of the points between two rows of a sweep at which a compared amount changes sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from dilemma.graph.columns import Column, Value
from dilemma.graph.sweep import Gap
from dilemma.quantity import TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["crossings"]

APART: Final = 1e-7  # share of a step: estimates closer than this count as one
MOST: Final = 12  # estimates per step; affects only speed
AT_ONCE: Final = 200_000  # pairs of a gap and a row processed together, to limit memory


def crossings(gaps: Sequence[Gap], rows: NDArray[np.int_]) -> list[Column]:
    """Return, for each of these rows, the shares of the step to the next row at which some gap changes sign.

    A gap changes sign where it starts or ceases to be Equal to 0. It is interpolated linearly between the
    two rows, so each share is an estimate. At most MOST are returned per row, in ascending order.
    """
    if not gaps:
        return [np.empty(0) for _ in rows]
    pieces = -(-len(gaps) * len(rows) // AT_ONCE)
    return [shares for piece in np.array_split(rows, max(pieces, 1)) for shares in _shares(gaps, piece)]


def _shares(gaps: Sequence[Gap], rows: NDArray[np.int_]) -> list[Column]:
    both = np.concatenate([rows, rows + 1])
    sizes = np.array([gap.size[both] for gap in gaps])
    amounts = np.array([_in_rows(gap.amount, both) for gap in gaps])
    slack = TOLERANCE * np.maximum(1.0, np.maximum(np.abs(amounts), np.abs(amounts - sizes)))
    starts, ends = np.split(np.concatenate([sizes - slack, sizes + slack]), 2, axis=1)
    crosses = (starts > 0.0) != (ends > 0.0)
    shares = np.divide(starts, starts - ends, out=starts, where=crosses)
    return [_distinct(share[at]) for share, at in zip(shares.T, crosses.T, strict=True)]


def _in_rows(value: Value, rows: NDArray[np.int_]) -> Column:
    return value[rows] if np.ndim(value) else np.full(rows.shape, value)


def _distinct(shares: Column) -> Column:
    ordered = np.sort(shares)
    return np.concatenate([ordered[:1], ordered[1:][ordered[1:] - ordered[:-1] > APART]])[:MOST]
