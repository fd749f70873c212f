"""Evaluation of a graph while one or a few inputs change: only the nodes that depend on them are computed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dilemma.graph.columns import Column, Value, Values, make_step
from dilemma.graph.dependencies import needed_for
from dilemma.graph.symbols import Condition, Node, Symbol

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Gap", "Subgraph", "SweepResult", "Sweeper"]


SAMPLE: Final = 700  # nodes by which inputs are compared


class Subgraph(NamedTuple):
    """The part of a graph that some outputs depend on; nodes are given by index.

    `contains` is a mask over all nodes. `gaps` maps each compared difference to its minuend. `last_uses`
    lists, for each node, the arguments whose columns may be dropped after it.
    """

    outputs: Mapping[int, Node]
    contains: NDArray[np.bool_]
    gaps: Mapping[int, int]
    last_uses: Sequence[Sequence[int]]


class Gap(NamedTuple):
    """The difference of two compared amounts, and the first of them.

    The result of the comparison changes where the difference starts or stops being within the tolerance.
    """

    size: Column
    amount: Value


class SweepResult(NamedTuple):
    """The outputs of a subgraph that depend on the changed inputs, and the gaps that vary, as columns."""

    outputs: Mapping[Node, Value]
    gaps: Sequence[Gap]


class Sweeper:
    """A graph with the value of every node at the best estimates, from which `sweep` changes some inputs.

    `baseline` holds those values for the outputs.
    """

    def __init__(self, outputs: Iterable[Node], best: Mapping[str, float]) -> None:
        self._outputs = tuple(outputs)
        nodes = needed_for(self._outputs)
        indexes: dict[object, int] = {node: index for index, node in enumerate(nodes)}
        self._baseline: Values = [None] * len(nodes)
        for node in nodes:
            for arg in node.args:
                if isinstance(arg, float) and arg not in indexes:
                    indexes[arg] = len(self._baseline)
                    self._baseline.append(np.float64(arg))
        self._indexes = indexes
        self._is_condition = [isinstance(node, Condition) for node in nodes]
        self._inputs = {str(node.args[0]): index for index, node in enumerate(nodes) if node.op == "input"}
        self._args = [tuple([indexes[arg] for arg in node.args if arg in indexes]) for node in nodes]
        self._gaps = {
            indexes[gap]: indexes[minuend]
            for gap, minuend in map(_compared_difference, nodes)
            if gap is not None
        }
        self._steps = [
            make_step(node, index, self._args[index]) if node.op != "input" else _do_nothing
            for index, node in enumerate(nodes)
        ]
        for address, index in self._inputs.items():
            self._baseline[index] = np.float64(best[address])
        with np.errstate(all="ignore"):
            for step in self._steps:
                step(self._baseline)
        self._dependents = self._find_dependents()
        self._last_use = {arg: index for index, args in enumerate(self._args) for arg in args}
        self._last_uses: list[list[int]] = [[] for _ in nodes]
        for arg, index in self._last_use.items():
            self._last_uses[index].append(arg)
        self.baseline = {output: self._baseline[indexes[output]] for output in self._outputs}

    def _find_dependents(self) -> dict[str, NDArray[np.bool_]]:
        """Return, for each input by address, the mask of the nodes that depend on it."""
        depends_on = [0] * len(self._baseline)  # one bit per input
        for bit, index in enumerate(self._inputs.values()):
            depends_on[index] = 1 << bit
        for index, args in enumerate(self._args):
            for arg in args:
                depends_on[index] |= depends_on[arg]
        return dict(zip(self._inputs, _masks_by_bit(depends_on, len(self._inputs)), strict=True))

    def subgraphs(self, groups: Sequence[Iterable[Node]]) -> list[Subgraph]:
        """Return, for each group of outputs, the subgraph they depend on, without gaps."""
        by_index = [{self._indexes[output]: output for output in outputs} for outputs in groups]
        needed_by = [0] * len(self._baseline)  # one bit per group
        for bit, outputs in enumerate(by_index):
            for index in outputs:
                needed_by[index] |= 1 << bit
        for index in reversed(range(len(self._args))):
            for arg in self._args[index]:
                needed_by[arg] |= needed_by[index]
        masks = _masks_by_bit(needed_by, len(groups))
        return [
            Subgraph(outputs, contains, {}, self._last_uses_except(outputs))
            for outputs, contains in zip(by_index, masks, strict=True)
        ]

    def with_gaps(self, subgraph: Subgraph) -> Subgraph:
        """Return the subgraph with the gaps of the comparisons in it, to be returned by each sweep."""
        gaps = {gap: minuend for gap, minuend in self._gaps.items() if subgraph.contains[gap]}
        kept = {*gaps, *gaps.values(), *subgraph.outputs}
        return subgraph._replace(gaps=gaps, last_uses=self._last_uses_except(kept))

    def _last_uses_except(self, kept: Collection[int]) -> list[list[int]]:
        """Return, for each node, the arguments that no later node uses, without those to be kept."""
        last_uses = self._last_uses.copy()
        for index in {self._last_use[arg] for arg in kept if arg in self._last_use}:
            last_uses[index] = [arg for arg in last_uses[index] if arg not in kept]
        return last_uses

    def likeness(self, address: str) -> list[bool]:
        """Return a key by which inputs that change much the same nodes sort next to each other.

        It tells which of a sample of the nodes depend on the input, those that few inputs change first.
        """
        found = self._dependents.get(address)
        places = range(len(self._args) - 1, -1, -(len(self._args) // SAMPLE + 1))
        return [] if found is None else found[np.array(places)].tolist()

    def sweep(self, columns: Mapping[str, Column], subgraph: Subgraph) -> SweepResult:
        """Return what changes in a subgraph when these inputs take these values.

        `columns` holds columns of the same length by address; addresses that are no input are ignored.
        """
        inputs = {address: column for address, column in columns.items() if address in self._inputs}
        if not inputs:
            return SweepResult({}, ())
        values, changed = self._baseline.copy(), bytearray(len(self._baseline))
        for address, column in inputs.items():
            values[self._inputs[address]] = column
            changed[self._inputs[address]] = 1
        affected = np.logical_or.reduce([self._dependents[address] for address in inputs])
        affected &= subgraph.contains
        baseline, is_condition, all_args, steps, last_uses = (
            self._baseline,
            self._is_condition,
            self._args,
            self._steps,
            subgraph.last_uses,
        )
        with np.errstate(all="ignore"):
            for index in np.flatnonzero(affected).tolist():
                for arg in all_args[index]:
                    if changed[arg]:
                        steps[index](values)
                        if not (is_condition[index] and values[index] is baseline[index]):
                            changed[index] = 1
                        break
                for arg in last_uses[index]:
                    values[arg] = baseline[arg]  # drops the column, which nothing needs any more
        return SweepResult(
            {output: values[index] for index, output in subgraph.outputs.items() if changed[index]},
            [
                Gap(values[gap], values[minuend])
                for gap, minuend in subgraph.gaps.items()
                if changed[gap] and values[gap].shape
            ],
        )


def _masks_by_bit(sets: Sequence[int], bits: int) -> NDArray[np.bool_]:
    """Return an array with a row for each bit: the mask of the integers in which that bit is set."""
    size = bits // 8 + 1
    packed = np.frombuffer(b"".join(each.to_bytes(size, "little") for each in sets), np.uint8)
    table = np.unpackbits(packed.reshape(-1, size), axis=1, count=bits, bitorder="little")
    return np.ascontiguousarray(table.T).view(bool)


def _compared_difference(node: Node) -> tuple[Symbol, Symbol] | tuple[None, None]:
    """Return the difference that a comparison tests, and its minuend; None twice for any other node."""
    match node.op, *node.args:
        case "compare", Symbol() as amount, _, Symbol() as difference:
            return difference, amount
        case ("exceeds", 0.0, Symbol() as amount) | ("exceeds", Symbol() as amount, 0.0):
            return amount, amount
    return None, None


def _do_nothing(_values: Values) -> None:
    """Do nothing: the value of an input is set, not computed."""
