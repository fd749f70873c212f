"""Sweeps: the choice of each theory as one dial runs through its domain, all else standing still.

Every dial is set to some two hundred points, all dials in one pass of columns; wherever two neighbours
choose differently the step between them is divided again, evenly and close by where an amount crosses
another if it runs straight, until six digits of the turning point stand. Turns closer together than a
two-hundredth of the domain may be missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Node
from dilemma.graph.columns import Column, Value
from dilemma.graph.sweep import Gap, Subgraph, Sweeper
from dilemma.robustness.cruxes.crossings import crossings
from dilemma.robustness.cruxes.segments import STEPS, Choice, Sweep, sweep_of
from dilemma.robustness.dials.dial import Dial
from dilemma.robustness.symbolic import Recorded, nodes_of, recorded
from dilemma.scenario import model

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["GEOMETRIC", "Sweeps", "grid"]

EVEN: Final = np.linspace(0.0, 1.0, 16 + 1)  # how a step with a turn is divided at a time
CLOSE: Final = 4e-7  # a turn is found once its step is this small a share of where it stands
BESIDE: Final = 0.45  # of such a step: so far to either side of a guess is tried
NEAR_NOUGHT: Final = 1e-12  # or, beside 0, this small a share of the domain
DOES_NOT_APPLY: Final = -1
ROWS: Final = 4000  # settings worked out at once: small enough for the processor's cache
GEOMETRIC: Final = frozenset({"exchange"})  # swept in equal ratios, over orders of magnitude


class _Change(NamedTuple):
    """Between two settings of a dial one theory's choice changes."""

    dial: Dial
    theory: int
    low: float
    high: float
    before: int
    after: int
    guesses: Column | None  # at which shares of the way from low to high it may be; None if not yet asked

    @property
    def found(self) -> bool:
        narrow = CLOSE * max(abs(self.low), abs(self.high))
        return self.high - self.low <= max(narrow, NEAR_NOUGHT * (self.dial.high - self.dial.low))

    @property
    def at(self) -> float:
        """The value where it changes: an end of the domain or the best estimate if as near as can be told."""
        for mark in (self.dial.best, self.dial.low, self.dial.high):
            if self.low <= mark <= self.high:
                return mark
        return (self.low + self.high) / 2


class Sweeps:
    """The choices of theories over the dials of a scenario; each sweep judges nothing twice."""

    def __init__(
        self,
        scenario: model.Scenario,
        written: model.Scenario,
        frameworks: Sequence[Framework],
        dials: Iterable[Dial],
    ) -> None:
        self.dials = tuple(dial for dial in dials if dial.swept)
        free = {dial.address: Bounds(dial.low, dial.high) for dial in self.dials}
        self._readers = [_Reader(theory) for theory in recorded(scenario, written, frameworks, free)]
        self._best = {dial.address: dial.best for dial in self.dials}
        nodes = dict.fromkeys(node for reader in self._readers for node in reader.nodes)
        self._sweeper = Sweeper(nodes, self._best)
        whole, *parts = self._sweeper.subgraphs([nodes, *(reader.nodes for reader in self._readers)])
        self._whole = _Part(whole, tuple(enumerate(self._readers)))
        self._parts = [
            _Part(self._sweeper.with_gaps(part), ((theory, reader),))
            for part, (theory, reader) in zip(parts, enumerate(self._readers), strict=True)
        ]
        at_rest = self._sweeper.baseline
        self._now = [reader.choice(int(reader.sets(at_rest, 1)[0])) for reader in self._readers]

    def found(self) -> Iterator[Sweep]:
        """Yield each sweep with a turn in it, dial by dial."""
        turns: list[_Change] = []
        alike = sorted(self.dials, key=lambda dial: self._sweeper.dependent_count(dial.address))
        near = list(self._changes([(dial, _marked(dial)) for dial in alike], self._whole))
        while near:
            turns += (turn for turn in near if turn.found)
            near = list(self._nearer([turn for turn in near if not turn.found]))
        order = {dial.address: place for place, dial in enumerate(self.dials)}
        turns.sort(key=lambda turn: (order[turn.dial.address], turn.theory, turn.low))
        for (_, theory), same in groupby(turns, key=lambda turn: (turn.dial.address, turn.theory)):
            whole = self._sweep_of(list(same), theory)
            if len(whole.segments) > 1:
                yield whole

    def chosen_over(self, columns: Mapping[str, Column]) -> dict[str, list[Choice]]:
        """Return each theory's choice, by its id, as dials at these addresses take these values.

        Where no dial is turned: a list of one, at the best estimates.
        """
        rows = max(map(len, columns.values()), default=1)
        moved = self._sweeper.sweep(columns, self._whole.graph).outputs
        at_rest = self._sweeper.baseline
        return {
            reader.about.id: [
                reader.choice(set_) for set_ in reader.sets({**at_rest, **moved}, rows).tolist()
            ]
            for reader in self._readers
        }

    def _nearer(self, turns: Iterable[_Change]) -> Iterator[_Change]:
        """Yield turns within narrower steps, theory by theory: only what it hangs on is worked out."""
        by_theory: dict[int, list[tuple[Dial, Column]]] = {}
        for turn in turns:
            by_theory.setdefault(turn.theory, []).append((turn.dial, _divided(turn)))
        for theory, spans in by_theory.items():
            yield from self._changes(spans, self._parts[theory])

    def _changes(self, spans: Sequence[tuple[Dial, Column]], part: _Part) -> Iterator[_Change]:
        """Yield where two neighbouring points of a dial have a theory of this part choose differently."""
        for batch in _batches(spans):
            ends = np.cumsum([len(points) for _, points in batch])
            columns = self._columns(batch, ends)
            moved, gaps = self._sweeper.sweep(columns, part.graph)
            at_rest = self._sweeper.baseline
            for theory, reader in part.readers:
                if not moved.keys().isdisjoint(reader.nodes):
                    sets = reader.sets({**at_rest, **moved}, int(ends[-1]))
                    told = None if part is self._whole else gaps
                    yield from _changes(theory, sets, told, batch, ends)

    def _sweep_of(self, turns: Sequence[_Change], theory: int) -> Sweep:
        """Return a theory's turns on one dial, in order, as a sweep."""
        dial, reader = turns[0].dial, self._readers[theory]
        ends = [dial.low, *(turn.at for turn in turns), dial.high]
        sets = [turns[0].before, *(turn.after for turn in turns)]
        choices = [reader.choice(set_) for set_ in sets]
        return sweep_of(dial, reader.about, self._now[theory], ends, choices)

    def _columns(self, batch: Sequence[tuple[Dial, Column]], ends: NDArray[np.int_]) -> dict[str, Column]:
        """Return a column a dial: its points in its own rows, its best estimate in all others."""
        columns: dict[str, Column] = {}
        for (dial, points), end in zip(batch, ends.tolist(), strict=True):
            column = columns.setdefault(dial.address, np.full(int(ends[-1]), dial.best))
            column[end - len(points) : end] = points
        return columns


