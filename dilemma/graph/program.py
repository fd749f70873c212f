"""Evaluation order of a graph and allocation of slots, for evaluating whole blocks of rows.

What the trial rows need is evaluated for every block, in order; a slot is used again once its value is dead.
The rest forms lazy branches, evaluated only if some row of the block needs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from dilemma.graph.columns import FALSE, REDUCTIONS, TRUE, Column, LazyBranch, Step, Value, make_step
from dilemma.graph.dependencies import needed_for
from dilemma.graph.symbols import Argument, Condition, Node, Symbol

__all__ = ["BLOCK", "Program", "compile_eager", "compile_program"]

BLOCK: Final = 8192
"""Rows in a block. A column then takes 64 KB: small enough to stay in the processor's cache, large enough for
the fixed cost of a step to be negligible."""

MOST_VALUES: Final = 16_384 * BLOCK  # numbers held at a time: a gigabyte of them
FEWEST_ROWS: Final = 2048

Arguments: TypeAlias = Mapping[Node, Sequence[Argument]]
"""The arguments of each node, in the order in which they are evaluated."""

IsNeeded: TypeAlias = Callable[[Value], bool]
"""A predicate on the first argument of an operation: whether another argument is needed in some row."""


def _some_true(truth: Value) -> bool:
    return truth is not FALSE


def _some_false(truth: Value) -> bool:
    return truth is not TRUE


LAZY_ARGUMENTS: Final[Mapping[str, Mapping[int, IsNeeded]]] = {
    "both": {1: _some_true},
    "either": {1: _some_false},
    "choose": {1: _some_true, 2: _some_false},
}
"""The arguments, by position, that the first argument of an operation may make needless."""


class Program(NamedTuple):
    """The steps that evaluate some outputs, in order, and their slots.

    `constants` holds the plain numbers by slot, `inputs` the slot of each address, `outputs` the slots of the
    results.
    """

    steps: tuple[Step, ...]
    slots: int
    constants: Mapping[int, float]
    inputs: Mapping[str, int]
    outputs: tuple[int, ...]

    @property
    def block(self) -> int:
        """The rows to evaluate at a time: fewer than BLOCK where so many slots would take too much memory."""
        return min(BLOCK, max(FEWEST_ROWS, MOST_VALUES // max(1, self.slots)))

    def run(self, columns: Mapping[str, Column]) -> list[Value]:
        """Return the outputs for these inputs, given as columns of the same length by address."""
        values: list[Value] = [None] * self.slots
        for slot, number in self.constants.items():
            values[slot] = number
        for address, slot in self.inputs.items():
            values[slot] = columns[address]
        with np.errstate(all="ignore"):  # a division by 0 may be computed, but its result is never chosen
            for step in self.steps:
                step(values)
        return [values[slot] for slot in self.outputs]


def compile_program(outputs: Sequence[Node], trial: Mapping[str, Column]) -> Program:
    """Return the program that evaluates these outputs.

    Nodes that some row of `trial` needs are evaluated for every block, the others lazily. The trial affects
    speed, never results.
    """
    nodes = needed_for(outputs)
    values = dict(zip(nodes, compile_eager(nodes).run(trial), strict=True))
    args = {node: _short_circuit_order(node, values) for node in nodes}
    eager = _needed_in_some_row(values, args, nodes, outputs)
    slots = _Slots(nodes, eager)
    prefixes = _chain_prefixes(nodes, eager, outputs)
    nodes = tuple(node for node in nodes if node not in prefixes)
    args |= {node: _flattened_chain(node, prefixes) for node in nodes if node.op in REDUCTIONS}
    in_order = [node for node in nodes if node in eager]
    lazy = _LazyBranches(eager, slots, args)
    dying = _dying_after(nodes, args, in_order, outputs)
    steps = []
    for node, dead in zip(in_order, dying, strict=True):
        if node.op != "input":
            arg_slots = [slots.of(arg) for arg in args[node]]
            steps.append(make_step(node, slots.of(node), arg_slots, lazy.of(node)))
            slots.release(dead)
    return _program(steps, slots, nodes, outputs)


def compile_eager(nodes: Sequence[Node]) -> Program:
    """Return the program that evaluates all of these nodes and outputs each; arguments must come first."""
    slots = _Slots(nodes, set())
    steps = [
        make_step(node, slots.of(node), [slots.of(arg) for arg in node.args])
        for node in nodes
        if node.op != "input"
    ]
    return _program(steps, slots, nodes, nodes)


def _program(steps: Sequence[Step], slots: _Slots, nodes: Iterable[Node], outputs: Iterable[Node]) -> Program:
    return Program(
        steps=tuple(steps),
        slots=slots.count,
        constants=slots.constants,
        inputs={str(node.args[0]): slots.of(node) for node in nodes if node.op == "input"},
        outputs=tuple(slots.of(output) for output in outputs),
    )


def _short_circuit_order(node: Node, values: Mapping[Node, Value]) -> tuple[Argument, ...]:
    """Return the arguments of a node, swapped where only the second truth decides the result in all rows."""
    if node.op not in ("both", "either"):
        return node.args
    first, second = node.args
    assert isinstance(first, Condition)
    assert isinstance(second, Condition)
    (is_needed,) = LAZY_ARGUMENTS[node.op].values()
    swap = is_needed(values[first]) and not is_needed(values[second])
    return (second, first) if swap else (first, second)


def _chain_prefixes(nodes: Iterable[Node], eager: set[Node], outputs: Iterable[Node]) -> set[Node]:
    """Return the nodes that are only the beginning of a longer sum, least or greatest evaluated eagerly."""
    uses = Counter(outputs)
    uses.update(arg for node in nodes for arg in node.args if isinstance(arg, Node))
    chains = ((node.op, node.args[0]) for node in nodes if node.op in REDUCTIONS and node in eager)
    return {
        prefix
        for op, prefix in chains
        if isinstance(prefix, Symbol) and prefix.op == op and uses[prefix] == 1
    }


def _flattened_chain(node: Node, prefixes: set[Node]) -> tuple[Argument, ...]:
    """Return the arguments of a sum, least or greatest, from left to right, its prefixes expanded."""
    first, *rest = node.args
    chain = rest
    while isinstance(first, Symbol) and first in prefixes:
        first, *rest = first.args
        chain = [*rest, *chain]
    return (first, *chain)


def _dependencies(node: Node, args: Arguments) -> Iterator[tuple[Node, IsNeeded | None]]:
    """Yield the nodes among the arguments of a node, each with its predicate if it is a lazy argument."""
    lazy = LAZY_ARGUMENTS.get(node.op, {})
    for at, arg in enumerate(args[node]):
        if isinstance(arg, Node):
            yield arg, lazy.get(at)


def _needed_in_some_row(
    values: Mapping[Node, Value], args: Arguments, nodes: Sequence[Node], outputs: Iterable[Node]
) -> set[Node]:
    """Return the nodes that the outputs need in some of the rows that have these values."""
    needed = set(outputs)
    for node in reversed(nodes):
        if node in needed:
            first = args[node][0]
            truth = values[first] if isinstance(first, Condition) else None
            needed.update(
                arg for arg, is_needed in _dependencies(node, args) if is_needed is None or is_needed(truth)
            )
    return needed


def _dying_after(
    nodes: Sequence[Node], args: Arguments, in_order: Sequence[Node], outputs: Iterable[Node]
) -> list[list[Node]]:
    """Return, for each eager step, the nodes whose value nothing can need after it.

    A lazy node may be evaluated as late as the last eager step that can need it; its arguments stay alive
    until then.
    """
    at = {node: step for step, node in enumerate(in_order)}
    last_use: dict[Node, int] = dict.fromkeys(outputs, len(in_order))
    for node in reversed(nodes):
        evaluated = at.get(node, last_use[node])
        for arg, _ in _dependencies(node, args):
            last_use[arg] = max(last_use.get(arg, 0), evaluated)
    dying: list[list[Node]] = [[] for _ in in_order]
    for node in in_order:
        if last_use[node] < len(in_order):
            dying[last_use[node]].append(node)
    return dying


class _Slots:
    """An allocator of slots: constants, inputs and lazy nodes keep theirs, eager nodes share."""

    def __init__(self, nodes: Sequence[Node], eager: set[Node]) -> None:
        numbers = {arg for node in nodes for arg in node.args if isinstance(arg, float)}
        self.constants = {slot: np.float64(number) for slot, number in enumerate(numbers)}
        self._allocated: dict[Argument, int] = {number: slot for slot, number in enumerate(numbers)}
        self._free: list[int] = []
        self.count = len(numbers)
        for node in nodes:
            if node.op == "input" or node not in eager:
                self.of(node)

    def of(self, key: Argument) -> int:
        """Return the slot of a node or constant, allocating one if it has none."""
        if key not in self._allocated:
            if not self._free:
                self._free.append(self.count)
                self.count += 1
            self._allocated[key] = self._free.pop()
        return self._allocated[key]

    def release(self, dead: Iterable[Node]) -> None:
        """Allow the slots of these nodes to be used again."""
        self._free.extend(self._allocated[node] for node in dead)


class _LazyBranches:
    """The steps that are run only if some row of a block needs their result."""

    def __init__(self, eager: set[Node], slots: _Slots, args: Arguments) -> None:
        self._eager, self._slots, self._args = eager, slots, args
        self._steps: dict[Node, Step] = {}

    def of(self, node: Node) -> tuple[LazyBranch, ...]:
        """Return a branch for each lazy argument of a node."""
        return tuple(self._branch_of(self._args[node][at]) for at in LAZY_ARGUMENTS.get(node.op, ()))

    def _branch_of(self, argument: Argument) -> LazyBranch:
        """Return the lazy steps that an argument depends on, in evaluation order."""
        found: set[Node] = set()
        waiting = [argument]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Node) and node not in self._eager and node not in found:
                found.add(node)
                waiting.extend(arg for arg, is_needed in _dependencies(node, self._args) if not is_needed)
        in_order = sorted(found, key=lambda node: node.index)
        return tuple((self._slots.of(node), self._step(node)) for node in in_order if node.op != "input")

    def _step(self, node: Node) -> Step:
        if node not in self._steps:
            arg_slots = [self._slots.of(arg) for arg in self._args[node]]
            self._steps[node] = make_step(node, self._slots.of(node), arg_slots, self.of(node))
        return self._steps[node]
