"""Evaluation of each operation of a graph with numpy, for a block of rows at once.

A value is a column (one number per row), a mask (one truth per row), or a single number or truth that is the
same in every row; numpy broadcasts the single ones. A truth that is the same in every row is always stored as
TRUE or FALSE, never as a mask, so that an identity test is enough to recognize it. All values stand in one
list and are addressed by slot; a step reads some slots and writes one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from dilemma.graph.bounds import Bounds, widest_tolerance
from dilemma.graph.symbols import Argument, Node, Symbol
from dilemma.quantity import TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "FALSE",
    "REDUCTIONS",
    "TRUE",
    "Column",
    "ComparisonMasks",
    "LazyBranch",
    "Step",
    "Value",
    "Values",
    "count_true",
    "make_step",
]

Column: TypeAlias = "NDArray[np.float64]"
Value: TypeAlias = Any
Values: TypeAlias = list[Value]
Step: TypeAlias = Callable[[Values], None]
LazyBranch: TypeAlias = Sequence[tuple[int, Step]]
"""The steps that only one argument of an operation depends on, in order, each with its output slot."""

TRUE: Final = np.True_
FALSE: Final = np.False_


class ComparisonMasks(NamedTuple):
    """The rows in which one amount is above another, below it, and apart from it (not Equal)."""

    above: Value
    below: Value
    apart: Value


ALL_ABOVE: Final = ComparisonMasks(TRUE, FALSE, TRUE)
ALL_BELOW: Final = ComparisonMasks(FALSE, TRUE, TRUE)

UNARY: Final[Mapping[str, Callable[[Value], Value]]] = {"expm1": np.expm1, "negated": np.logical_not}

BINARY: Final[Mapping[str, Callable[[Value, Value], Value]]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "least": np.minimum,
    "greatest": np.maximum,
    "power": np.power,
}

REDUCTIONS: Final[Mapping[str, Callable[..., Value]]] = {
    op: BINARY[op] for op in ("add", "least", "greatest")
}
"""The operations that one step may evaluate over more than two arguments, from left to right."""


def count_true(truth: Value) -> int:
    """Return the number of rows in which a truth holds; 0 or 1 for a single truth."""
    if truth is TRUE:
        return 1
    return 0 if truth is FALSE else int(np.count_nonzero(truth))


def _collapsed(mask: Value) -> Value:
    """Return TRUE or FALSE for a mask that is the same in every row, else the mask itself."""
    count = np.count_nonzero(mask)
    if not count:
        return FALSE
    return TRUE if count == mask.size else mask


def _combined(logical: Callable[[Value, Value], Value], a: Value, b: Value, absorbing: Value) -> Value:
    """Return the conjunction or disjunction of two truths; `absorbing` is FALSE for and, TRUE for or.

    Single truths are treated apart, because numpy is slow to combine them with a mask.
    """
    if b is TRUE or b is FALSE:
        return absorbing if b is absorbing else a
    if a is TRUE or a is FALSE:
        return absorbing if a is absorbing else b
    return _collapsed(logical(a, b))


def make_step(node: Node, out: int, args: Sequence[int], branches: Sequence[LazyBranch] = ((), ())) -> Step:
    """Return the step that evaluates a node, its arguments in the slots `args`, and writes slot `out`.

    `both`, `either` and `choose` short-circuit: a lazy branch is not evaluated where the first argument makes
    its result needless in every row.
    """
    if node.op in BINARY:
        is_chain = len(args) > len(node.args)
        return (
            _reduction(REDUCTIONS[node.op], out, *args) if is_chain else _binary(BINARY[node.op], out, *args)
        )
    if node.op in UNARY:
        return _unary(UNARY[node.op], out, args[0])
    match node.op:
        case "both":
            return _and(out, branches[0], *args)
        case "either":
            return _or(out, branches[0], *args)
        case "choose":
            if_true, if_false = branches
            return _choose(out, if_true, if_false, *args)
        case "compare":
            return _compare(out, widest_tolerance(*map(_bounds, node.args[:2])), *args)
        case "exceeds":
            return _exceeds(out, *args)
        case "tally":
            return _tally(out, *args)
        case field:
            return _mask_of_comparison(ComparisonMasks._fields.index(field), out, *args)


def _bounds(arg: Argument) -> Bounds:
    assert isinstance(arg, float | Symbol)
    return Bounds(arg, arg) if isinstance(arg, float) else arg.bounds


def _unary(function: Callable[[Value], Value], out: int, a: int) -> Step:
    def step(values: Values) -> None:
        values[out] = function(values[a])

    return step


def _binary(function: Callable[[Value, Value], Value], out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = function(values[a], values[b])

    return step


def _reduction(function: Callable[..., Value], out: int, first: int, second: int, *others: int) -> Step:
    """Return a step that accumulates in one array, which stays in the processor's cache.

    The order is from left to right, so that rounding is that of single steps.
    """

    def step(values: Values) -> None:
        result = function(values[first], values[second])
        for slot in others:
            result = function(result, values[slot], out=result if result.shape else None)
        values[out] = result

    return step


def _tally(out: int, first: int, *others: int) -> Step:
    def step(values: Values) -> None:
        count = values[first].view(np.uint8)
        for slot in others:
            truth = values[slot]
            if truth is not FALSE:
                count = np.add(count, truth.view(np.uint8))
        values[out] = count.astype(np.float64)

    return step


def _evaluate(values: Values, branch: LazyBranch) -> None:
    """Run the steps of a lazy branch whose results are not there yet."""
    for slot, step in branch:
        if values[slot] is None:
            step(values)


def _logical(logical: Callable[[Value, Value], Value], absorbing: Value, out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = _combined(logical, values[a], values[b], absorbing)

    return step


def _lazy_logical(
    logical: Callable[[Value, Value], Value], absorbing: Value
) -> Callable[[int, LazyBranch, int, int], Step]:
    """Return a maker of steps that evaluate the second argument only where the first does not decide.

    `absorbing` is the value of the first argument that decides: FALSE for "and", TRUE for "or".
    """

    def make(out: int, branch: LazyBranch, a: int, b: int) -> Step:
        if not branch:
            return _logical(logical, absorbing, out, a, b)

        def step(values: Values) -> None:
            first = values[a]
            if first is absorbing:
                values[out] = absorbing
                return
            _evaluate(values, branch)
            values[out] = _combined(logical, first, values[b], absorbing)

        return step

    return make


_and = _lazy_logical(np.logical_and, FALSE)
_or = _lazy_logical(np.logical_or, TRUE)


def _choose(out: int, if_true: LazyBranch, if_false: LazyBranch, truth: int, yes: int, no: int) -> Step:
    def step(values: Values) -> None:
        condition = values[truth]
        if condition is not FALSE:
            _evaluate(values, if_true)
        if condition is TRUE:
            values[out] = values[yes]
            return
        _evaluate(values, if_false)
        values[out] = values[no] if condition is FALSE else np.where(condition, values[yes], values[no])

    return step


def _exceeds(out: int, a: int, b: int) -> Step:
    def step(values: Values) -> None:
        values[out] = _collapsed(values[a] > values[b])

    return step


def _compare(out: int, widest: float, a: int, b: int, difference: int) -> Step:
    """Return a step that compares a with b; `widest` is the greatest tolerance their bounds allow.

    In most columns no row is Equal. So all rows are first compared with that one tolerance, and the tolerance
    of each row is computed only if some row may be Equal.
    """

    def step(values: Values) -> None:
        apart = values[difference]
        over = apart > widest
        surely = count_true(over)
        if surely == apart.size:
            values[out] = ALL_ABOVE
            return
        under = apart < -widest
        counts = surely, count_true(under)
        unclear = sum(counts) != apart.size and widest > TOLERANCE
        if unclear and count_true(np.abs(apart) > TOLERANCE) != sum(counts):
            tolerance = _tolerance(values[a], values[b])
            over, under = apart > tolerance, apart < -tolerance
            counts = count_true(over), count_true(under)
        values[out] = _comparison_masks(over, under, counts, apart.size)

    return step


def _comparison_masks(over: Value, under: Value, counts: tuple[int, int], rows: int) -> ComparisonMasks:
    if rows in counts:
        return ALL_ABOVE if counts[0] else ALL_BELOW
    if sum(counts) == rows:
        return ComparisonMasks(over, under, TRUE)
    above, below = (mask if count else FALSE for mask, count in zip((over, under), counts, strict=True))
    return ComparisonMasks(above, below, _combined(np.logical_or, above, below, TRUE))


def _mask_of_comparison(field: int, out: int, comparison: int) -> Step:
    def step(values: Values) -> None:
        values[out] = values[comparison][field]

    return step


def _tolerance(a: Value, b: Value) -> Value:
    return TOLERANCE * np.maximum(1.0, np.maximum(np.abs(a), np.abs(b)))