def grid(dial: Dial, points: int) -> Column:
    """Return so many points of a dial's domain, both ends among them, evenly spaced as it is swept."""
    spaced = np.geomspace if dial.kind in GEOMETRIC else np.linspace
    return spaced(dial.low, dial.high, points).clip(dial.low, dial.high)


def _marked(dial: Dial) -> Column:
    """Return the points a dial is first set to, in order: its domain, its best estimate, its stated ends."""
    marks = [dial.best, *(dial.range or ())]
    points: Column = np.concatenate([grid(dial, STEPS + 1), np.clip(marks, dial.low, dial.high)])
    points.sort()
    return points


def _divided(turn: _Change) -> Column:
    """Return finer points between the two that a turn lies between, and close by where it may be.

    To ask where that is, the two will do.
    """
    if turn.guesses is None:
        return np.array([turn.low, turn.high])
    width = turn.high - turn.low
    guesses = turn.low + turn.guesses * width
    close = BESIDE * CLOSE * np.abs(guesses)
    points = np.concatenate([turn.low + EVEN * width, guesses - close, guesses + close])
    points.sort()
    points[0], points[-1] = turn.low, turn.high
    return points.clip(turn.low, turn.high)


def _batches(spans: Sequence[tuple[Dial, Column]]) -> Iterator[list[tuple[Dial, Column]]]:
    """Yield spans together, as many as make up one block."""
    batch: list[tuple[Dial, Column]] = []
    rows = 0
    for dial, points in spans:
        if batch and rows + len(points) > ROWS:
            yield batch
            batch, rows = [], 0
        batch.append((dial, points))
        rows += len(points)
    if batch:
        yield batch


def _changes(
    theory: int,
    sets: NDArray[np.int64],
    gaps: Sequence[Gap] | None,
    batch: Sequence[tuple[Dial, Column]],
    ends: NDArray[np.int_],
) -> Iterator[_Change]:
    """Yield a turn wherever the set changes from one row to the next of the same span."""
    changes = sets[1:] != sets[:-1]
    changes[ends[:-1] - 1] = False
    rows = np.flatnonzero(changes)
    spans = np.searchsorted(ends, rows, side="right").tolist()
    asked = [None] * len(rows) if gaps is None else crossings(gaps, rows)
    for row, span, guesses in zip(rows.tolist(), spans, asked, strict=True):
        dial, points = batch[span]
        at = row - (int(ends[span]) - len(points))
        low, high = float(points[at]), float(points[at + 1])
        yield _Change(dial, theory, low, high, int(sets[row]), int(sets[row + 1]), guesses)


class _Part(NamedTuple):
    """Some theories, each with its number, and what of the graph they hang on."""

    graph: Subgraph
    readers: tuple[tuple[int, _Reader], ...]


class _Reader:
    """Reads one theory's choice off the graph: as a number, the bit of each chosen option."""

    def __init__(self, theory: Recorded) -> None:
        self.about = theory.framework.about
        self._applies = theory.applies
        placings = theory.ruling.placings if theory.ruling else ()
        self._options = tuple(placing.option for placing in placings)
        self._chosen = tuple(placing.chosen for placing in placings)
        self.nodes = tuple(nodes_of((self._applies, *self._chosen)))

    def sets(self, values: Mapping[Node, Value], rows: int) -> NDArray[np.int64]:
        """Return the set chosen in each row, DOES_NOT_APPLY where the theory does not apply."""
        sets = np.zeros(rows, np.int64)
        for at, chosen in enumerate(self._chosen):
            sets += np.int64(1 << at) * np.asarray(values.get(chosen, chosen), np.int64)  # type: ignore[call-overload]
        applies = values.get(self._applies, self._applies)  # type: ignore[call-overload]
        return np.where(applies, sets, DOES_NOT_APPLY)

    def choice(self, set_: int) -> Choice:
        """Return the options in a set."""
        if set_ == DOES_NOT_APPLY:
            return None
        return tuple(option for at, option in enumerate(self._options) if set_ >> at & 1)
