"""Sums, extremes and their places, along all axes or some; counts, running sums and averages."""

from __future__ import annotations

from functools import partial
from math import prod

import dilemma_arrays as kernels

from numpy._array import asarray, blank, moveaxis, ndarray, of_list, position
from numpy._making import concatenate
from numpy._types import bool_, float64, int64, uint64

__all__ = ["REDUCTIONS", "average", "bincount", "count_nonzero", "cumsum", "diff"]


OF_TRUTHS = frozenset({"any", "all"})


def _result_kind(name, kind):
    """Return the kind of what a reduction of entries of a kind returns."""
    if name in OF_TRUTHS:
        return bool_
    if name in ("argmin", "argmax"):
        return int64
    if name == "sum" and kind is not float64:
        return int64 if kind in (bool_, int64) else uint64
    return kind


def _layout(source, axis):
    """Return the array with the axes to be reduced as one, and the lengths outside and inside of it."""
    axes = sorted(position(one, source.ndim) for one in (axis if type(axis) is tuple else (axis,)))
    if len(axes) > 1:
        for moved, one in enumerate(axes):
            source = moveaxis(source, one - moved, -1)
        return source, prod(source.shape[: -len(axes)]), prod(source.shape[-len(axes) :]), 1
    (one,) = axes
    return source, prod(source.shape[:one]), source.shape[one], prod(source.shape[one + 1 :])


def reduced(name, source, axis=None, *, keepdims=False):
    """Return the reduction of this name; of an array without axes left, a single number."""
    source = asarray(source)
    if type(source) is not ndarray:
        source = of_list([source])
    kind = _result_kind(name, source.dtype)
    if name in OF_TRUTHS:
        source = source if source.dtype is bool_ else source.astype(bool_)
    elif source.dtype.in_bytes:
        source = source.astype(float64)
    shape = source.shape
    if axis is None:
        axis = tuple(range(len(shape)))
        outer, count, inner = 1, source.size, 1
    else:
        source, outer, count, inner = _layout(source, axis)
    if not count and name != "sum" and name not in OF_TRUTHS:
        raise ValueError(f"{name} of no entries has no meaning")
    reducing = {position(one, len(shape)) for one in (axis if type(axis) is tuple else (axis,))}
    lengths = [1 if at in reducing else length for at, length in enumerate(shape)]
    rest = lengths if keepdims else [length for at, length in enumerate(shape) if at not in reducing]
    made = blank(tuple(rest), bool_ if name in OF_TRUTHS else float64)
    getattr(kernels, name)(source._at, outer, count, inner, made._at)
    result = made if made.dtype is kind else made.astype(kind)
    return result if result.shape else result.dtype(result._data[0])


def mean(source, axis=None, *, keepdims=False):
    """Return the sum over the number of entries."""
    source = asarray(source)
    axes = range(source.ndim) if axis is None else axis if type(axis) is tuple else (axis,)
    return reduced("sum", source, axis, keepdims=keepdims) / float64(prod(source.shape[one] for one in axes))


REDUCTIONS = {
    name: partial(reduced, name) for name in ("sum", "min", "max", "argmin", "argmax", "any", "all")
} | {"mean": mean}


def count_nonzero(x):
    """Return the number of entries that are not 0."""
    if type(x) is not ndarray:
        return int(bool(x))
    truths = x if x.dtype is bool_ else x.astype(bool_)
    return kernels.count(truths._at, truths.size)


def cumsum(x):
    """Return the sums of the first entry, the first two, and so on, of an array with one axis."""
    x = asarray(x)
    source = x.astype(float64) if x.dtype.in_bytes else x
    made = blank((x.size,), float64)
    kernels.cumulative_sum(source._at, made._at, x.size)
    return made if x.dtype is float64 else made.astype(_result_kind("sum", x.dtype))


def average(x, weights=None):
    """Return the mean, or the mean by weights."""
    if weights is None:
        return mean(x)
    weights = asarray(weights)
    return reduced("sum", x * weights) / reduced("sum", weights)


def diff(x, prepend=None):
    """Return each entry without the one before it, of an array with one axis."""
    x = asarray(x) if prepend is None else concatenate([asarray([prepend]), asarray(x)])
    return x[1:] - x[:-1]


def bincount(x, weights=None, minlength=0):
    """Return how often each whole number from 0 on occurs, or the sum of its weights."""
    x = asarray(x)
    source = x.astype(int64) if x.dtype.in_bytes else x
    length = max(int(reduced("max", x)) + 1 if x.size else 0, minlength)
    made = blank((length,), float64)
    values = asarray([1.0]) if weights is None else asarray(weights).astype(float64)
    if weights is not None and values.shape != x.shape:
        raise ValueError(f"{values.size} weights are not one for each of {x.size}")
    step = 0 if weights is None else 1
    if source.size and reduced("min", source) < 0:
        raise ValueError("only whole numbers from 0 on are counted")
    kernels.add_at(made._at, length, source._at, values._at, step, source.size)
    return made if weights is not None else made.astype(int64)
