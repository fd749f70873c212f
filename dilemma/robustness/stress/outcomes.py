"""Sets of options counted over draws, and the share of each option with ties split evenly.

A set of options is a bit set: bit i for option i.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, sqrt
from typing import NamedTuple, TypeAlias

__all__ = ["Choices", "Outcome", "outcomes", "split_evenly"]

Choices: TypeAlias = Mapping[int, int]
"""The number of draws in which each set was chosen."""


class Outcome(NamedTuple):
    """A set of options chosen together, and the share of the draws in which it is chosen."""

    options: tuple[str, ...]
    share: float


def outcomes(choices: Choices, options: Sequence[str], draws: int) -> tuple[Outcome, ...]:
    """Return every chosen set with its share of this many draws, most frequent first."""
    ordered = sorted(choices.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(
        Outcome(tuple(option for at, option in enumerate(options) if set_ & 1 << at), count / draws)
        for set_, count in ordered
    )


def split_evenly(choices: Choices, at: int, draws: int) -> tuple[float, float]:
    """Return the share of the draws in which an option is chosen, ties split, and its standard error."""
    if not draws:
        return 0.0, 0.0
    parts = [(seen, 1.0 / chosen.bit_count()) for chosen, seen in sorted(choices.items()) if chosen & 1 << at]
    share = fsum(seen * part for seen, part in parts) / draws
    square = fsum(seen * part * part for seen, part in parts) / draws
    return share, sqrt(max(0.0, square - share * share) / draws)
