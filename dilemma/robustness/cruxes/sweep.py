"""Sweeps: the choice of each theory as one dial runs through its domain, with all others unchanged.

Every dial is set to about two hundred points, and the points of many dials are computed together as columns.
If the choices at two neighbouring points differ, the step between them is divided again, both evenly and
near the estimated crossings of amounts, until the turning point is known to six digits. Two turns closer
together than a two-hundredth of the domain may be missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import nextafter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dilemma.errors import BrokenFramework
from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds, Graph, Node
from dilemma.graph.bit_sets import bit_sets
from dilemma.graph.columns import Column, Value
from dilemma.graph.sweep import Gap, Subgraph, Sweeper
from dilemma.graph.symbols import MOST_NODES
from dilemma.robustness.cruxes.batches import batches
from dilemma.robustness.cruxes.crossings import crossings
from dilemma.robustness.cruxes.segments import STEPS, Choice, Sweep, sweep_of
from dilemma.robustness.dials.dial import Dial
from dilemma.robustness.progress import Done, ignore
from dilemma.robustness.symbolic import Recorded, nodes_of, recorded
from dilemma.scenario import model

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["CLOSE", "GEOMETRIC", "Sweeps", "grid", "recordable_sweeps"]

EVEN: Final = np.linspace(0.0, 1.0, 16 + 1)  # shares at which a step with a turn is divided
STATED_STEPS: Final = 50  # steps per stated range, mostly finer than those of the domain
CLOSE: Final = 4e-7  # a turn is located once its step is this small a share of its value
GUESS_MARGIN: Final = 0.45  # of such a step: distance tried on either side of an estimate
NEAR_ZERO: Final = 1e-12  # near 0: as a share of the domain instead
DOES_NOT_APPLY: Final = -1
ROWS: Final = 4000  # rows computed at once; small enough for the processor's cache
MOST_PAIRS: Final = 200_000_000  # dials times nodes: with more, sweeps take half a gigabyte, and a minute
MOST_GAPS: Final = 40_000_000  # compared differences times rows that are kept at once, eight bytes each
GEOMETRIC: Final = frozenset({"exchange"})  # swept in equal ratios, over orders of magnitude


class _Change(NamedTuple):
    """A change of one theory's choice between two values of a dial."""

    dial: Dial
    theory: int
    low: float
    high: float
    before: int
    after: int
    guesses: Column | None  # estimated shares of the step at which it lies; None if not computed

    @property
    def is_located(self) -> bool:
        """True if the step is narrow enough for the turning point to have six digits.

        Numbers near the smallest have fewer: there, if no number lies between the two.
        """
        if nextafter(self.low, self.high) == self.high:
            return True
        narrow = CLOSE * max(abs(self.low), abs(self.high))
        return self.high - self.low <= max(narrow, NEAR_ZERO * (self.dial.high - self.dial.low))

    @property
    def at(self) -> float:
        """The turning point: the best estimate or an end of the domain if in the step, else its middle."""
        for mark in (self.dial.best, self.dial.low, self.dial.high):
            if self.low <= mark <= self.high:
                return mark
        return (self.low + self.high) / 2


