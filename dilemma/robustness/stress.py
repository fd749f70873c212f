"""How verdicts fare when everything in doubt is drawn at random, all at once.

One draw fixes every number in doubt once, so what options share stays shared. What comes out are shares
of the stated doubt, not the probability that a verdict is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

import numpy as np

from dilemma.framework import About, Framework
from dilemma.graph import Bounds, Node, needed_for
from dilemma.graph.columns import Column, Value, holding
from dilemma.graph.program import BLOCK, compiled
from dilemma.quantity import Quantity, Truth
from dilemma.robustness.draws import Draws
from dilemma.robustness.electorate import Electorate
from dilemma.robustness.methods_in_draws import Poll, Polled
from dilemma.robustness.outcomes import Outcome, outcomes, split_evenly
from dilemma.robustness.recording import Recorded, nodes_of, recorded
from dilemma.robustness.separating import OBSERVED, Separates, separating
from dilemma.scenario import nouns
from dilemma.scenario.numbers import Range

__all__ = ["Outcome", "Share", "Stressed", "Tested", "stress"]

FEW: Final = 8  # sets of options that are counted one by one: a matter of speed alone
TRIAL: Final = 64  # rows worked out first, to see what most rows need: a matter of speed alone


class Share(NamedTuple):
    """How one option fares under one theory: shares of the draws in which the theory applies.

    `chosen` splits a tie evenly; `ranks` gives the share at each rank, best first; `error` is the
    standard error of `chosen`.
    """

    option: str
    chosen: float
    permissible: float
    ranks: tuple[float, ...]
    error: float


class Tested(NamedTuple):
    """How one theory's verdict fares: shares of the draws, all but the first of those in which it applies.

    `outcomes` come with the commonest first, `separating` with the number that tells most of them first.
    """

    about: About
    applies: float
    permits_none: float
    silent: float
    outcomes: tuple[Outcome, ...]
    shares: tuple[Share, ...]
    separating: tuple[Separates, ...]


class Stressed(NamedTuple):
    """What came of the draws that were made; `asked` were asked for, more if it was interrupted.

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
        """How many draws were asked what separates the answers."""
        return min(self.draws, OBSERVED)


