"""New arrays: filled, spaced, repeated, joined and split."""

from __future__ import annotations

from array import array as memory
from itertools import islice, pairwise
from math import log10

import dilemma_arrays as kernels

from numpy._array import array, asarray, blank, broadcast_to, cell_of, moveaxis, ndarray, of_list
from numpy._binary import BINARY
from numpy._types import bool_, float64, int64, kind_of, kind_of_number, uint8

__all__ = [
    "arange",
    "array_split",
    "ascontiguousarray",
    "column_stack",
    "concatenate",
    "empty",
    "eye",
    "frombuffer",
    "fromiter",
    "full",
    "full_like",
    "geomspace",
    "ix_",
    "linspace",
    "ones",
    "repeat",
    "split",
    "stack",
    "tile",
    "unpackbits",
    "zeros",
    "zeros_like",
]


def _lengths(shape):
    return (shape,) if isinstance(shape, int) else tuple(map(int, shape))


def full(shape, value, dtype=None):
    """Return an array of one number; or one that repeats an array to a shape."""
    if type(value) is ndarray:
        return array(broadcast_to(value, shape), dtype)
    kind = kind_of(dtype) if dtype is not None else kind_of_number(value)
    lengths = _lengths(shape)
    return ndarray(cell_of(kind(value), kind) * blank(lengths, bool_).size, lengths, kind)


def zeros(shape, dtype=float64):
    """Return an array of zeros."""
    return blank(_lengths(shape), kind_of(dtype))


empty = zeros


def ones(shape, dtype=float64):
    """Return an array of ones."""
    return full(shape, 1, dtype)


def zeros_like(x):
    """Return an array of zeros of the same shape and kind."""
    return blank(x.shape, x.dtype)


def full_like(x, value):
    """Return an array of one number, of the same shape and kind."""
    return full(x.shape, value, x.dtype)


def eye(size, dtype=float64):
    """Return the square table with ones along its diagonal."""
    return of_list([int(at % (size + 1) == 0) for at in range(size * size)], dtype).reshape(size, size)


def arange(*ends):
    """Return whole numbers one after the other, as `range` has them."""
    run = range(*map(int, ends))
    return ndarray(memory("d", run), (len(run),), int64)


def fromiter(items, dtype, count=-1):
    """Return an array of single numbers that come one by one; of so many, if it is not -1."""
    return of_list(list(items) if count == -1 else list(islice(items, count)), dtype)


def frombuffer(data, dtype):
    """Return an array of bytes."""
    if kind_of(dtype) is not uint8:
        raise TypeError("only bytes are read from a buffer")
    return ndarray(memory("B", data), (len(data),), uint8)


def linspace(start, stop, count=50):
    """Return so many numbers from `start` to `stop`, evenly spaced, with numpy's rounding."""
    start, stop = float(start), float(stop)
    gaps = count - 1
    step = (stop - start) / gaps if gaps > 0 else stop - start
    spaced = [at * step + start if step else at / (gaps or 1) * (stop - start) + start for at in range(count)]
    if gaps > 0:
        spaced[-1] = stop
    return of_list(spaced, float64)


def geomspace(start, stop, count=50):
    """Return so many numbers from `start` to `stop`, each the same multiple of the last."""
    if not start * stop > 0:
        raise ValueError("both ends of a geometric sequence are above 0, or both below")
    sign = 1.0 if start > 0 else -1.0
    spaced = BINARY["power"](10.0, linspace(log10(sign * start), log10(sign * stop), count))
    if count:
        spaced[0] = sign * start
    if count > 1:
        spaced[-1] = sign * stop
    return spaced * sign


def concatenate(parts, axis=0):
    """Return arrays joined along the first axis."""
    arrays = [asarray(part) for part in parts]
    if axis != 0:
        return moveaxis(concatenate([moveaxis(part, axis, 0) for part in arrays]), 0, axis)
    if not arrays:
        raise ValueError("there is no array to join")
    if len({part.shape[1:] for part in arrays}) > 1:
        raise ValueError("only arrays of the same rows are joined")
    kind = max((part.dtype for part in arrays), key=lambda one: one.rank)
    data = asarray(arrays[0], kind)._data[:]
    for part in arrays[1:]:
        data.extend(asarray(part, kind)._data)
    return ndarray(data, (sum(part.shape[0] for part in arrays), *arrays[0].shape[1:]), kind)


def stack(arrays, axis=0):
    """Return arrays of one shape side by side along a new axis."""
    joined = of_list([asarray(part) for part in arrays])
    return moveaxis(joined, 0, axis)


def column_stack(columns):
    """Return tables and columns side by side."""
    tables = [asarray(part) for part in columns]
    tables = [part if part.ndim > 1 else part.reshape(-1, 1) for part in tables]
    return concatenate(tables, axis=1)


def tile(x, times):
    """Return an array with one axis so many times over."""
    x = asarray(x)
    return ndarray(x._data * times, (x.size * times,), x.dtype)


def repeat(x, times):
    """Return each entry so many times, of an array with one axis."""
    x = asarray(x)
    return broadcast_to(x.reshape(-1, 1), (x.size, times)).reshape(-1)


def array_split(x, count, axis=0):
    """Return so many parts of about equal length; the first ones have an entry more."""
    if axis != 0:
        return [moveaxis(part, 0, axis) for part in array_split(moveaxis(x, axis, 0), count)]
    each, more = divmod(len(x), count)
    ends = [0]
    for at in range(count):
        ends.append(ends[-1] + each + (at < more))
    return [x[start:end] for start, end in pairwise(ends)]


def split(x, count, axis=0):
    """Return so many parts of equal length; ValueError if there are none."""
    if x.shape[axis] % count:
        raise ValueError(f"{x.shape[axis]} entries are not {count} equal parts")
    return array_split(x, count, axis)


def ix_(*places):
    """Return places along each axis, for the table of all their pairs."""
    return tuple(
        asarray(part).reshape(*(-1 if at == axis else 1 for at in range(len(places))))
        for axis, part in enumerate(places)
    )


def ascontiguousarray(x):
    """Return the array itself: entries always lie one after the other."""
    return asarray(x)


def unpackbits(x, *, axis, count, bitorder):
    """Return the first bits of each row of bytes, the lowest bit of a byte first."""
    if axis != 1 or bitorder != "little" or x.dtype is not uint8:
        raise ValueError("only bits of rows of bytes are unpacked, and the lowest first")
    rows, width = x.shape
    if not 0 <= count <= 8 * width:
        raise ValueError(f"{count} bits are not in {width} bytes")
    made = blank((rows, count), uint8)
    kernels.unpack_bits(x._at, rows, width, count, made._at)
    return made
