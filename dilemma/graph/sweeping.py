"""One dial, or a few, turned while all else stands still: only what they move is worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dilemma.graph.columns import Column, Value, Values, holding, step_of
from dilemma.graph.symbols import Condition, Node, needed_for

__all__ = ["Part", "Sweeper"]


class Part(NamedTuple):
    """Some outputs by their place, and for every place whether it leads to one of them."""

    outputs: Mapping[int, Node]
    leads: NDArray[np.bool_]


class Sweeper:
    """A graph at rest, every node worked out at the best estimates; `turned` moves some inputs of it."""

    def __init__(self, outputs: Iterable[Node], best: Mapping[str, float]) -> None:
        self._outputs = tuple(outputs)
        nodes = needed_for(self._outputs)
        places: dict[object, int] = {node: place for place, node in enumerate(nodes)}
        self._rest: Values = [None] * len(nodes)
        for node in nodes:
            for arg in node.args:
                if isinstance(arg, float) and arg not in places:
                    places[arg] = len(self._rest)
                    self._rest.append(np.float64(arg))
        self._places = places
        self._truths = [isinstance(node, Condition) for node in nodes]
        self._inputs = {str(node.args[0]): place for place, node in enumerate(nodes) if node.op == "input"}
        self._args = [tuple(places[arg] for arg in node.args if arg in places) for node in nodes]
        self._steps = [
            step_of(node, place, self._args[place]) if node.op != "input" else _still
            for place, node in enumerate(nodes)
        ]
        for address, place in self._inputs.items():
            self._rest[place] = np.float64(best[address])
        with np.errstate(all="ignore"):
            for step in self._steps:
                step(self._rest)
        self._moved_by = self._reach()
        self._endings = self._last_uses()
        self.at_rest = {output: self._rest[places[output]] for output in self._outputs}

    def _last_uses(self) -> list[list[int]]:
        """Return, for each node, what nothing after it is made of: its column may go."""
        last = {arg: place for place, args in enumerate(self._args) for arg in args}
        kept = {self._places[output] for output in self._outputs}
        endings: list[list[int]] = [[] for _ in self._args]
        for arg, place in last.items():
            if arg not in kept:
                endings[place].append(arg)
        return endings

    def _reach(self) -> dict[str, NDArray[np.bool_]]:
        """Return, for each input, which nodes it bears on."""
        bears = np.zeros((len(self._rest), len(self._inputs)), bool)
        for column, place in enumerate(self._inputs.values()):
            bears[place, column] = True
        for place, args in enumerate(self._args):
            for arg in args:
                bears[place] |= bears[arg]
        by_input = np.ascontiguousarray(bears.T)
        return dict(zip(self._inputs, by_input, strict=True))

    def part(self, outputs: Iterable[Node]) -> Part:
        """Return the part of the graph that leads to these of its outputs."""
        places = {self._places[output]: output for output in outputs}
        leads = bytearray(len(self._rest))
        for place in places:
            leads[place] = 1
        for place in range(max(places, default=-1), -1, -1):
            if leads[place]:
                for arg in self._args[place]:
                    leads[arg] = 1
        return Part(places, np.frombuffer(leads, bool))

    def reach(self, address: str) -> int:
        """Return how many nodes an input bears on."""
        return int(np.count_nonzero(self._moved_by[address])) if address in self._moved_by else 0

    def turned(self, columns: Mapping[str, Column], part: Part) -> dict[Node, Value]:
        """Return the outputs of a part that move as these inputs take these values, each with its column."""
        moving = {address: column for address, column in columns.items() if address in self._inputs}
        if not moving:
            return {}
        values, moved = self._rest.copy(), bytearray(len(self._rest))
        for address, column in moving.items():
            values[self._inputs[address]] = column
            moved[self._inputs[address]] = 1
        reached = np.logical_or.reduce([self._moved_by[address] for address in moving])
        reached &= part.leads
        rest, truths, all_args, steps, endings = (
            self._rest,
            self._truths,
            self._args,
            self._steps,
            self._endings,
        )
        has_moved = moved.__getitem__
        with np.errstate(all="ignore"):
            for place in np.flatnonzero(reached).tolist():
                if any(map(has_moved, all_args[place])):
                    steps[place](values)
                    if truths[place] and _stays(values[place], rest[place]):
                        values[place] = rest[place]
                    else:
                        moved[place] = 1
                for arg in endings[place]:
                    values[arg] = rest[arg]
        return {output: values[place] for place, output in part.outputs.items() if moved[place]}


def _still(_values: Values) -> None:
    """Do nothing: an input is set, not worked out."""


def _stays(truth: Value, rest: Value) -> bool:
    """Whether a truth is in every row what it is at rest."""
    return truth is rest or holding(truth) == (truth.size if rest else 0)
