"""Functions of two numbers, entry by entry: arithmetic, comparisons, and combinations of truths.

The usual case comes first in each: doubles of one shape, or an array and a single number. Anything else is
brought into that form.
"""

from __future__ import annotations

import math
from array import array as memory
from functools import reduce

import dilemma_arrays as kernels

from numpy._array import BYTE, DOUBLE, asarray, blank, broadcast_shapes, broadcast_to, ndarray
from numpy._types import FALSE, TRUE, bool_, float64, kind_of, kind_of_number, quotient, raised

__all__ = ["BINARY", "SINGLE", "both", "fits", "operands"]

LEFT, RIGHT = memory("d", [0.0]), memory("d", [0.0])  # where a kernel finds a single number
LEFT_AT, RIGHT_AT = LEFT.buffer_info()[0], RIGHT.buffer_info()[0]
LEFT_TRUTH, RIGHT_TRUTH = memory("B", [0]), memory("B", [0])
SINGLE = frozenset({float, float64, int})


def both(a, b):
    """Return two arrays or single numbers, and the kind that holds both.

    A plain number of Python has no say in it where an array of numbers holds it.
    """
    a, b = (x if type(x) in SINGLE or type(x) is bool else asarray(x) for x in (a, b))
    kinds = [x.dtype if type(x) is ndarray else kind_of_number(x) for x in (a, b)]
    for at, (x, other) in enumerate(((a, b), (b, a))):
        if type(x) is int and type(other) is ndarray and other.dtype is not bool_:
            kinds[at] = other.dtype
    return a, b, max(kinds, key=lambda kind: kind.rank)


def operands(a, b, kind):
    """Return the shape of two operands together, their addresses and steps, and what holds their memory."""
    shape = broadcast_shapes(getattr(a, "shape", ()), getattr(b, "shape", ()))
    cells = (LEFT_TRUTH, RIGHT_TRUTH) if kind.in_bytes else (LEFT, RIGHT)
    places, held = [], []
    for x, cell in zip((a, b), cells, strict=True):
        if type(x) is ndarray:
            same = x.dtype is kind or not (x.dtype.in_bytes or kind.in_bytes)
            held.append(broadcast_to(x if same else x.astype(kind), shape))
            places += (held[-1]._at, 1)
        else:
            cell[0] = x
            places += (cell.buffer_info()[0], 0)
    return shape, places, held


def result_in(out, result):
    """Return `out` with the result written into it; the result itself if `out` is None."""
    if out is None:
        return result
    if out.dtype.rank < result.dtype.rank:
        raise TypeError(f"{result.dtype.__name__} cannot be put into {out.dtype.__name__}")
    out[...] = result
    return out


def fits(out, like):
    """Return whether doubles in the shape of another array can be written into this one."""
    return out.dtype is float64 and out.shape == like.shape


def reducible(call):
    """Return the function with `reduce`: what joins the items of a list or an array from left to right."""

    def joined(items):
        first, *others = items
        return reduce(call, others, first.copy() if type(first) is ndarray else first)

    call.reduce = joined
    return call


def arithmetic(name, single, result_kind=None):  # noqa: C901 - in one, since each call takes time
    """Return the function of a kernel over doubles; `single` is the same for two single numbers."""
    kernel = getattr(kernels, name)

    def of_any(a, b, out, where, dtype):
        a, b, kind = both(a, b)
        kind = kind_of(dtype) if dtype is not None else result_kind or kind
        if type(a) is not ndarray and type(b) is not ndarray:
            return kind(single(a, b))
        shape, places, held = operands(a, b, float64)
        made = blank(shape, float64)
        kernel(*places, made._at, made.size)
        del held
        made = made if kind is float64 else made.astype(kind)
        if where is not True:
            out[where] = made[where]
            return out
        return result_in(out, made)

    def call(a, b, out=None, *, where=True, dtype=None):
        if where is True and dtype is None:
            of_a, of_b = type(a), type(b)
            if of_a is ndarray:
                if a.dtype is float64 and (out is None or fits(out, a)):
                    if of_b is ndarray:
                        if b.dtype is float64 and b.shape == a.shape:
                            made = ndarray(DOUBLE * a.size, a.shape, float64) if out is None else out
                            kernel(a._at, 1, b._at, 1, made._at, a.size)
                            return made
                    elif of_b in SINGLE:
                        made = ndarray(DOUBLE * a.size, a.shape, float64) if out is None else out
                        RIGHT[0] = b
                        kernel(a._at, 1, RIGHT_AT, 0, made._at, a.size)
                        return made
            elif of_a in SINGLE:
                if of_b is float64 or (of_b in SINGLE and of_a is not int):
                    return float64(single(float(a), float(b)))
                if of_b is ndarray and b.dtype is float64 and (out is None or fits(out, b)):
                    made = ndarray(DOUBLE * b.size, b.shape, float64) if out is None else out
                    LEFT[0] = a
                    kernel(LEFT_AT, 0, b._at, 1, made._at, b.size)
                    return made
        return of_any(a, b, out, where, dtype)

    return reducible(call)


