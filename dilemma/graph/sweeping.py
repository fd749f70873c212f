"""One dial, or a few, turned while all else stands still: only what they move is worked out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dilemma.graph.columns import Column, Value, Values, step_of
from dilemma.graph.symbols import Condition, Node, Symbol, needed_for

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Gap", "Part", "Sweeper", "Turned"]


class Part(NamedTuple):
    """Some outputs by their place, and for every place whether it leads to one of them.

    `gaps` are the differences on the way that tell a truth, each with what it is taken from; `endings` says
    what may go after each place.
    """

    outputs: Mapping[int, Node]
    leads: NDArray[np.bool_]
    gaps: Mapping[int, int]
    endings: Sequence[Sequence[int]]


class Gap(NamedTuple):
    """How far an amount is above another: where it leaves what is Equal it tells a truth."""

    size: Column
    amount: Value


class Turned(NamedTuple):
    """The outputs of a part that move, each with its column, and the gaps that do."""

    outputs: Mapping[Node, Value]
    gaps: Sequence[Gap]


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
        self._args = [tuple([places[arg] for arg in node.args if arg in places]) for node in nodes]
        self._gaps = {places[gap]: places[of] for gap, of in map(_gap, nodes) if gap is not None}
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
        self._last = {arg: place for place, args in enumerate(self._args) for arg in args}
        self._endings: list[list[int]] = [[] for _ in nodes]
        for arg, place in self._last.items():
            self._endings[place].append(arg)
        self.at_rest = {output: self._rest[places[output]] for output in self._outputs}

    def _reach(self) -> dict[str, NDArray[np.bool_]]:
        """Return, for each input, which nodes it bears on."""
        bears = [0] * len(self._rest)  # a bit an input
        for bit, place in enumerate(self._inputs.values()):
            bears[place] = 1 << bit
        for place, args in enumerate(self._args):
            for arg in args:
                bears[place] |= bears[arg]
        return dict(zip(self._inputs, _columns_of(bears, len(self._inputs)), strict=True))

    def parts(self, groups: Sequence[Iterable[Node]]) -> list[Part]:
        """Return, for each group of outputs, the part of the graph that leads to them."""
        places = [{self._places[output]: output for output in outputs} for outputs in groups]
        leads = [0] * len(self._rest)  # a bit a group
        for bit, outputs in enumerate(places):
            for place in outputs:
                leads[place] |= 1 << bit
        for place in reversed(range(len(self._args))):
            for arg in self._args[place]:
                leads[arg] |= leads[place]
        found = zip(places, _columns_of(leads, len(groups)), strict=True)
        return [Part(outputs, leading, {}, self._without(outputs)) for outputs, leading in found]

    def watched(self, part: Part) -> Part:
        """Return a part that keeps the gaps on its way as well."""
        gaps = {gap: of for gap, of in self._gaps.items() if part.leads[gap]}
        return part._replace(gaps=gaps, endings=self._without({*gaps, *gaps.values(), *part.outputs}))

    def _without(self, kept: Collection[int]) -> list[list[int]]:
        """Return, for each node, what nothing after it is made of and is not kept: its column may go."""
        endings = self._endings.copy()
        for place in {self._last[arg] for arg in kept if arg in self._last}:
            endings[place] = [arg for arg in endings[place] if arg not in kept]
        return endings

    def reach(self, address: str) -> int:
        """Return how many nodes an input bears on."""
        return int(np.count_nonzero(self._moved_by[address])) if address in self._moved_by else 0

    def turned(self, columns: Mapping[str, Column], part: Part) -> Turned:
        """Return what of a part moves as these inputs take these values."""
        moving = {address: column for address, column in columns.items() if address in self._inputs}
        if not moving:
            return Turned({}, ())
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
            part.endings,
        )
        with np.errstate(all="ignore"):
            for place in np.flatnonzero(reached).tolist():
                for arg in all_args[place]:
                    if moved[arg]:
                        steps[place](values)
                        if not (truths[place] and values[place] is rest[place]):
                            moved[place] = 1
                        break
                for arg in endings[place]:
                    values[arg] = rest[arg]
        return Turned(
            {output: values[place] for place, output in part.outputs.items() if moved[place]},
            [
                Gap(values[gap], values[of])
                for gap, of in part.gaps.items()
                if moved[gap] and values[gap].shape
            ],
        )


def _columns_of(rows: Sequence[int], width: int) -> NDArray[np.bool_]:
    """Return bits, one number a row, as an array whose rows are what were columns."""
    size = width // 8 + 1
    packed = np.frombuffer(b"".join(bits.to_bytes(size, "little") for bits in rows), np.uint8)
    bits = np.unpackbits(packed.reshape(-1, size), axis=1, count=width, bitorder="little")
    return np.ascontiguousarray(bits.T).view(bool)


def _gap(node: Node) -> tuple[Symbol, Symbol] | tuple[None, None]:
    """Return the difference that a node tells a truth by, and what it is taken from; None for other nodes."""
    match node.op, *node.args:
        case "compare", Symbol() as amount, _, Symbol() as gap:
            return gap, amount
        case ("exceeds", 0.0, Symbol() as amount) | ("exceeds", Symbol() as amount, 0.0):
            return amount, amount
    return None, None


def _still(_values: Values) -> None:
    """Do nothing: an input is set, not worked out."""
