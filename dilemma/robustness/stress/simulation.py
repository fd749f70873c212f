"""Simulation: verdicts over draws of all uncertain numbers at once.

One draw fixes every number in doubt once, so what options share stays shared. What comes out are shares
of the stated doubt, not the probability that a verdict is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Node
from dilemma.graph.columns import Column, Value
from dilemma.graph.program import BLOCK, compile_program
from dilemma.robustness.stress.methods import Poll, PollCounts, Polled
from dilemma.robustness.stress.parallel import shared_out
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.sensitivity import OBSERVED, SensitivityIndex, sensitivity_indices
from dilemma.robustness.stress.tallies import Counts, Tally, Tested
from dilemma.robustness.stress.voters import Electorate
from dilemma.robustness.symbolic import recorded
from dilemma.scenario import model
from dilemma.scenario.numbers import Range

__all__ = ["Stressed", "stress"]

TRIAL: Final = 64  # rows worked out first, to see what most rows need: a matter of speed alone


class Stressed(NamedTuple):
    """The results of the draws that were made; `asked` were asked for, more if it was interrupted.

    `polled` is what methods made of them, None where none were asked.
    """

    draws: int
    asked: int
    seed: int
    interrupted: bool
    theories: tuple[Tested, ...]
    polled: Polled | None = None

    @property
    def observed(self) -> int:
        """The number of draws that sensitivity indices rest on."""
        return min(self.draws, OBSERVED)


def stress(
    scenario: model.Scenario,
    written: model.Scenario,
    frameworks: Sequence[Framework],
    ranges: Mapping[str, Range],
    draws: int,
    seed: int,
    done: Callable[[int], None] = lambda _rows: None,
    electorate: Electorate | None = None,
) -> Stressed:
    """Return how each theory's verdict fares over this many draws of these ranges, by address.

    With an electorate, also what its methods make of every draw.
    `done` is told after each block how many draws are done; an interrupt (KeyboardInterrupt) ends the
    drawing, and what was done until then is returned.
    """
    free = {address: Bounds(number.low, number.high) for address, number in ranges.items()}
    theories = recorded(scenario, written, frameworks, free)
    varied = {address: number for address, number in ranges.items() if number.low < number.high}
    count = _Counting([Tally(theory) for theory in theories], Poll(theories, electorate), Draws(varied, seed))
    made, interrupted = count.nothing, False
    try:
        for block in count.all_of(draws):
            made += block
            done(made.draws)
    except KeyboardInterrupt:
        interrupted = True
    return Stressed(made.draws, draws, seed, interrupted, count.tested(made), count.polled(made))


class _Made(NamedTuple):
    """The counts of some draws: of each theory, and of the methods."""

    draws: int
    theories: tuple[Counts, ...]
    poll: PollCounts

    def __add__(self, other: _Made) -> _Made:  # type: ignore[override]
        theories = tuple(mine + yours for mine, yours in zip(self.theories, other.theories, strict=True))
        return _Made(self.draws + other.draws, theories, self.poll + other.poll)


class _Observed(NamedTuple):
    """A block that is kept, to ask what separates the answers: its draws, and what each theory answers."""

    columns: Mapping[str, Column]
    answers: Sequence[Value]


class _Counting:
    """Draws made and counted, block by block; the first blocks are kept as well."""

    def __init__(self, tallies: Sequence[Tally], poll: Poll, draws: Draws) -> None:
        self._tallies, self._poll, self._draws = tallies, poll, draws
        read = [*(node for tally in tallies for node in tally.nodes), *poll.nodes]
        self._nodes = list(dict.fromkeys(read))
        self._program = compile_program(self._nodes, draws.block(TRIAL, start=0))
        self._kept: list[_Observed] = []
        self.nothing = _Made(0, tuple(tally.nothing for tally in tallies), poll.nothing)
        self._last = self.nothing

    def all_of(self, draws: int) -> Iterator[_Made]:
        """Yield what each block shows of so many draws, in order."""
        blocks = [range(start, min(start + BLOCK, draws)) for start in range(0, draws, BLOCK)]
        first = -(-OBSERVED // BLOCK)
        yield from map(self._kept_and_counted, blocks[:first])
        yield from shared_out(self._counted, blocks[first:])

    def _kept_and_counted(self, block: range) -> _Made:
        columns, values = self._worked_out(block)
        self._kept.append(_Observed(columns, [tally.answers(values, len(block)) for tally in self._tallies]))
        return self._counts(values, len(block))

    def _counted(self, block: range) -> _Made:
        return self._counts(self._worked_out(block)[1], len(block))

    def _worked_out(self, block: range) -> tuple[Mapping[str, Column], Mapping[Node, Value]]:
        columns = self._draws.block(len(block), block.start)
        return columns, dict(zip(self._nodes, self._program.run(columns), strict=True))

    def _counts(self, values: Mapping[Node, Value], rows: int) -> _Made:
        of_each = zip(self._tallies, self._last.theories, strict=True)
        theories = tuple(tally.counts(values, rows, last) for tally, last in of_each)
        self._last = _Made(rows, theories, self._poll.counts(values, rows))
        return self._last

    def tested(self, made: _Made) -> tuple[Tested, ...]:
        """Return how each theory's verdict fares in these draws."""
        separate = self._sensitivity_indices(min(made.draws, OBSERVED))
        of_each = zip(self._tallies, made.theories, separate, strict=True)
        return tuple(tally.tested(counts, made.draws, separates) for tally, counts, separates in of_each)

    def polled(self, made: _Made) -> Polled | None:
        """Return what the methods make of these draws; None where none were asked."""
        return self._poll.polled(made.poll, made.draws)

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
