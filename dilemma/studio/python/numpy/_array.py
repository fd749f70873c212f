"""The array: numbers or truths in memory that Python and JavaScript share, with a shape.

Entries lie one after the other, the last axis fastest. An index, a slice, `T`, `reshape` and `view` make
copies; assigning to a part of an array changes the array, as with numpy.
"""

from __future__ import annotations

from array import array as memory
from math import prod

import dilemma_arrays as kernels

from numpy._types import bool_, float64, kind_of, kind_of_number, uint8

__all__ = [
    "array",
    "asarray",
    "blank",
    "broadcast_shapes",
    "broadcast_to",
    "cell_of",
    "exact",
    "moveaxis",
    "ndarray",
    "of_list",
    "position",
]

DOUBLE, BYTE = memory("d", [0.0]), memory("B", [0])


class ndarray:
    """An array of one kind of entry; `dtype` is the class of its single entries."""

    __slots__ = ("_at", "_data", "dtype", "shape", "size")
    __hash__ = None

    def __init__(self, data, shape, dtype):
        self._data = data
        self._at, self.size = data.buffer_info()
        self.shape = shape
        self.dtype = dtype

    def __reduce__(self):
        return ndarray, (self._data, self.shape, self.dtype)  # a copy has an address of its own

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def T(self):  # noqa: N802 - as numpy calls it
        return _spread(self, self.shape[::-1], _steps(self.shape)[::-1])

    def __len__(self):
        if not self.shape:
            raise TypeError("an array without an axis has no length")
        return self.shape[0]

    def __iter__(self):
        if len(self.shape) == 1:
            return iter([self.dtype(entry) for entry in self._data])
        size = prod(self.shape[1:])
        parts = (self._data[at * size : (at + 1) * size] for at in range(self.shape[0]))
        return iter([ndarray(part, self.shape[1:], self.dtype) for part in parts])

    def __bool__(self):
        return bool(self.item())

    def __float__(self):
        if self.size != 1:
            raise TypeError(f"one entry is a number, not {self.size}")
        return float(self.item())

    def __int__(self):
        return int(float(self))

    def __index__(self):
        if self.dtype is float64:
            raise TypeError("only whole numbers are indices")
        return int(self)

    def __repr__(self):
        return f"array({self.tolist()}, dtype={self.dtype.__name__})"

    def item(self):
        """Return the only entry as a number of Python; ValueError if there is not exactly one."""
        if self.size != 1:
            raise ValueError(f"one entry is needed, and there are {self.size}")
        return self.dtype(self._data[0]).item()

    def tolist(self):
        """Return the entries as numbers of Python, in a list for each axis."""
        if self.dtype is float64 or self.dtype is uint8:
            flat = self._data.tolist()
        else:
            flat = list(map(bool if self.dtype is bool_ else int, self._data))
        for length in self.shape[:0:-1]:
            count = len(flat) // length if length else prod(self.shape[:-1])
            flat = [flat[at * length : (at + 1) * length] for at in range(count)]
        return flat

    def copy(self):
        return ndarray(self._data[:], self.shape, self.dtype)

    def reshape(self, *shape):
        """Return the entries in another shape; one length may be -1, for what is left."""
        lengths = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
        known = prod(length for length in lengths if length != -1)
        rest = self.size // known if known else 0
        found = tuple(rest if length == -1 else int(length) for length in lengths)
        if prod(found) != self.size:
            raise ValueError(f"{self.size} entries cannot have the shape {tuple(lengths)}")
        return ndarray(self._data[:], found, self.dtype)

    def ravel(self):
        return self.reshape(-1)

    def astype(self, dtype):
        """Return the entries as another kind; a number becomes whole by cutting its digits off."""
        kind = kind_of(dtype)
        if kind is self.dtype:
            return self.copy()
        if kind is bool_:
            change = kernels.truths_of_bytes if self.dtype.in_bytes else kernels.truths_of_doubles
        elif kind is uint8:
            if self.dtype is bool_:
                return ndarray(self._data[:], self.shape, uint8)
            change = kernels.bytes_of_doubles
        elif self.dtype.in_bytes:
            change = kernels.doubles_of_bytes
        elif self.dtype is float64:
            change = kernels.trunc
        else:
            return ndarray(self._data[:], self.shape, kind)
        made = blank(self.shape, kind)
        change(self._at, made._at, self.size)
        return exact(made) if self.dtype is float64 and kind is not bool_ else made

    def view(self, dtype):
        """Return truths as `uint8`, or `uint8` as truths."""
        kind = kind_of(dtype)
        if not (kind.in_bytes and self.dtype.in_bytes):
            raise TypeError(f"{self.dtype.__name__} cannot be seen as {kind.__name__}")
        return self.astype(kind)


