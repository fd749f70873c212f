"""Simulation: verdicts over draws of all uncertain numbers at once.

Each draw gives every uncertain number one value, the same for all options. The resulting shares describe
the uncertainty that the file states; they are not the probability that a verdict is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Node
from dilemma.graph.columns import Column, Value
from dilemma.graph.program import BLOCK, compile_program
from dilemma.robustness.stress.methods import MethodResults, Poll, PollCounts
from dilemma.robustness.stress.parallel import shared_out
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.sensitivity import OBSERVED, SensitivityIndex, sensitivity_indices
from dilemma.robustness.stress.tallies import Counts, Tally, Tested
from dilemma.robustness.stress.voters import Electorate
from dilemma.robustness.symbolic import recorded
from dilemma.scenario import model
from dilemma.scenario.correlations.groups import Pair
from dilemma.scenario.numbers import Range, support_of

__all__ = ["Stressed", "stress"]

TRIAL: Final = 64  # rows computed first, to see which nodes most rows need; affects only speed


class Stressed(NamedTuple):
    """The results of a simulation: `draws` were made of the `asked` ones, fewer if it was interrupted.

    `method_results` are those of the methods for moral uncertainty; None if no method was requested.
    """

    draws: int
    asked: int
    seed: int
    interrupted: bool
    theories: tuple[Tested, ...]
    method_results: MethodResults | None = None

    @property
    def observed(self) -> int:
        """The number of draws from which sensitivity indices are computed."""
        return min(self.draws, OBSERVED)


def stress(
    scenario: model.Scenario,
    frameworks: Sequence[Framework],
    ranges: Mapping[str, Range],
    draws: int,
    seed: int,
    done: Callable[[int], None] = lambda _rows: None,
    electorate: Electorate | None = None,
    pairs: Sequence[Pair] = (),
) -> Stressed:
    """Return the shares of each theory's verdicts over this many draws from ranges by address.

    `pairs` are correlated. With an electorate, the results of its methods are included. `done` is called
    after each block with the number of draws made so far. An interrupt (KeyboardInterrupt) stops the
    simulation; the results of the draws made until then are returned.
    """
    free = {address: Bounds(*support_of(number)) for address, number in ranges.items()}
    theories = recorded(scenario, frameworks, free)
    varied = {address: number for address, number in ranges.items() if number.low < number.high}
    counting = _Counting(
        [Tally(theory) for theory in theories], Poll(theories, electorate), Draws(varied, seed, pairs)
    )
    counts, interrupted = counting.nothing, False
    try:
        for block in counting.all_of(draws):
            counts += block
            done(counts.draws)
    except KeyboardInterrupt:
        interrupted = True
    return Stressed(
        counts.draws, draws, seed, interrupted, counting.tested(counts), counting.method_results(counts)
    )


class _BlockCounts(NamedTuple):
    """Counts over one or more blocks of draws, for each theory and for the methods."""

    draws: int
    theories: tuple[Counts, ...]
    poll: PollCounts

    def __add__(self, other: _BlockCounts) -> _BlockCounts:  # type: ignore[override]
        theories = tuple(mine + yours for mine, yours in zip(self.theories, other.theories, strict=True))
        return _BlockCounts(self.draws + other.draws, theories, self.poll + other.poll)


class _Observed(NamedTuple):
    """The draws of one block and each theory's answers in it, kept to compute sensitivity indices."""

    columns: Mapping[str, Column]
    answers: Sequence[Value]


class _Counting:
    """A loop that draws and counts block by block, and keeps the first blocks for sensitivity indices."""

    def __init__(self, tallies: Sequence[Tally], poll: Poll, draws: Draws) -> None:
        self._tallies, self._poll, self._draws = tallies, poll, draws
        read = [*(node for tally in tallies for node in tally.nodes), *poll.nodes]
        self._nodes = list(dict.fromkeys(read))
        self._program = compile_program(self._nodes, draws.block(TRIAL, start=0))
        self._kept: list[_Observed] = []
        self.nothing = _BlockCounts(0, tuple(tally.nothing for tally in tallies), poll.nothing)
        self._last = self.nothing

    def all_of(self, draws: int) -> Iterator[_BlockCounts]:
        """Yield the counts of each block, in order, until this many draws are made."""
        rows = min(BLOCK, self._program.block)
        blocks = [range(start, min(start + rows, draws)) for start in range(0, draws, rows)]
        first = -(-OBSERVED // rows)
        yield from map(self._count_and_keep, blocks[:first])
        yield from shared_out(self._count, blocks[first:])

    def _count_and_keep(self, block: range) -> _BlockCounts:
        columns, values = self._evaluate(block)
        self._kept.append(_Observed(columns, [tally.answers(values, len(block)) for tally in self._tallies]))
        return self._counts(values, len(block))

    def _count(self, block: range) -> _BlockCounts:
        return self._counts(self._evaluate(block)[1], len(block))

    def _evaluate(self, block: range) -> tuple[Mapping[str, Column], Mapping[Node, Value]]:
        columns = self._draws.block(len(block), block.start)
        return columns, dict(zip(self._nodes, self._program.run(columns), strict=True))

    def _counts(self, values: Mapping[Node, Value], rows: int) -> _BlockCounts:
        of_each = zip(self._tallies, self._last.theories, strict=True)
        theories = tuple(tally.counts(values, rows, last) for tally, last in of_each)
        self._last = _BlockCounts(rows, theories, self._poll.counts(values, rows))
        return self._last

    def tested(self, counts: _BlockCounts) -> tuple[Tested, ...]:
        """Return the shares of each theory's verdicts in these draws."""
        indices = self._sensitivity_indices(min(counts.draws, OBSERVED))
        of_each = zip(self._tallies, counts.theories, indices, strict=True)
        return tuple(tally.tested(mine, counts.draws, own) for tally, mine, own in of_each)

    def method_results(self, counts: _BlockCounts) -> MethodResults | None:
        """Return the results of the methods in these draws; None if no method was requested."""
        return self._poll.results(counts.poll, counts.draws)

    def _sensitivity_indices(self, rows: int) -> tuple[tuple[SensitivityIndex, ...], ...]:
        if not rows:
            return tuple(() for _ in self._tallies)
        columns, answers = zip(*self._kept, strict=True)
        return sensitivity_indices(
            {address: _first(rows, [block[address] for block in columns]) for address in columns[0]},
            [_first(rows, blocks) for blocks in zip(*answers, strict=True)],
            [tally.read() for tally in self._tallies],
        )


def _first(rows: int, blocks: Sequence[Value]) -> Value:
    return np.concatenate(blocks)[:rows]