def comparison(name, single):
    """Return the function of a kernel that compares doubles."""
    kernel = getattr(kernels, name)

    def call(a, b):
        if type(a) is ndarray and a.dtype is float64:
            if type(b) in SINGLE:
                made = ndarray(BYTE * a.size, a.shape, bool_)
                RIGHT[0] = b
                kernel(a._at, 1, RIGHT_AT, 0, made._at, a.size)
                return made
            if type(b) is ndarray and b.dtype is float64 and a.shape == b.shape:
                made = ndarray(BYTE * a.size, a.shape, bool_)
                kernel(a._at, 1, b._at, 1, made._at, a.size)
                return made
        a, b, _ = both(a, b)
        if type(a) is not ndarray and type(b) is not ndarray:
            return TRUE if single(a, b) else FALSE
        shape, places, held = operands(a, b, float64)
        made = blank(shape, bool_)
        kernel(*places, made._at, made.size)
        del held
        return made

    return call


def logical(name, single):
    """Return the function of a kernel that combines truths."""
    kernel = getattr(kernels, name)

    def call(a, b, out=None):
        if (
            type(a) is type(b) is ndarray
            and a.dtype is b.dtype is bool_
            and a.shape == b.shape
            and out is None
        ):
            made = ndarray(BYTE * a.size, a.shape, bool_)
            kernel(a._at, 1, b._at, 1, made._at, a.size)
            return made
        a, b = asarray(a), asarray(b)
        if type(a) is not ndarray and type(b) is not ndarray:
            return TRUE if single(bool(a), bool(b)) else FALSE
        shape, places, held = operands(*(x if type(x) is ndarray else bool(x) for x in (a, b)), bool_)
        made = blank(shape, bool_)
        kernel(*places, made._at, made.size)
        del held
        return result_in(out, made)

    return reducible(call)


BINARY = {
    "add": arithmetic("add", lambda x, y: x + y),
    "subtract": arithmetic("subtract", lambda x, y: x - y),
    "multiply": arithmetic("multiply", lambda x, y: x * y),
    "divide": arithmetic("divide", quotient, float64),
    "power": arithmetic("power", raised),
    "minimum": arithmetic("minimum", lambda x, y: x if x < y or x != x else y),
    "maximum": arithmetic("maximum", lambda x, y: x if x > y or x != x else y),
    "copysign": arithmetic("copysign", math.copysign, float64),
    "left_shift": arithmetic("left_shift", lambda x, y: int(x) << int(y)),
    "right_shift": arithmetic("right_shift", lambda x, y: int(x) >> int(y)),
    "bitwise_or": arithmetic("bitwise_or", lambda x, y: int(x) | int(y)),
    "bitwise_and": arithmetic("bitwise_and", lambda x, y: int(x) & int(y)),
    "less": comparison("less", lambda x, y: x < y),
    "less_equal": comparison("less_equal", lambda x, y: x <= y),
    "greater": comparison("greater", lambda x, y: x > y),
    "greater_equal": comparison("greater_equal", lambda x, y: x >= y),
    "equal": comparison("equal", lambda x, y: x == y),
    "not_equal": comparison("not_equal", lambda x, y: x != y),
    "logical_and": logical("logical_and", lambda x, y: x and y),
    "logical_or": logical("logical_or", lambda x, y: x or y),
    "logical_xor": logical("logical_xor", lambda x, y: x != y),
}
