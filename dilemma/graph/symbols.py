"""The theories written down once as an expression graph, equal sub-expressions shared.

Run on symbols instead of floats, a theory leaves behind how its verdict is made. The graph is then
worked out for many settings at a time: by numpy (`program`), or by whoever is handed it as data.

Each symbol keeps the bounds it stays in while its dials stay in their domains. A comparison that no
setting could turn is settled when it is written down, and what hangs on the other answer is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final, Never, TypeAlias

from dilemma.graph.bounds import BOUNDS, Bounds, either, never_above, surely_above
from dilemma.quantity import Contingent, Quantity, Truth, any_of, choose, negated

__all__ = ["Argument", "Condition", "Graph", "Node", "Symbol", "needed_for"]

NOTHING: Final = Bounds(0.0, 0.0)


class Graph:
    """Where symbols are recorded: an operation on the same arguments once, numbered as first met."""

    __slots__ = ("_kept", "_size")

    def __init__(self) -> None:
        self._kept: dict[tuple[Argument, ...], Symbol | Condition] = {}
        self._size = 0

    def input(self, address: str, low: float, high: float) -> Quantity:
        """Return what stands for the number written at an address, which stays between low and high."""
        if low == high:
            return low
        found = self._kept.get(("input", address))
        if found is None:
            found = self._kept["input", address] = Symbol(self, "input", (address,), Bounds(low, high))
        assert isinstance(found, Symbol)
        return found

    def quantity(self, op: str, a: Operand, b: Operand) -> Quantity:
        """Return what an operation gives; a plain number where its bounds leave one."""
        found = self._kept.get((op, a, b))
        if found is None:
            bounds = BOUNDS[op](_bounds(a), _bounds(b))
            if bounds.low == bounds.high:
                return bounds.low
            found = self._kept[op, a, b] = Symbol(self, op, (a, b), bounds)
        assert isinstance(found, Symbol)
        return found

    def choice(self, truth: Condition, yes: Operand, no: Operand) -> Quantity:
        """Return the one where the truth holds and the other elsewhere."""
        if yes is no or yes == no:
            return yes
        found = self._kept.get(("choose", truth, yes, no))
        if found is None:
            bounds = either(_bounds(yes), _bounds(no))
            found = self._kept["choose", truth, yes, no] = Symbol(self, "choose", (truth, yes, no), bounds)
        assert isinstance(found, Symbol)
        return found

    def compared(self, a: Operand, b: Operand, op: str, mirrored: str) -> Condition:
        """Return a truth told by comparing a with b (1 above, 0 Equal, -1 below), or b with a: `mirrored`."""
        turned = isinstance(a, float) or ("compare", b, a) in self._kept
        key = "compare", *((b, a) if turned else (a, b))
        if key not in self._kept:
            _, first, second = key
            gap = first if second == 0.0 else _operand(self.quantity("subtract", first, second))
            self._kept[key] = Symbol(self, "compare", (first, second, gap), Bounds(-1.0, 1.0))
        return self.condition(mirrored if turned else op, self._kept[key])

    def count(self, truths: tuple[Condition, ...]) -> Symbol:
        """Return how many truths hold."""
        found = self._kept.get(("tally", *truths))
        if found is None:
            found = self._kept["tally", *truths] = Symbol(
                self, "tally", truths, Bounds(0.0, float(len(truths)))
            )
        assert isinstance(found, Symbol)
        return found

    def condition(self, op: str, *args: Argument) -> Condition:
        """Return the truth that an operation gives."""
        found = self._kept.get((op, *args))
        if found is None:
            found = self._kept[op, *args] = Condition(self, op, args)
        assert isinstance(found, Condition)
        return found

    def number(self) -> int:
        """Return the place of the next node: after all it is made of."""
        self._size += 1
        return self._size


def _look(_node: object) -> Never:
    raise TypeError("a symbol has no value until its graph is worked out")


class Symbol:
    """A number that remembers how it was made: an operation, its arguments, and the bounds it keeps."""

    __slots__ = ("args", "bounds", "graph", "index", "op")

    def __init__(self, graph: Graph, op: str, args: tuple[Argument, ...], bounds: Bounds) -> None:
        self.graph, self.op, self.args, self.bounds, self.index = graph, op, args, bounds, graph.number()

    __bool__ = __float__ = __int__ = _look

    def __add__(self, other: Quantity) -> Quantity:
        return self if other == 0.0 else self.graph.quantity("add", self, _operand(other))

    __radd__ = __add__

    def __sub__(self, other: Quantity) -> Quantity:
        return self if other == 0.0 else self.graph.quantity("subtract", self, _operand(other))

    def __rsub__(self, other: Quantity) -> Quantity:
        return self.graph.quantity("subtract", _operand(other), self)

    def __mul__(self, other: Quantity) -> Quantity:
        return self if other == 1.0 else self.graph.quantity("multiply", self, _operand(other))

    __rmul__ = __mul__

    def __truediv__(self, other: Quantity) -> Quantity:
        return self if other == 1.0 else self.graph.quantity("divide", self, _operand(other))

    def __rtruediv__(self, other: Quantity) -> Quantity:
        return self.graph.quantity("divide", _operand(other), self)

    def __neg__(self) -> Quantity:
        return self.graph.quantity("subtract", 0.0, self)

    def exceeds(self, other: Quantity) -> Truth:
        return _exceeds(self.graph, self, _operand(other))

    def falls_below(self, other: Quantity) -> Truth:
        return _exceeds(self.graph, _operand(other), self)

    def above(self, other: Quantity) -> Truth:
        return _above(self.graph, self, _operand(other))

    def below(self, other: Quantity) -> Truth:
        return _above(self.graph, _operand(other), self)

    def equal(self, other: Quantity) -> Truth:
        return negated(_apart(self.graph, self, _operand(other)))

    def minus(self, other: Quantity) -> Quantity:
        return _minus(self.graph, self, _operand(other))

    def subtracted_from(self, other: float) -> Quantity:
        return _minus(self.graph, other, self)

    def least(self, other: Quantity) -> Quantity:
        mine, yours = self.bounds, _bounds(_operand(other))
        if self is other or mine.high <= yours.low:
            return self
        return other if yours.high <= mine.low else self.graph.quantity("least", self, _operand(other))

    def greatest(self, other: Quantity) -> Quantity:
        mine, yours = self.bounds, _bounds(_operand(other))
        if self is other or mine.low >= yours.high:
            return self
        return other if yours.low >= mine.high else self.graph.quantity("greatest", self, _operand(other))

    def power(self, exponent: Quantity) -> Quantity:
        return 1.0 if exponent == 0.0 else self.graph.quantity("power", self, _operand(exponent))

    def raised_from(self, base: float) -> Quantity:
        return 1.0 if base == 1.0 else self.graph.quantity("power", base, self)

    def expm1(self) -> Quantity:
        return self.graph.quantity("expm1", self, 0.0)


class Condition:
    """A truth that remembers how it was made."""

    __slots__ = ("args", "graph", "index", "op")

    def __init__(self, graph: Graph, op: str, args: tuple[Argument, ...]) -> None:
        self.graph, self.op, self.args, self.index = graph, op, args, graph.number()

    __bool__ = _look

    def both(self, other: Truth) -> Truth:
        if other is True or other is self:
            return self
        if other is False or _opposed(self, _condition(other)):
            return False
        return self.graph.condition("both", *_in_order(self, _condition(other)))

    def either(self, other: Truth) -> Truth:
        if other is False or other is self:
            return self
        if other is True or _opposed(self, _condition(other)):
            return True
        return self.graph.condition("either", *_in_order(self, _condition(other)))

    def negated(self) -> Truth:
        if self.op == "negated":
            inner = self.args[0]
            assert isinstance(inner, Condition)
            return inner
        return self.graph.condition("negated", self)

    def choose(self, yes: Quantity, no: Quantity) -> Quantity:
        return self.graph.choice(self, _operand(yes), _operand(no))

    def tally(self, others: Iterable[Contingent]) -> Quantity:
        return self.graph.count((self, *(_condition(other) for other in others)))


Operand: TypeAlias = Symbol | float
Node: TypeAlias = Symbol | Condition
Argument: TypeAlias = Node | float | str


def _operand(quantity: Quantity) -> Operand:
    assert isinstance(quantity, Symbol | float), quantity
    return quantity


def _condition(truth: Truth) -> Condition:
    assert isinstance(truth, Condition), truth
    return truth


def _bounds(operand: Operand) -> Bounds:
    return Bounds(operand, operand) if isinstance(operand, float) else operand.bounds


def _opposed(a: Condition, b: Condition) -> bool:
    return (a.op == "negated" and a.args[0] is b) or (b.op == "negated" and b.args[0] is a)


def _in_order(a: Condition, b: Condition) -> tuple[Condition, Condition]:
    return (a, b) if a.index < b.index else (b, a)


def _exceeds(graph: Graph, a: Operand, b: Operand) -> Truth:
    mine, yours = _bounds(a), _bounds(b)
    if a is b or mine.high <= yours.low:
        return False
    return True if mine.low > yours.high else graph.condition("exceeds", a, b)


def _above(graph: Graph, a: Operand, b: Operand) -> Truth:
    """Whether a is above b: told from their comparison, which below and apart share."""
    mine, yours = _bounds(a), _bounds(b)
    if a is b or never_above(mine, yours) or _never_less(b, a):
        return False
    if surely_above(mine, yours):
        return True
    return graph.compared(a, b, "above", "below")


def _never_less(a: Operand, b: Operand) -> bool:
    """Whether a is the greatest of several and b one of them, or b the least of several and a one of them."""
    return _among("greatest", a, b) or _among("least", b, a)


def _among(op: str, extreme: Argument, one: Operand) -> bool:
    while isinstance(extreme, Symbol) and extreme.op == op:
        first, second = extreme.args
        if one in (first, second):
            return True
        extreme = first
    return False


def _apart(graph: Graph, a: Operand, b: Operand) -> Truth:
    """Whether one is above the other: not Equal."""
    above, below = _above(graph, a, b), _above(graph, b, a)
    if isinstance(above, Condition) and isinstance(below, Condition):
        return graph.compared(a, b, "apart", "apart")
    return any_of(above, below)


def _minus(graph: Graph, a: Operand, b: Operand) -> Quantity:
    apart = _apart(graph, a, b)
    return 0.0 if apart is False else choose(apart, graph.quantity("subtract", a, b), 0.0)


def needed_for(outputs: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes that these are made of, themselves included, each after all it is made of."""
    found: set[Node] = set()
    waiting = list(outputs)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend([arg for arg in node.args if isinstance(arg, Node)])
    return tuple(sorted(found, key=attrgetter("index")))
