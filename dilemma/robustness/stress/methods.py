"""What methods for moral uncertainty make of every draw: their winners, counted, and the mean lottery.

In each draw theories have their credence and enter a method as `dilemma.reconcile` has it: what does not
apply there has none, and what is silent or permits none there adds nothing to scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from math import fsum
from typing import Any, NamedTuple

import numpy as np

from dilemma.graph import Node
from dilemma.graph.columns import Value
from dilemma.quantity import Quantity, Truth
from dilemma.reconciliation.method import About
from dilemma.reconciliation.methods.one_step import ONE_STEP
from dilemma.robustness.stress.ballots import Ballots, Table, lots, parts_of_a_vote, winners
from dilemma.robustness.stress.outcomes import Outcome, outcomes, split_evenly
from dilemma.robustness.stress.voters import Electorate
from dilemma.robustness.symbolic import Recorded, nodes_of

__all__ = ["Elected", "MethodShare", "Poll", "PollCounts", "Polled"]


class MethodShare(NamedTuple):
    """How often a method chooses an option, ties split evenly, and the standard error of that."""

    option: str
    chosen: float
    error: float


class Elected(NamedTuple):
    """What a method chooses: shares of the draws in which some theory with credence applies."""

    about: About
    outcomes: tuple[Outcome, ...]
    shares: tuple[MethodShare, ...]


class Polled(NamedTuple):
    """What came of asking the methods in every draw.

    `applies` is the share of the draws in which some theory with credence applies, `guided` the share of
    those in which some such theory sets options apart. `lottery` is each option's chance, on average over
    the guided draws, where a theory is drawn by its credence and obeyed; None where there are none.
    """

    applies: float
    guided: float
    methods: tuple[Elected, ...]
    lottery: Mapping[str, float] | None


class PollCounts(NamedTuple):
    """What was seen: draws with some vote, those in which one guides, each method's winners, and lots.

    `lots` holds, by the votes that guide in a draw, the sum of each option's votes, in parts of a vote.
    """

    applies: int
    guided: int
    choices: tuple[Counter[int], ...]
    lots: Mapping[int, tuple[int, ...]]

    def __add__(self, other: PollCounts) -> PollCounts:  # type: ignore[override]
        both = {**other.lots, **self.lots}
        for votes in self.lots.keys() & other.lots.keys():
            both[votes] = tuple(a + b for a, b in zip(self.lots[votes], other.lots[votes], strict=True))
        return PollCounts(
            self.applies + other.applies,
            self.guided + other.guided,
            tuple(mine + yours for mine, yours in zip(self.choices, other.choices, strict=True)),
            both,
        )


class Poll:
    """What to read off the rulings in every block, and what the counts come to; without voters, nothing."""

    def __init__(self, theories: Sequence[Recorded], electorate: Electorate | None) -> None:
        self._electorate = electorate
        self._methods = electorate.methods if electorate else ()
        self._scored = ONE_STEP in self._methods
        voting = electorate.may_vote if electorate else ()
        self._theories = {t.framework.about.id: t for t in theories if t.framework.about.id in voting}
        self.nothing = PollCounts(0, 0, tuple(Counter() for _ in self._methods), {})
        self.nodes = list(nodes_of(part for t in self._theories.values() for part in self._read(t)))

    def _read(self, theory: Recorded) -> Iterator[Quantity | Truth]:
        yield theory.applies
        for placing in theory.ruling.placings if theory.ruling else ():
            yield from (placing.permissible, placing.chosen, placing.rank)
        if self._scored:
            yield from theory.scores

    def counts(self, values: Mapping[Node, Value], rows: int) -> PollCounts:
        """Return what a block of this many draws shows."""
        if self._electorate is None:
            return self.nothing
        block = _Block(values, rows)
        applies = block.table([theory.applies for theory in self._theories.values()])
        patterns, which = np.unique(applies, axis=1, return_inverse=True)
        counts = self.nothing
        for at, pattern in enumerate(patterns.T):
            votes = self._electorate.votes([*compress(self._theories, pattern)])
            if votes:
                there = block if patterns.shape[1] == 1 else block._replace(where=which.reshape(-1) == at)
                ballots = [self._ballots(self._theories[id], there) for id in votes]
                counts += self._elections(ballots, [*votes.values()])
        return counts

    def _ballots(self, theory: Recorded, block: _Block) -> Ballots:
        placings = theory.ruling.placings if theory.ruling else ()
        return Ballots(
            permitted=block.table([p.permissible for p in placings]),
            chosen=block.table([p.chosen for p in placings]),
            ranks=block.table([p.rank for p in placings]).astype(np.uint8),
            scores=block.table(theory.scores) if theory.scores and self._scored else None,
        )

    def _elections(self, ballots: Sequence[Ballots], votes: Sequence[int]) -> PollCounts:
        """Return what draws in which each theory has the same votes show."""
        drawn, guiding = lots(ballots, votes)
        by_votes = {
            int(sum_): tuple(int(lot) for lot in drawn[:, guiding == sum_].astype(object).sum(axis=1))
            for sum_ in np.unique(guiding)
            if sum_
        }
        return PollCounts(
            applies=len(guiding),
            guided=int(np.count_nonzero(guiding)),
            choices=tuple(_sets(winners(method, ballots, votes)) for method in self._methods),
            lots=by_votes,
        )

    def polled(self, counts: PollCounts, draws: int) -> Polled | None:
        """Return the shares that the counts of this many draws come to; None without voters."""
        if self._electorate is None:
            return None
        options = self._electorate.options
        return Polled(
            applies=counts.applies / draws if draws else 0.0,
            guided=counts.guided / counts.applies if counts.applies else 0.0,
            methods=tuple(
                Elected(
                    method.about,
                    outcomes(choices, options, counts.applies),
                    tuple(
                        MethodShare(option, *split_evenly(choices, at, counts.applies))
                        for at, option in enumerate(options)
                    ),
                )
                for method, choices in zip(self._methods, counts.choices, strict=True)
            ),
            lottery=_lottery(counts, options) if counts.guided else None,
        )


def _lottery(counts: PollCounts, options: Sequence[str]) -> dict[str, float]:
    """Return each option's chance on average, added up exactly: the size of blocks changes nothing."""
    parts = parts_of_a_vote(len(options))
    return {
        option: fsum(sums[at] / (votes * parts) for votes, sums in counts.lots.items()) / counts.guided
        for at, option in enumerate(options)
    }


class _Block(NamedTuple):
    """The values of a block, and the draws of it that are looked at."""

    values: Mapping[Node, Value]
    rows: int
    where: Any = slice(None)

    def table(self, parts: Sequence[Quantity | Truth]) -> Table:
        """Return a row for each part and a column for each draw."""
        found = (self.values.get(part, part) for part in parts)  # type: ignore[call-overload]
        return np.array([np.broadcast_to(value, self.rows)[self.where] for value in found])


def _sets(members: Table) -> Counter[int]:
    """Return how often each set of options comes."""
    sets, often = np.unique(np.packbits(members, axis=0, bitorder="little"), axis=1, return_counts=True)
    numbers = (int.from_bytes(set_.tobytes(), "little") for set_ in sets.T)
    return Counter(dict(zip(numbers, often.tolist(), strict=True)))
