"""How numpy works out each operation of a graph for a block of settings at once.

A value is a column (a number a row), a mask (a truth a row), or one plain number or truth that holds of
every row; numpy takes each in the place of the other. A truth that all rows share is always the plain one,
so that it is told from a mask by looking at it alone. Values are kept in one list, by place; a step
reads some places and fills one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from dilemma.graph.bounds import Bounds, widest_slack
from dilemma.graph.symbols import Argument, Node, Symbol
from dilemma.quantity import TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NO", "OF_MANY", "YES", "Arm", "Column", "Sides", "Step", "Value", "Values", "holding", "step_of"]

Column: TypeAlias = "NDArray[np.float64]"
Value: TypeAlias = Any
Values: TypeAlias = list[Value]
Step: TypeAlias = Callable[[Values], None]
Arm: TypeAlias = Sequence[tuple[int, Step]]
"""What only one side of a truth needs: steps with the places they fill, each after those it needs."""

YES: Final = np.True_
NO: Final = np.False_


class Sides(NamedTuple):
    """Which rows have one amount above another, below it, and apart from it: not Equal."""

    above: Value
    below: Value
    apart: Value


ALL_ABOVE: Final = Sides(YES, NO, YES)
ALL_BELOW: Final = Sides(NO, YES, YES)

OF_ONE: Final[Mapping[str, Callable[[Value], Value]]] = {"expm1": np.expm1, "negated": np.logical_not}

OF_TWO: Final[Mapping[str, Callable[[Value, Value], Value]]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "least": np.minimum,
    "greatest": np.maximum,
    "power": np.power,
}

OF_MANY: Final[Mapping[str, Callable[..., Value]]] = {op: OF_TWO[op] for op in ("add", "least", "greatest")}
"""The operations whose first argument may be the same operation on what came before."""


def holding(truth: Value) -> int:
    """Return in how many rows a truth holds; 0 or 1 where one truth stands for all."""
    if truth is YES:
        return 1
    return 0 if truth is NO else int(np.count_nonzero(truth))


def _told_apart(mask: Value) -> Value:
    """Return a mask, or where all rows answer alike that answer: so no step after it need count them."""
    count = np.count_nonzero(mask)
    if not count:
        return NO
    return YES if count == mask.size else mask


def _joined(join: Callable[[Value, Value], Value], a: Value, b: Value, settles: Value) -> Value:
    """Join two truths; numpy is slow to join one that stands for all rows."""
    if b is YES or b is NO:
        return settles if b is settles else a
    if a is YES or a is NO:
        return settles if a is settles else b
    return _told_apart(join(a, b))


def step_of(node: Node, out: int, args: Sequence[int], arms: Sequence[Arm] = ((), ())) -> Step:
    """Return the step that fills `out` with a node, its arguments at these places.

    Where all rows answer the first of two truths alike and that settles the matter, the arm that leads
    to the other is left alone.
    """
    if node.op in OF_TWO:
        of_run = len(args) > len(node.args)
        return _of_many(OF_MANY[node.op], out, *args) if of_run else _of_two(OF_TWO[node.op], out, *args)
    if node.op in OF_ONE:
        return _of_one(OF_ONE[node.op], out, args[0])
    match node.op:
        case "both":
            return _both(out, arms[0], *args) if arms[0] else _join(np.logical_and, NO, out, *args)
        case "either":
            return _either(out, arms[0], *args) if arms[0] else _join(np.logical_or, YES, out, *args)
        case "choose":
            if_yes, if_no = arms
            return _choose(out, if_yes, if_no, *args)
        case "compare":
            return _compare(out, widest_slack(*map(_bounds, node.args[:2])), *args)
        case "exceeds":
            return _exceeds(out, *args)
        case "tally":
            return _tally(out, *args)
        case side:
            return _side(Sides._fields.index(side))(out, *args)


def _bounds(arg: Argument) -> Bounds:
    assert isinstance(arg, float | Symbol)
    return Bounds(arg, arg) if isinstance(arg, float) else arg.bounds


def _of_one(work: Callable[[Value], Value], out: int, a: int) -> Step:
    def step(values: Values) -> None:
        values[out] = work(values[a])

    return step


def _of_two(work: Callable[[Value, Value], Value], out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = work(values[a], values[b])

    return step


def _of_many(work: Callable[..., Value], out: int, first: int, second: int, *others: int) -> Step:
    """Work from left to right, as step by step, but in one column: it stays near the processor."""

    def step(values: Values) -> None:
        result = work(values[first], values[second])
        for place in others:
            result = work(result, values[place], out=result if result.shape else None)
        values[out] = result

    return step


def _tally(out: int, first: int, *others: int) -> Step:
    def step(values: Values) -> None:
        count = values[first].view(np.uint8)
        for place in others:
            truth = values[place]
            if truth is not NO:
                count = np.add(count, truth.view(np.uint8))
        values[out] = count.astype(np.float64)

    return step


def _fill(values: Values, arm: Arm) -> None:
    for place, step in arm:
        if values[place] is None:
            step(values)


def _join(join: Callable[[Value, Value], Value], settles: Value, out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = _joined(join, values[a], values[b], settles)

    return step


def _both(out: int, arm: Arm, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        first = values[a]
        if first is NO:
            values[out] = NO
            return
        _fill(values, arm)
        values[out] = _joined(np.logical_and, first, values[b], NO)

    return step


def _either(out: int, arm: Arm, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        first = values[a]
        if first is YES:
            values[out] = YES
            return
        _fill(values, arm)
        values[out] = _joined(np.logical_or, first, values[b], YES)

    return step


def _choose(out: int, if_yes: Arm, if_no: Arm, truth: int, yes: int, no: int) -> Step:
    def step(values: Values) -> None:
        picked = values[truth]
        if picked is not NO:
            _fill(values, if_yes)
        if picked is YES:
            values[out] = values[yes]
            return
        _fill(values, if_no)
        values[out] = values[no] if picked is NO else np.where(picked, values[yes], values[no])

    return step


def _exceeds(out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = _told_apart(values[a] > values[b])

    return step


def _compare(out: int, far: float, a: int, b: int, gap: int) -> Step:
    """Most columns have no row that is Equal: one that tells so of all of them at once is told first."""

    def step(values: Values) -> None:
        apart = values[gap]
        over = apart > far  # farther apart than any Equal amounts in their bounds
        surely = holding(over)
        if surely == apart.size:
            values[out] = ALL_ABOVE
            return
        under = apart < -far
        counts = surely, holding(under)
        close = sum(counts) != apart.size and far > TOLERANCE
        if close and holding(np.abs(apart) > TOLERANCE) != sum(counts):
            slack = _slack(values[a], values[b])
            over, under = apart > slack, apart < -slack
            counts = holding(over), holding(under)
        values[out] = _sides(over, under, counts, apart.size)

    return step


def _sides(over: Value, under: Value, counts: tuple[int, int], rows: int) -> Sides:
    if rows in counts:
        return ALL_ABOVE if counts[0] else ALL_BELOW
    if sum(counts) == rows:
        return Sides(over, under, YES)
    above, below = (mask if count else NO for mask, count in zip((over, under), counts, strict=True))
    return Sides(above, below, _joined(np.logical_or, above, below, YES))


def _side(side: int) -> Callable[[int, int], Step]:
    def taken(out: int, compared: int) -> Step:
        def step(values: Values) -> None:
            values[out] = values[compared][side]

        return step

    return taken


def _slack(a: Value, b: Value) -> Value:
    return TOLERANCE * np.maximum(1.0, np.maximum(np.abs(a), np.abs(b)))
