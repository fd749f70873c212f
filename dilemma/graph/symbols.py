"""Symbolic execution: a theory run on symbols instead of floats records its computation as a graph.

Equal expressions are recorded once. Each symbol has the bounds that hold while every input stays in its
domain. A comparison whose result the bounds already decide becomes a constant when it is recorded, and what
depends on the other result is left out of the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Never, TypeAlias

from dilemma.errors import TooLarge
from dilemma.graph.bounds import BOUNDS, Bounds, either, never_above, surely_above
from dilemma.quantity import Contingent, Quantity, Truth, any_of, choose, negated

__all__ = ["MOST_NODES", "Argument", "Condition", "Graph", "Node", "Symbol"]


MOST_NODES: Final = 400_000
"""With more, a graph takes over a gigabyte to evaluate."""


class Graph:
    """The memoized nodes of one graph, numbered so that every node comes after its arguments.

    Recording more than `most` nodes raises TooLarge.
    """

    __slots__ = ("_memo", "most", "size")

    def __init__(self, most: int = MOST_NODES) -> None:
        self._memo: dict[tuple[Argument, ...], Symbol | Condition] = {}
        self.size = 0
        self.most = most

    def input(self, address: str, low: float, high: float) -> Quantity:
        """Return the symbol for the number at an address; a constant where its two bounds are equal."""
        if low == high:
            return low
        node = self._memo.get(("input", address))
        if node is None:
            node = self._memo["input", address] = Symbol(self, "input", (address,), Bounds(low, high))
        assert isinstance(node, Symbol)
        return node

    def quantity(self, op: str, a: Operand, b: Operand) -> Quantity:
        """Return the result of an operation; a constant where its bounds are equal."""
        node = self._memo.get((op, a, b))
        if node is None:
            bounds = BOUNDS[op](_bounds(a), _bounds(b))
            if bounds.low == bounds.high:
                return bounds.low
            node = self._memo[op, a, b] = Symbol(self, op, (a, b), bounds)
        assert isinstance(node, Symbol)
        return node

    def choice(self, truth: Condition, yes: Operand, no: Operand) -> Quantity:
        """Return `yes` where the truth holds and `no` elsewhere."""
        if yes is no or yes == no:
            return yes
        node = self._memo.get(("choose", truth, yes, no))
        if node is None:
            bounds = either(_bounds(yes), _bounds(no))
            node = self._memo["choose", truth, yes, no] = Symbol(self, "choose", (truth, yes, no), bounds)
        assert isinstance(node, Symbol)
        return node

    def comparison(self, a: Operand, b: Operand, op: str, mirrored: str) -> Condition:
        """Return the condition `op` (above, below or apart) on the comparison of a with b.

        Where b with a is already recorded, or a is a constant, that comparison is used, with the condition
        `mirrored`. The comparison takes the difference as its third argument.
        """
        swap = isinstance(a, float) or ("compare", b, a) in self._memo
        key = "compare", *((b, a) if swap else (a, b))
        if key not in self._memo:
            _, first, second = key
            difference = first if second == 0.0 else _operand(self.quantity("subtract", first, second))
            self._memo[key] = Symbol(self, "compare", (first, second, difference), Bounds(-1.0, 1.0))
        return self.condition(mirrored if swap else op, self._memo[key])

    def tally_of(self, truths: tuple[Condition, ...]) -> Symbol:
        """Return the number of truths that hold."""
        node = self._memo.get(("tally", *truths))
        if node is None:
            bounds = Bounds(0.0, float(len(truths)))
            node = self._memo["tally", *truths] = Symbol(self, "tally", truths, bounds)
        assert isinstance(node, Symbol)
        return node

    def condition(self, op: str, *args: Argument) -> Condition:
        """Return the condition that an operation gives."""
        node = self._memo.get((op, *args))
        if node is None:
            node = self._memo[op, *args] = Condition(self, op, args)
        assert isinstance(node, Condition)
        return node

    def next_index(self) -> int:
        """Return the index for a new node, greater than that of every node before."""
        self.size += 1
        if self.size > self.most:
            raise TooLarge(f"more than {self.most:,} amounts and comparisons would have to be followed")
        return self.size


def _refuse_value(_node: object) -> Never:
    raise TypeError("a symbol has no value until its graph is evaluated")


class Symbol:
    """A node for a number: an operation, its arguments, and the bounds of its result."""

    __slots__ = ("args", "bounds", "graph", "index", "op")

    def __init__(self, graph: Graph, op: str, args: tuple[Argument, ...], bounds: Bounds) -> None:
        self.graph, self.op, self.args, self.bounds, self.index = graph, op, args, bounds, graph.next_index()

    __bool__ = __float__ = __int__ = _refuse_value

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
        if other is self:  # a divisor is never 0
            return 1.0
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
        return negated(_not_equal(self.graph, self, _operand(other)))

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
    """A node for a truth: an operation and its arguments."""

    __slots__ = ("args", "graph", "index", "op")

    def __init__(self, graph: Graph, op: str, args: tuple[Argument, ...]) -> None:
        self.graph, self.op, self.args, self.index = graph, op, args, graph.next_index()

    __bool__ = _refuse_value

    def both(self, other: Truth) -> Truth:
        if other is True or other is self:
            return self
        if other is False or _are_negations(self, _condition(other)):
            return False
        return self.graph.condition("both", *_by_index(self, _condition(other)))

    def either(self, other: Truth) -> Truth:
        if other is False or other is self:
            return self
        if other is True or _are_negations(self, _condition(other)):
            return True
        return self.graph.condition("either", *_by_index(self, _condition(other)))

    def negated(self) -> Truth:
        if self.op == "negated":
            inner = self.args[0]
            assert isinstance(inner, Condition)
            return inner
        return self.graph.condition("negated", self)

    def choose(self, yes: Quantity, no: Quantity) -> Quantity:
        return self.graph.choice(self, _operand(yes), _operand(no))

    def tally(self, others: Iterable[Contingent]) -> Quantity:
        return self.graph.tally_of((self, *(_condition(other) for other in others)))


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


def _are_negations(a: Condition, b: Condition) -> bool:
    return (a.op == "negated" and a.args[0] is b) or (b.op == "negated" and b.args[0] is a)


def _by_index(a: Condition, b: Condition) -> tuple[Condition, Condition]:
    return (a, b) if a.index < b.index else (b, a)


def _exceeds(graph: Graph, a: Operand, b: Operand) -> Truth:
    mine, yours = _bounds(a), _bounds(b)
    if a is b or mine.high <= yours.low:
        return False
    return True if mine.low > yours.high else graph.condition("exceeds", a, b)


def _above(graph: Graph, a: Operand, b: Operand) -> Truth:
    """Return whether a is above b, from the comparison that `below` and `apart` share."""
    mine, yours = _bounds(a), _bounds(b)
    if a is b or never_above(mine, yours) or _never_below(b, a):
        return False
    if surely_above(mine, yours):
        return True
    return graph.comparison(a, b, "above", "below")


def _never_below(a: Operand, b: Operand) -> bool:
    """Return whether a cannot be below b: a is a greatest with operand b, or b a least with operand a."""
    return _is_operand("greatest", a, b) or _is_operand("least", b, a)


def _is_operand(op: str, extreme: Argument, one: Operand) -> bool:
    while isinstance(extreme, Symbol) and extreme.op == op:
        first, second = extreme.args
        if one in (first, second):
            return True
        extreme = first
    return False


def _not_equal(graph: Graph, a: Operand, b: Operand) -> Truth:
    """Return whether a and b are not Equal."""
    above, below = _above(graph, a, b), _above(graph, b, a)
    if isinstance(above, Condition) and isinstance(below, Condition):
        return graph.comparison(a, b, "apart", "apart")
    return any_of(above, below)


def _minus(graph: Graph, a: Operand, b: Operand) -> Quantity:
    apart = _not_equal(graph, a, b)
    return 0.0 if apart is False else choose(apart, graph.quantity("subtract", a, b), 0.0)
