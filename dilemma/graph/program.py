"""In what order to work out a graph, and where to keep each result: for whole blocks of settings.

What every block needs is worked out first to last, places used again once nothing can need what they
hold. What only one side of a truth needs is worked out when some row of the block takes that side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from dilemma.graph.columns import NO, OF_MANY, YES, Arm, Column, Step, Value, step_of
from dilemma.graph.symbols import Argument, Condition, Node, Symbol, needed_for

__all__ = ["BLOCK", "Program", "compiled", "everything"]

BLOCK: Final = 8192
"""Rows in a block: a column takes 64 KB, few enough to stay near the processor, many enough for a step's
own cost to vanish."""

Arguments: TypeAlias = Mapping[Node, Sequence[Argument]]
"""What each node is made of, in the order in which it is looked at."""


def _some(truth: Value) -> bool:
    return truth is not NO


def _not_all(truth: Value) -> bool:
    return truth is not YES


IN_DOUBT: Final[Mapping[str, Mapping[int, Callable[[Value], bool]]]] = {
    "both": {1: _some},
    "either": {1: _not_all},
    "choose": {1: _some, 2: _not_all},
}
"""The arguments of an operation that its first may make needless, and when they matter nonetheless."""


class Program(NamedTuple):
    """The steps that work out some outputs, in order, and the places they use.

    `fixed` holds the plain numbers by place, `inputs` the place of each address, `outputs` where to look.
    """

    steps: tuple[Step, ...]
    size: int
    fixed: Mapping[int, float]
    inputs: Mapping[str, int]
    outputs: tuple[int, ...]

    def run(self, columns: Mapping[str, Column]) -> list[Value]:
        """Return the outputs for the rows of these columns, given by address."""
        values: list[Value] = [None] * self.size
        for place, number in self.fixed.items():
            values[place] = number
        for address, place in self.inputs.items():
            values[place] = columns[address]
        with np.errstate(all="ignore"):  # what zero would divide is worked out and never chosen
            for step in self.steps:
                step(values)
        return [values[place] for place in self.outputs]


def compiled(outputs: Sequence[Node], trial: Mapping[str, Column]) -> Program:
    """Return the program that works out these outputs.

    What the rows of `trial` need is worked out for every block, the rest where a row needs it: the trial
    bears on speed alone.
    """
    nodes = needed_for(outputs)
    found = dict(zip(nodes, everything(nodes).run(trial), strict=True))
    args = {node: _settling_first(node, found) for node in nodes}
    always = _needed_in(found, args, nodes, outputs)
    places = _Places(nodes, always)
    starts = _starts(nodes, always, outputs)
    nodes = tuple(node for node in nodes if node not in starts)
    args |= {node: _all_of_a_run(node, starts) for node in nodes if node.op in OF_MANY}
    in_order = [node for node in nodes if node in always]
    arms = _Arms(always, places, args)
    endings = _endings(nodes, args, in_order, outputs)
    steps = []
    for node, ending in zip(in_order, endings, strict=True):
        if node.op != "input":
            kept = [places.of(arg) for arg in args[node]]
            steps.append(step_of(node, places.of(node), kept, arms.of(node)))
            places.free(ending)
    return _program(steps, places, nodes, outputs)


def everything(nodes: Sequence[Node]) -> Program:
    """Return the program that works out these nodes, each after all it is made of, and keeps all of them."""
    places = _Places(nodes, set())
    steps = [
        step_of(node, places.of(node), [places.of(arg) for arg in node.args])
        for node in nodes
        if node.op != "input"
    ]
    return _program(steps, places, nodes, nodes)


def _program(
    steps: Sequence[Step], places: _Places, nodes: Iterable[Node], outputs: Iterable[Node]
) -> Program:
    return Program(
        steps=tuple(steps),
        size=places.size,
        fixed=places.fixed,
        inputs={str(node.args[0]): places.of(node) for node in nodes if node.op == "input"},
        outputs=tuple(places.of(output) for output in outputs),
    )


def _settling_first(node: Node, found: Mapping[Node, Value]) -> tuple[Argument, ...]:
    """Return its arguments; of two truths the one first that by itself settles the matter in all rows."""
    if node.op not in ("both", "either"):
        return node.args
    first, second = node.args
    assert isinstance(first, Condition)
    assert isinstance(second, Condition)
    (matters,) = IN_DOUBT[node.op].values()
    return (second, first) if matters(found[first]) and not matters(found[second]) else (first, second)


def _starts(nodes: Iterable[Node], always: set[Node], outputs: Iterable[Node]) -> set[Node]:
    """Return what is always worked out and only starts a longer sum (or least, or greatest)."""
    uses = Counter(outputs)
    uses.update(arg for node in nodes for arg in node.args if isinstance(arg, Node))
    runs = ((node.op, node.args[0]) for node in nodes if node.op in OF_MANY and node in always)
    return {start for op, start in runs if isinstance(start, Symbol) and start.op == op and uses[start] == 1}


def _all_of_a_run(node: Node, starts: set[Node]) -> tuple[Argument, ...]:
    """Return all that a sum (or least, or greatest) is made of, in order, what it starts with taken apart."""
    first, *rest = node.args
    run = rest
    while isinstance(first, Symbol) and first in starts:
        first, *rest = first.args
        run = [*rest, *run]
    return (first, *run)


def _parts(node: Node, args: Arguments) -> Iterator[tuple[Node, Callable[[Value], bool] | None]]:
    """Yield the nodes among its arguments; of those in doubt, when they matter, given the first."""
    in_doubt = IN_DOUBT.get(node.op, {})
    for at, arg in enumerate(args[node]):
        if isinstance(arg, Node):
            yield arg, in_doubt.get(at)


def _needed_in(
    found: Mapping[Node, Value], args: Arguments, nodes: Sequence[Node], outputs: Iterable[Node]
) -> set[Node]:
    """Return the nodes that some of the rows need in which these values were found."""
    needed = set(outputs)
    for node in reversed(nodes):
        if node in needed:
            first = args[node][0]
            answer = found[first] if isinstance(first, Condition) else None
            needed.update(arg for arg, matters in _parts(node, args) if matters is None or matters(answer))
    return needed


def _endings(
    nodes: Sequence[Node], args: Arguments, in_order: Sequence[Node], outputs: Iterable[Node]
) -> list[list[Node]]:
    """Return, for each step that is always taken, what nothing can need after it."""
    at = {node: place for place, node in enumerate(in_order)}
    needed_until: dict[Node, int] = dict.fromkeys(outputs, len(in_order))
    for node in reversed(nodes):
        then = at.get(node, needed_until[node])
        for arg, _ in _parts(node, args):
            needed_until[arg] = max(needed_until.get(arg, 0), then)
    endings: list[list[Node]] = [[] for _ in in_order]
    for node in in_order:
        if needed_until[node] < len(in_order):
            endings[needed_until[node]].append(node)
    return endings


class _Places:
    """Where results are kept; what is not always worked out has a place of its own."""

    def __init__(self, nodes: Sequence[Node], always: set[Node]) -> None:
        numbers = {arg for node in nodes for arg in node.args if isinstance(arg, float)}
        self.fixed = {place: np.float64(number) for place, number in enumerate(numbers)}
        self._held: dict[Argument, int] = {number: place for place, number in enumerate(numbers)}
        self._free: list[int] = []
        self.size = len(numbers)
        for node in nodes:
            if node.op == "input" or node not in always:
                self.of(node)

    def of(self, key: Argument) -> int:
        """Return the place of a result; the first time, one that is free."""
        if key not in self._held:
            if not self._free:
                self._free.append(self.size)
                self.size += 1
            self._held[key] = self._free.pop()
        return self._held[key]

    def free(self, results: Iterable[Node]) -> None:
        """Let the places of these results be used again."""
        self._free.extend(self._held[result] for result in results)


class _Arms:
    """What is worked out only when some row of a block needs it."""

    def __init__(self, always: set[Node], places: _Places, args: Arguments) -> None:
        self._always, self._places, self._args = always, places, args
        self._steps: dict[Node, Step] = {}

    def of(self, node: Node) -> tuple[Arm, ...]:
        """Return, for each argument that may be needless, the steps that lead to it."""
        return tuple(self._leading_to(self._args[node][at]) for at in IN_DOUBT.get(node.op, ()))

    def _leading_to(self, argument: Argument) -> Arm:
        found: set[Node] = set()
        waiting = [argument]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Node) and node not in self._always and node not in found:
                found.add(node)
                waiting.extend(arg for arg, in_doubt in _parts(node, self._args) if not in_doubt)
        in_order = sorted(found, key=lambda node: node.index)
        return tuple((self._places.of(node), self._step(node)) for node in in_order if node.op != "input")

    def _step(self, node: Node) -> Step:
        if node not in self._steps:
            args = [self._places.of(arg) for arg in self._args[node]]
            self._steps[node] = step_of(node, self._places.of(node), args, self.of(node))
        return self._steps[node]