def stress(
    scenario: nouns.Scenario,
    written: nouns.Scenario,
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
    tallies = [_Tally(theory) for theory in theories]
    poll = Poll(theories, electorate)
    nodes = list(dict.fromkeys([*(node for tally in tallies for node in tally.nodes), *poll.nodes]))
    program = compiled(nodes, Draws(varied, seed).block(TRIAL))
    sampler = Draws(varied, seed)
    nothing = [tally.nothing for tally in tallies]
    made = 0, nothing, poll.nothing  # one name, so that an interrupt splits no block
    seen, interrupted = _Seen(), False
    try:
        while made[0] < draws:
            rows = min(BLOCK, draws - made[0])
            columns = sampler.block(rows)
            values = dict(zip(nodes, program.run(columns), strict=True))
            new = [t.counts(values, rows, seen_) for t, seen_ in zip(tallies, made[1], strict=True)]
            if made[0] < OBSERVED:
                seen = seen.with_block(columns, [tally.answers(values, rows) for tally in tallies])
            elected = made[2] + poll.counts(values, rows)
            made = made[0] + rows, [a + b for a, b in zip(made[1], new, strict=True)], elected
            done(made[0])
    except KeyboardInterrupt:
        interrupted = True
    total, counts, ballots = made
    told = seen.separating(tallies)
    tested = (tally.tested(c, total, by) for tally, c, by in zip(tallies, counts, told, strict=True))
    return Stressed(total, draws, seed, interrupted, tuple(tested), poll.polled(ballots, total))


class _Seen(NamedTuple):
    """The first blocks, kept to ask what separates the answers: the draws, and what each theory answers."""

    columns: tuple[Mapping[str, Column], ...] = ()
    answers: tuple[Sequence[Value], ...] = ()

    def with_block(self, columns: Mapping[str, Column], answers: Sequence[Value]) -> _Seen:
        return _Seen((*self.columns, columns), (*self.answers, answers))

    def separating(self, tallies: Sequence[_Tally]) -> tuple[tuple[Separates, ...], ...]:
        if not self.columns:
            return tuple(() for _ in tallies)
        columns = {
            address: np.concatenate([block[address] for block in self.columns])[:OBSERVED]
            for address in self.columns[0]
        }
        answers = [np.concatenate(blocks)[:OBSERVED] for blocks in zip(*self.answers, strict=True)]
        return separating(columns, answers, [tally.read() for tally in tallies])


class _Counts(NamedTuple):
    """How often each thing was seen. A set of options is a number: the bit of each option it holds."""

    applies: int
    choices: Counter[int]
    permitted: Counter[int]
    ranks: tuple[Counter[int], ...]  # by option

    def __add__(self, other: _Counts) -> _Counts:  # type: ignore[override]
        return _Counts(
            self.applies + other.applies,
            self.choices + other.choices,
            self.permitted + other.permitted,
            tuple(mine + yours for mine, yours in zip(self.ranks, other.ranks, strict=True)),
        )


class _Tally:
    """What to read off a theory's ruling in every block, and what its counts come to."""

    def __init__(self, theory: Recorded) -> None:
        self.about = theory.framework.about
        self._applies = theory.applies
        self._placings = theory.ruling.placings if theory.ruling else ()
        self.nothing = _Counts(0, Counter(), Counter(), tuple(Counter() for _ in self._placings))
        read = [part for p in self._placings for part in (p.chosen, p.permissible, p.rank)]
        self.nodes = list(nodes_of((self._applies, *read)))

    def counts(self, values: Mapping[Node, Value], rows: int, before: _Counts) -> _Counts:
        """Return what a block of this many rows shows; what was seen before it is looked for first."""

        def found(parts: Iterable[Quantity | Truth]) -> list[Value]:
            return [values.get(part, part) for part in parts]  # type: ignore[call-overload]

        (applies,) = found([self._applies])
        count = holding(applies) if np.ndim(applies) else rows * bool(applies)
        if not count:
            return self.nothing
        where = applies if count < rows else None
        chosen = _seen(_sets(found(p.chosen for p in self._placings), rows, where), before.choices)
        permits = any(p.permissible is not p.chosen for p in self._placings)
        permitted = found(p.permissible for p in self._placings) if permits else []
        return _Counts(
            count,
            chosen,
            _seen(_sets(permitted, rows, where), before.permitted) if permits else chosen,
            tuple(
                _ranks(ranks, count, where, len(self._placings))
                for ranks in found(p.rank for p in self._placings)
            ),
        )

    def read(self) -> list[str]:
        """Return the addresses that any part of the ruling hangs on."""
        return [str(node.args[0]) for node in needed_for(self.nodes) if node.op == "input"]

    def answers(self, values: Mapping[Node, Value], rows: int) -> Value:
        """Return what it answers in each row, as a number: the set it chooses; -1 where it does not apply."""

        def column(part: Quantity | Truth) -> Value:
            return _column(values.get(part, part), rows)  # type: ignore[call-overload]

        if not self._placings:
            return np.full(rows, -1)
        chosen = _sets([values.get(p.chosen, p.chosen) for p in self._placings], rows)  # type: ignore[call-overload]
        return np.where(column(self._applies), chosen.astype(np.int64), -1)

    def tested(self, counts: _Counts, draws: int, separates: tuple[Separates, ...]) -> Tested:
        """Return the shares that the counts of this many draws come to."""
        every = 2 ** len(self._placings) - 1
        shares = tuple(self._share(at, counts) for at in range(len(self._placings)))
        return Tested(
            about=self.about,
            applies=counts.applies / draws if draws else 0.0,
            permits_none=_share(counts.permitted[0], counts.applies),
            silent=_share(counts.choices[every], counts.applies),
            outcomes=outcomes(counts.choices, [p.option for p in self._placings], counts.applies),
            shares=shares,
            separating=separates,
        )

    def _share(self, at: int, counts: _Counts) -> Share:
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
    """Return a value with one entry a row."""
    return value if np.ndim(value) else np.broadcast_to(value, rows)


def _sets(members: Sequence[Value], rows: int, where: Value = None) -> Value:
    """Return, for each row (of those where it is asked), the set of options whose mask holds there."""
    kind = np.min_scalar_type(2 ** len(members) - 1)
    sets = np.zeros(rows, kind)
    for at, member in enumerate(members):
        bits = member.view(np.uint8) if np.ndim(member) else np.uint8(member)
        sets |= np.left_shift(bits, at, dtype=kind)
    return sets if where is None else sets[where]


def _ranks(ranks: Value, count: int, where: Value, last: int) -> Counter[int]:
    """Return how often each rank comes: for the few there are, faster one by one than by their places."""
    if not np.ndim(ranks):
        return Counter({int(ranks): count})
    narrow = ranks.astype(np.uint8) if where is None else ranks[where].astype(np.uint8)
    found = {rank: int(np.count_nonzero(narrow == rank)) for rank in range(1, last)}
    found[last] = count - sum(found.values())
    return Counter({rank: often for rank, often in found.items() if often})


def _seen(numbers: Value, before: Iterable[int]) -> Counter[int]:
    """Return how often each small whole number comes.

    A few that came before, counted one by one, mostly account for all; else all are counted by their places.
    """
    found: Counter[int] = Counter()
    for number in islice(before, FEW):
        found[number] = int(np.count_nonzero(numbers == number))
        if found.total() == len(numbers):
            return +found
    counts = np.bincount(numbers)
    places = np.flatnonzero(counts)
    return Counter(dict(zip(places.tolist(), counts[places].tolist(), strict=True)))