class Sweeps:
    """The choices of theories over the dials of a scenario, from rulings recorded once as a graph.

    Each dial runs through its domain or, with `stated`, through the range that the file states; dials without
    a range are then left out. The graph holds what those values need, so a smaller reach takes less time.
    """

    def __init__(
        self,
        scenario: model.Scenario,
        frameworks: Sequence[Framework],
        dials: Iterable[Dial],
        *,
        stated: bool = False,
    ) -> None:
        reaches = [(dial, _reach(dial, stated=stated)) for dial in dials if dial.swept]
        self._steps = STATED_STEPS if stated else STEPS
        self._reach = {dial.address: reach for dial, reach in reaches if reach.low < reach.high}
        self.dials = tuple(dial for dial, _ in reaches if dial.address in self._reach)
        free = self._reach
        graph = Graph(min(MOST_NODES, MOST_PAIRS // max(1, len(free))))
        self._readers = [_Reader(theory) for theory in recorded(scenario, frameworks, free, graph)]
        self._best = {dial.address: dial.best for dial in self.dials}
        nodes = dict.fromkeys(node for reader in self._readers for node in reader.nodes)
        self._sweeper = Sweeper(nodes, self._best)
        whole, *parts = self._sweeper.subgraphs([nodes, *(reader.nodes for reader in self._readers)])
        self._whole = _Part(whole, tuple(enumerate(self._readers)))
        self._parts = [
            _Part(self._sweeper.with_gaps(part), ((theory, reader),))
            for part, (theory, reader) in zip(parts, enumerate(self._readers), strict=True)
        ]
        baseline = self._sweeper.baseline
        self._now = [reader.choice(int(reader.sets(baseline, 1)[0])) for reader in self._readers]

    def with_turns(self, done: Done = ignore) -> Iterator[Sweep]:
        """Yield each sweep that has a turn, in the order of the dials.

        `done` is called with the number of points computed and that of all, once a batch.
        """
        turns: list[_Change] = []
        alike = sorted(self.dials, key=lambda dial: self._sweeper.likeness(dial.address))
        near = list(self._changes([(dial, self._marked(dial)) for dial in alike], self._whole, done))
        while near:
            turns += (turn for turn in near if turn.is_located)
            near = list(self._nearer([turn for turn in near if not turn.is_located]))
        order = {dial.address: place for place, dial in enumerate(self.dials)}
        turns.sort(key=lambda turn: (order[turn.dial.address], turn.theory, turn.low))
        for (_, theory), same in groupby(turns, key=lambda turn: (turn.dial.address, turn.theory)):
            whole = self._sweep_of(list(same), theory)
            if len(whole.segments) > 1:
                yield whole

    def chosen_over(self, columns: Mapping[str, Column]) -> dict[str, list[Choice]]:
        """Return each theory's choices, by its id, one per row of these columns by the dials' addresses.

        Without columns each list has one choice, that at the best estimates.
        """
        rows = max(map(len, columns.values()), default=1)
        outputs = self._sweeper.sweep(columns, self._whole.graph).outputs
        baseline = self._sweeper.baseline
        return {
            reader.about.id: [
                reader.choice(set_) for set_ in reader.sets({**baseline, **outputs}, rows).tolist()
            ]
            for reader in self._readers
        }

    def _nearer(self, turns: Iterable[_Change]) -> Iterator[_Change]:
        """Yield the changes within narrower steps; each theory's own part of the graph is computed."""
        by_theory: dict[int, list[tuple[Dial, Column]]] = {}
        for turn in turns:
            by_theory.setdefault(turn.theory, []).append((turn.dial, _divided(turn)))
        for theory, spans in by_theory.items():
            yield from self._changes(spans, self._parts[theory])

    def _changes(
        self, spans: Sequence[tuple[Dial, Column]], part: _Part, done: Done = ignore
    ) -> Iterator[_Change]:
        """Yield each change of a theory's choice between two neighbouring points of a dial."""
        made, points = 0, sum(len(column) for _, column in spans)
        for batch in batches(spans, min(ROWS, MOST_GAPS // max(1, len(part.graph.gaps)))):
            ends = np.cumsum([len(points) for _, points in batch])
            columns = self._columns(batch, ends)
            outputs, gaps = self._sweeper.sweep(columns, part.graph)
            made += int(ends[-1])
            done(made, points)
            baseline = self._sweeper.baseline
            for theory, reader in part.readers:
                if not outputs.keys().isdisjoint(reader.nodes):
                    sets = reader.sets({**baseline, **outputs}, int(ends[-1]))
                    told = None if part is self._whole else gaps
                    yield from _changes(theory, sets, told, batch, ends)

    def _sweep_of(self, turns: Sequence[_Change], theory: int) -> Sweep:
        """Return the sweep with a theory's turns on one dial, which are in ascending order."""
        dial, reader = turns[0].dial, self._readers[theory]
        low, high = self._reach[dial.address]
        ends = [low, *(turn.at for turn in turns), high]
        sets = [turns[0].before, *(turn.after for turn in turns)]
        choices = [reader.choice(set_) for set_ in sets]
        return sweep_of(dial, reader.about, self._now[theory], ends, choices)

    def _marked(self, dial: Dial) -> Column:
        """Return the points a dial is first set to, in order.

        They are spread over its reach, with its best estimate and the ends of its stated range.
        """
        low, high = self._reach[dial.address]
        marks = [dial.best, *(dial.range or ())]
        spread = grid(dial._replace(low=low, high=high), self._steps + 1)
        points: Column = np.concatenate([spread, np.clip(marks, low, high)])
        points.sort()
        return points

    def _columns(self, batch: Sequence[tuple[Dial, Column]], ends: NDArray[np.int_]) -> dict[str, Column]:
        """Return one column per dial: its points in its own rows, its best estimate in the others."""
        columns: dict[str, Column] = {}
        for (dial, points), end in zip(batch, ends.tolist(), strict=True):
            column = columns.setdefault(dial.address, np.full(int(ends[-1]), dial.best))
            column[end - len(points) : end] = points
        return columns


def recordable_sweeps(
    scenario: model.Scenario, frameworks: Sequence[Framework], dials: Sequence[Dial], *, stated: bool = False
) -> tuple[Sweeps, tuple[Framework, ...]]:
    """Return the sweeps of the theories that can be recorded as a graph, and the theories that cannot."""
    recordable = tuple(frameworks)
    while True:
        try:
            sweeps = Sweeps(scenario, recordable, dials, stated=stated)
        except BrokenFramework as broken:
            recordable = tuple(theory for theory in recordable if theory.about.id != broken.id)
        else:
            return sweeps, tuple(theory for theory in frameworks if theory not in recordable)


def grid(dial: Dial, points: int) -> Column:
    """Return this many points of a dial's domain, both ends included, evenly or geometrically spaced."""
    spaced = np.geomspace if dial.kind in GEOMETRIC else np.linspace
    return spaced(dial.low, dial.high, points).clip(dial.low, dial.high)


def _reach(dial: Dial, *, stated: bool) -> Bounds:
    """Return the values a dial is set to: its domain or, if `stated`, its range within the domain.

    Of a dial without a range the reach is the best estimate alone.
    """
    if not stated:
        return Bounds(dial.low, dial.high)
    low, high = dial.range or (dial.best, dial.best)
    return Bounds(max(low, dial.low), min(high, dial.high))


def _divided(turn: _Change) -> Column:
    """Return finer points between the two that a turn lies between, and close by where it may be.

    To ask where that is, the two will do.
    """
    if turn.guesses is None:
        return np.array([turn.low, turn.high])
    width = turn.high - turn.low
    guesses = turn.low + turn.guesses * width
    close = GUESS_MARGIN * CLOSE * np.abs(guesses)
    points = np.concatenate([turn.low + EVEN * width, guesses - close, guesses + close])
    points.sort()
    points[0], points[-1] = turn.low, turn.high
    return points.clip(turn.low, turn.high)


def _changes(
    theory: int,
    sets: NDArray[np.int64],
    gaps: Sequence[Gap] | None,
    batch: Sequence[tuple[Dial, Column]],
    ends: NDArray[np.int_],
) -> Iterator[_Change]:
    """Yield a change wherever the chosen set differs between two successive rows of one span."""
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
    """Some theories, each with its index, and the subgraph that they depend on."""

    graph: Subgraph
    readers: tuple[tuple[int, _Reader], ...]


class _Reader:
    """Reader of one theory's choice from the graph, as a bit set: one bit per chosen option."""

    def __init__(self, theory: Recorded) -> None:
        self.about = theory.framework.about
        self._applies = theory.applies
        placings = theory.ruling.placings if theory.ruling else ()
        self._options = tuple(placing.option for placing in placings)
        self._chosen = tuple(placing.chosen for placing in placings)
        self.nodes = tuple(nodes_of((self._applies, *self._chosen)))

    def sets(self, values: Mapping[Node, Value], rows: int) -> NDArray[np.int64]:
        """Return the set chosen in each row; DOES_NOT_APPLY if the theory does not apply."""
        sets = bit_sets([values.get(chosen, chosen) for chosen in self._chosen], rows)  # type: ignore[call-overload]
        applies = values.get(self._applies, self._applies)  # type: ignore[call-overload]
        return np.where(applies, sets, DOES_NOT_APPLY)

    def choice(self, set_: int) -> Choice:
        """Return the options in a set; None for DOES_NOT_APPLY."""
        if set_ == DOES_NOT_APPLY:
            return None
        return tuple(option for at, option in enumerate(self._options) if set_ >> at & 1)
