"""Tallies of a theory's rulings over draws: counts per block, which are summed and turned into shares.

Blocks may be counted in any order and by any process, since sums of integers are exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

import numpy as np

from dilemma.frameworks.framework import About
from dilemma.graph import Node, needed_for
from dilemma.graph.bit_sets import bit_sets, kind_of_sets
from dilemma.graph.columns import Value, count_true
from dilemma.quantity import Quantity, Truth
from dilemma.robustness.stress.outcomes import Outcome, outcomes, split_evenly
from dilemma.robustness.stress.sensitivity import SensitivityIndex
from dilemma.robustness.symbolic import Recorded, nodes_of

__all__ = ["Counts", "Share", "Tally", "Tested"]

NARROW: Final = 32  # options whose sets fit into a narrow integer; affects only speed
FEW: Final = 8  # sets of options that are counted one by one; affects only speed


class Share(NamedTuple):
    """One option under one theory: shares of the draws in which the theory applies.

    `chosen` splits a tie evenly; `ranks` gives the share at each rank, best first; `error` is the
    standard error of `chosen`.
    """

    option: str
    chosen: float
    permissible: float
    ranks: tuple[float, ...]
    error: float


class Tested(NamedTuple):
    """One theory's verdicts: `applies` is a share of all draws, the others of those in which it applies.

    `outcomes` are sorted by frequency, `sensitivity_indices` greatest first.
    """

    about: About
    applies: float
    permits_none: float
    silent: float
    outcomes: tuple[Outcome, ...]
    shares: tuple[Share, ...]
    sensitivity_indices: tuple[SensitivityIndex, ...]


class Counts(NamedTuple):
    """Counts of choices and ranks over draws. A set of options is a bit set: bit i for option i."""

    applies: int
    choices: Counter[int]
    permitted: Counter[int]
    ranks: tuple[Counter[int], ...]  # by option

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        return Counts(
            self.applies + other.applies,
            self.choices + other.choices,
            self.permitted + other.permitted,
            tuple(mine + yours for mine, yours in zip(self.ranks, other.ranks, strict=True)),
        )


class Tally:
    """Counter of one theory's rulings, block by block, that also turns counts into shares."""

    def __init__(self, theory: Recorded) -> None:
        self.about = theory.framework.about
        self._applies = theory.applies
        self._placings = theory.ruling.placings if theory.ruling else ()
        self.nothing = Counts(0, Counter(), Counter(), tuple(Counter() for _ in self._placings))
        read = [part for p in self._placings for part in (p.chosen, p.permissible, p.rank)]
        self.nodes = list(nodes_of((self._applies, *read)))

    def counts(self, values: Mapping[Node, Value], rows: int, before: Counts) -> Counts:
        """Return the counts of a block with this many rows; sets counted `before` are tried first."""

        def values_of(parts: Iterable[Quantity | Truth]) -> list[Value]:
            return [values.get(part, part) for part in parts]  # type: ignore[call-overload]

        (applies,) = values_of([self._applies])
        count = count_true(applies) if np.ndim(applies) else rows * bool(applies)
        if not count:
            return self.nothing
        where = applies if count < rows else None
        chosen = _count_numbers(
            _sets(values_of(p.chosen for p in self._placings), rows, where), before.choices
        )
        permits = any(p.permissible is not p.chosen for p in self._placings)
        permitted = values_of(p.permissible for p in self._placings) if permits else []
        return Counts(
            count,
            chosen,
            _count_numbers(_sets(permitted, rows, where), before.permitted) if permits else chosen,
            tuple(
                _ranks(ranks, count, where, len(self._placings))
                for ranks in values_of(p.rank for p in self._placings)
            ),
        )

    def read(self) -> list[str]:
        """Return the addresses on which any part of the ruling depends."""
        return [str(node.args[0]) for node in needed_for(self.nodes) if node.op == "input"]

    def answers(self, values: Mapping[Node, Value], rows: int) -> Value:
        """Return the set chosen in each row, as a bit set; -1 if the theory does not apply."""

        def column(part: Quantity | Truth) -> Value:
            return _column(values.get(part, part), rows)  # type: ignore[call-overload]

        if not self._placings:
            return np.full(rows, -1)
        chosen = _sets([values.get(p.chosen, p.chosen) for p in self._placings], rows)  # type: ignore[call-overload]
        wide = chosen.astype(kind_of_sets(len(self._placings)))
        return np.where(column(self._applies), wide, -1)

    def tested(self, counts: Counts, draws: int, indices: tuple[SensitivityIndex, ...]) -> Tested:
        """Return the counts of this many draws as shares."""
        every = 2 ** len(self._placings) - 1
        shares = tuple(self._share(at, counts) for at in range(len(self._placings)))
        return Tested(
            about=self.about,
            applies=counts.applies / draws if draws else 0.0,
            permits_none=_share(counts.permitted[0], counts.applies),
            silent=_share(counts.choices[every], counts.applies),
            outcomes=outcomes(counts.choices, [p.option for p in self._placings], counts.applies),
            shares=shares,
            sensitivity_indices=indices,
        )

    def _share(self, at: int, counts: Counts) -> Share:
        bit = 1 << at
        share, error = split_evenly(counts.choices, at, counts.applies)
        return Share(
            option=self._placings[at].option,
            chosen=share,
            permissible=_share(sum(n for set_, n in counts.permitted.items() if set_ & bit), counts.applies),
            ranks=tuple(
                _share(counts.ranks[at][rank], counts.applies) for rank in range(1, len(self._placings) + 1)
            ),
            error=error,
        )


def _share(count: float, of: int) -> float:
    return count / of if of else 0.0


def _column(value: Value, rows: int) -> Value:
    """Return a value as a column with one entry per row."""
    return value if np.ndim(value) else np.broadcast_to(value, rows)


def _sets(members: Sequence[Value], rows: int, where: Value = None) -> Value:
    """Return, for each row selected by `where`, the set of options whose mask is true."""
    if len(members) > NARROW:
        sets = bit_sets(members, rows)
        return sets if where is None else sets[where]
    kind = np.min_scalar_type(2 ** len(members) - 1)
    sets = np.zeros(rows, kind)
    for at, member in enumerate(members):
        bits = member.view(np.uint8) if np.ndim(member) else np.uint8(member)
        sets |= np.left_shift(bits, at, dtype=kind)
    return sets if where is None else sets[where]


def _ranks(ranks: Value, count: int, where: Value, last: int) -> Counter[int]:
    """Return how often each rank occurs; counted one by one, which is faster for few ranks."""
    if not np.ndim(ranks):
        return Counter({int(ranks): count})
    kind = np.min_scalar_type(last)
    narrow = ranks.astype(kind) if where is None else ranks[where].astype(kind)
    found = {rank: int(np.count_nonzero(narrow == rank)) for rank in range(1, last)}
    found[last] = count - sum(found.values())
    return Counter({rank: often for rank, often in found.items() if often})


def _count_numbers(numbers: Value, before: Iterable[int]) -> Counter[int]:
    """Return how often each small integer occurs.

    A few that occurred before are counted one by one, which mostly suffices; else all are counted at once.
    """
    found: Counter[int] = Counter()
    for number in islice(before, FEW):
        found[number] = int(np.count_nonzero(numbers == number))
        if found.total() == len(numbers):
            return +found
    places, counts = np.unique(numbers, return_counts=True)
    return Counter(dict(zip(places.tolist(), counts.tolist(), strict=True)))
