"""Sets of options in columns: one integer a row, in which bit i is set if option i is in the set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from dilemma.graph.columns import Value

__all__ = ["bit_sets", "kind_of_sets"]

MOST_BITS: Final = 62  # of an integer of 64 bits, with one to spare for the sign and one for sums


def kind_of_sets(options: int) -> Any:
    """Return the numpy type for sets of this many options: Python's integers where 64 bits are too few."""
    return np.int64 if options <= MOST_BITS else object


def bit_sets(members: Sequence[Value], rows: int) -> Value:
    """Return for each row the set of members that are true; a member is a column, or one truth for all."""
    kind = kind_of_sets(len(members))
    sets = np.zeros(rows, kind)
    for at, member in enumerate(members):
        sets += np.asarray(member, np.bool_).astype(kind) * (1 << at)
    return sets
