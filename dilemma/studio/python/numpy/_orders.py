"""Order: sorted entries, distinct ones, places among sorted ones, quantiles."""

from __future__ import annotations

from itertools import pairwise
from math import floor

import dilemma_arrays as kernels

from numpy._array import array, asarray, blank, ndarray, of_list
from numpy._binary import BINARY
from numpy._index import flat_nonzero
from numpy._making import concatenate
from numpy._reductions import cumsum
from numpy._types import TRUE, bool_, float64, int64

__all__ = ["argsort", "isin", "nanquantile", "quantile", "searchsorted", "sort", "unique"]


def _in_doubles(x):
    x = asarray(x)
    return x.astype(float64) if type(x) is ndarray and x.dtype.in_bytes else x


def sort(x):
    """Return the entries of an array with one axis in ascending order, NaN last."""
    made = array(x, float64)
    kernels.sort(made._at, made.size)
    return made.astype(asarray(x).dtype)


def _sort_in_place(self):
    if len(self.shape) != 1 or self.dtype.in_bytes:
        raise TypeError("only numbers along one axis are sorted in place")
    kernels.sort(self._at, self.size)


ndarray.sort = _sort_in_place


def argsort(x, kind="stable"):  # noqa: ARG001 - it is always stable
    """Return the places of the entries in ascending order; equal ones stay in their order."""
    source = _in_doubles(x)
    made = blank((source.size,), int64)
    kernels.argsort(source._at, made._at, source.size)
    return made


def searchsorted(ordered, sought, side="left"):
    """Return the place of each number among sorted ones: before those equal to it, or after (`right`)."""
    ordered, wanted = _in_doubles(ordered), _in_doubles(sought)
    is_single = type(wanted) is not ndarray
    wanted = of_list([wanted], float64) if is_single else wanted
    made = blank(wanted.shape, int64)
    kernels.search_sorted(ordered._at, ordered.size, wanted._at, wanted.size, side == "right", made._at)
    return made[0] if is_single else made


def unique(x, *, axis=None, return_index=False, return_inverse=False, return_counts=False):
    """Return the distinct entries, or rows or columns of a table, in ascending order.

    If asked for, also the first place of each, the place of each entry among them, and how often each occurs.
    """
    x = asarray(x)
    if axis is None:
        flat = x.reshape(-1)
        order = argsort(flat)
        ordered = flat[order]
        changes = ordered[1:] != ordered[:-1]
        if x.dtype is float64 and ordered.size and ordered[-1] != ordered[-1]:
            nans = ordered != ordered  # numpy counts every NaN as the same
            changes = changes & ~(nans[1:] & nans[:-1])
    else:
        table = x if axis == 0 else x.T
        rows = [tuple(row) if isinstance(row, list) else row for row in table.tolist()]
        found = sorted(range(len(rows)), key=rows.__getitem__)
        order = of_list(found, int64)
        changes = of_list([rows[one] != rows[other] for one, other in pairwise(found)], bool_)
    starts = concatenate([of_list([TRUE] if order.size else [], bool_), changes])
    first = order[starts]
    results = [ordered[starts] if axis is None else x[first] if axis == 0 else x[:, first]]
    if return_index:
        results.append(first)
    if return_inverse:
        places = blank((order.size,), int64)
        places[order] = cumsum(starts) - 1
        results.append(places.reshape(x.shape) if axis is None else places)
    if return_counts:
        ends = concatenate([flat_nonzero(starts), of_list([order.size], int64)])
        results.append(ends[1:] - ends[:-1])
    return tuple(results) if len(results) > 1 else results[0]


def isin(x, among):
    """Return which entries are among these few."""
    found = blank(x.shape, bool_)
    for one in asarray(list(among)):
        found = BINARY["logical_or"](found, x == one)
    return found


def quantile(x, shares):
    """Return the numbers below which these shares of the entries lie, interpolated between two entries."""
    numbers = asarray(x, float64)
    ordered = sort(numbers.reshape(-1))._data
    if not ordered:
        raise IndexError("no entries have no quantile")
    has_nan = ordered[-1] != ordered[-1]
    wanted = asarray(shares, float64)
    if type(wanted) is not ndarray:
        return float64("nan") if has_nan else float64(_interpolated(ordered, wanted))
    found = [ordered[-1] if has_nan else _interpolated(ordered, share) for share in wanted]
    return of_list(found, float64)


def _interpolated(ordered, share):
    """Return a quantile of sorted numbers, with the same rounding as numpy's."""
    place = float(share) * (len(ordered) - 1)
    below = min(max(floor(place), 0), len(ordered) - 1)
    above = min(below + 1, len(ordered) - 1)
    part = place - below
    low, high = ordered[below], ordered[above]
    return high - (high - low) * (1 - part) if part >= 0.5 else low + (high - low) * part


def nanquantile(x, shares):
    """Return the quantiles of the entries that are numbers."""
    numbers = asarray(x, float64)
    held = numbers[numbers == numbers]
    return quantile(held if held.size else numbers[:1], shares)
