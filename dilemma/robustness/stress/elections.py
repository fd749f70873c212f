"""Elections in many draws at once: the winners of an additive method, and the votes for each choice.

Tables have one row per option and one column per draw. Votes are integers, so their sums are exact; sums of
scores are equal within the tie tolerance, as in `dilemma.reconciliation.method`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from dilemma.graph.bit_sets import bit_sets
from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import Additive, totals

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Choices", "Table", "choices", "sets", "winners"]

Table: TypeAlias = "NDArray[Any]"

Choices: TypeAlias = Counter[tuple[int, int]]
"""Counts of votes by two keys: the votes of all theories that guide in the draw, and the set chosen."""

MOST_EXACT: Final = 2**62  # integers below this add up exactly in 64 bits


def winners(method: Additive, amounts: Sequence[Table], votes: Sequence[int]) -> Table:
    """Return the table of whether each option wins, in draws in which each theory has these votes."""
    whole = sum(votes)
    if method.exact:
        kind = np.dtype(np.int64 if whole * amounts[0].size < MOST_EXACT else object)
        sums = np.array([*totals([row.astype(np.int64).astype(kind) for row in amounts], votes)])
        return np.asarray(sums == sums.max(axis=0), np.bool_)
    shares = [vote / whole for vote in votes]
    scores = np.array([*totals(amounts, shares)])
    sizes = np.array([*totals([np.abs(row) for row in amounts], shares)])
    return np.asarray(scores >= scores.max(axis=0) - TOLERANCE * sizes.max(axis=0), np.bool_)


def choices(chosen: Sequence[Table], guides: Table, votes: Sequence[int]) -> Choices:
    """Return the votes for each chosen set, in draws in which each theory has these votes.

    `chosen` has one table per theory (options by draws), `guides` one row per theory.
    """
    found: Choices = Counter()
    patterns, which = np.unique(sets(guides), return_inverse=True)
    held = [sum(vote for at, vote in enumerate(votes) if int(set_) >> at & 1) for set_ in patterns]
    for vote, table, guiding in zip(votes, chosen, guides, strict=True):
        for at in np.unique(which[guiding]):
            numbers, often = np.unique(sets(table[:, guiding & (which == at)]), return_counts=True)
            for set_, count in zip(numbers, often, strict=True):
                found[held[at], int(set_)] += vote * int(count)
    return found


def sets(members: Table) -> Table:
    """Return for each draw the set of rows that are true, as a bit set: bit i for row i."""
    found: Table = bit_sets([*members], members.shape[1])
    return found