def blank(shape, dtype):
    """Return an array of zeros."""
    return ndarray((BYTE if dtype.in_bytes else DOUBLE) * prod(shape), shape, dtype)


def exact(made):
    """Return an array of whole numbers as it is; OverflowError if one may not be exact."""
    if not (made.dtype is float64 or made.dtype.in_bytes or kernels.all_exact(made._at, made.size)):
        raise OverflowError("whole numbers above 2**53 need numpy itself, which is not here")
    return made


def cell_of(value, dtype):
    """Return memory that holds one number."""
    return memory("B", [int(value)]) if dtype.in_bytes else memory("d", [value])


def asarray(value, dtype=None):
    """Return an array of the kind asked for; a list becomes one, a single number stays single."""
    if type(value) is ndarray:
        return value if dtype is None or kind_of(dtype) is value.dtype else value.astype(dtype)
    if isinstance(value, list | tuple | range):
        return of_list(list(value), dtype)
    return (kind_of_number(value) if dtype is None else kind_of(dtype))(value)


def array(value, dtype=None):
    """Return a new array of numbers, lists of them, or arrays of equal shape."""
    made = asarray(value, dtype)
    return made.copy() if made is value and type(made) is ndarray else made


def of_list(items, dtype=None):
    """Return an array of single numbers, or of lists or arrays of equal shape."""
    if items and isinstance(items[0], list | tuple | ndarray):
        parts = [asarray(item) for item in items]
        if len({part.shape for part in parts}) > 1:
            raise ValueError("lists of unequal length make no array")
        kind = _highest(part.dtype for part in parts) if dtype is None else kind_of(dtype)
        data = (BYTE if kind.in_bytes else DOUBLE) * 0
        for part in parts:
            data.extend(asarray(part, kind)._data)
        return ndarray(data, (len(parts), *parts[0].shape), kind)
    kind = kind_of(dtype) if dtype is not None else _highest(map(kind_of_number, items))
    if kind is bool_:
        return ndarray(memory("B", [1 if item else 0 for item in items]), (len(items),), kind)
    if kind is float64:
        data = memory("d", [float("nan") if item is None else item for item in items])
        return ndarray(data, (len(items),), kind)
    data = memory("B" if kind is uint8 else "d", [int(item) for item in items])
    return exact(ndarray(data, (len(items),), kind))


def _highest(kinds):
    return max({*kinds} or {float64}, key=lambda kind: kind.rank)


def _steps(shape):
    steps, step = [], 1
    for length in reversed(shape):
        steps.append(step)
        step *= length
    return steps[::-1]


def _spread(source, lengths, steps, start=0):
    """Return the entries that lie `steps` apart along each axis, from the entry at `start` on."""
    made = blank(tuple(lengths), source.dtype)
    if made.size:
        width = 1 if source.dtype.in_bytes else 8
        table = memory("d", [*lengths, *steps] or [1, 0])
        address = table.buffer_info()[0]
        axes = max(len(lengths), 1)
        kernels.spread(source.dtype.in_bytes, source._at + start * width, address, axes, made._at)
    return made


def position(axis, axes):
    """Return the place of an axis, which may be counted from the end."""
    if not -axes <= axis < axes:
        raise ValueError(f"there is no axis {axis} in {axes}")
    return axis % axes


def moveaxis(source, axis, to):
    """Return the array with one axis at another place."""
    axes = list(range(source.ndim))
    axes.insert(position(to, source.ndim), axes.pop(position(axis, source.ndim)))
    steps = _steps(source.shape)
    return _spread(source, [source.shape[at] for at in axes], [steps[at] for at in axes])


def broadcast_shapes(one, other):
    """Return the shape that holds arrays of both shapes; ValueError if none does."""
    if one == other:
        return one
    axes = max(len(one), len(other))
    pairs = zip((1,) * (axes - len(one)) + one, (1,) * (axes - len(other)) + other, strict=True)
    shape = []
    for first, second in pairs:
        if first != second and 1 not in (first, second):
            raise ValueError(f"arrays of the shapes {one} and {other} do not go together")
        shape.append(second if first == 1 else first)
    return tuple(shape)


def broadcast_to(value, shape):
    """Return a single number, or an array, repeated to a shape."""
    lengths = (shape,) if isinstance(shape, int) else tuple(shape)
    source = asarray(value)
    if type(source) is not ndarray:
        return ndarray(cell_of(source, source.dtype) * prod(lengths), lengths, source.dtype)
    if source.shape == lengths:
        return source
    if broadcast_shapes(source.shape, lengths) != lengths:
        raise ValueError(f"an array of the shape {source.shape} does not repeat to {lengths}")
    own = (1,) * (len(lengths) - source.ndim) + source.shape
    steps = [step if length > 1 else 0 for step, length in zip(_steps(own), own, strict=True)]
    return _spread(source, lengths, steps)
