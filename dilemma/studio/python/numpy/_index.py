"""Indices: numbers, slices, masks and arrays of places, to read entries and to write them.

What is no plain case becomes an array of places in the memory of the array, which is then read or written.
"""

from __future__ import annotations

from array import array as memory
from math import prod

import dilemma_arrays as kernels

from numpy._array import array, asarray, blank, broadcast_to, cell_of, ndarray, of_list
from numpy._types import bool_, float64, int64, uint8

__all__ = ["add_at", "checked_places", "flat_nonzero", "nonzero"]


def flat_nonzero(mask):
    """Return the places of the entries that are not 0, in the order of memory."""
    truths = mask if mask.dtype is bool_ else mask.astype(bool_)
    made = blank((kernels.count(truths._at, truths.size),), int64)
    kernels.flat_nonzero(truths._at, made._at, truths.size)
    return made


def nonzero(mask):
    """Return the places of the entries that are not 0, an array for each axis."""
    flat = flat_nonzero(mask)._data.tolist()
    found = []
    for length in reversed(mask.shape):
        found.append(of_list([int(place % length) for place in flat], int64))
        flat = [place // length for place in flat]
    return found[::-1]


def checked_places(places, length):
    """Return places as whole numbers from 0 on; IndexError if one is beyond an axis of this length."""
    found = places.astype(int64) if places.dtype is uint8 or not places.size else places
    if found.dtype in (float64, bool_):
        raise IndexError(f"places are whole numbers, not {found.dtype.__name__}")
    at = kernels.first_outside(found._at, found.size, length)
    if at >= 0:
        raise IndexError(f"there is no place {int(found._data[at])} on an axis of {length} entries")
    return found


def taken(source, places, size):
    """Return the entries at places in memory; those below 0 are counted from the end."""
    made = blank(places.shape, source.dtype)
    kernels.take(source.dtype.in_bytes, source._at, size, places._at, made._at, places.size)
    return made


def __getitem__(self, key):
    if type(key) is int and len(self.shape) == 1:
        return self.dtype(self._data[key])
    if type(key) is list:
        key = of_list(key, None if key else int64)
    if len(self.shape) == 1:
        if type(key) is slice:
            data = self._data[key]
            return ndarray(data, (len(data),), self.dtype)
        if type(key) is ndarray and key.dtype is not bool_:
            return taken(self, checked_places(key, self.size), self.size)
        if hasattr(key, "__index__") and type(key) not in (ndarray, bool, bool_):
            return self.dtype(self._data[key])
    if type(key) is ndarray and key.dtype is bool_ and key.shape == self.shape:
        made = blank((kernels.count(key._at, key.size),), self.dtype)
        kernels.compress(self.dtype.in_bytes, key._at, self._at, made._at, key.size)
        return made
    places = places_of(self.shape, key)
    found = taken(self, places, self.size)
    return found if found.shape else self.dtype(found._data[0])


def __setitem__(self, key, value):
    value = asarray(value)
    if type(value) is ndarray:
        value = value if value.dtype.in_bytes == self.dtype.in_bytes else value.astype(self.dtype)
        if self.dtype is not float64 and value.dtype.rank > self.dtype.rank:
            value = value.astype(self.dtype)
    if key is Ellipsis and type(value) is ndarray and value.shape == self.shape:
        self._data[:] = value._data
        return
    if len(self.shape) == 1 and _is_set_at_once(self, key, value):
        return
    places = places_of(self.shape, key)
    if type(value) is ndarray:
        while value.ndim > places.ndim and value.shape[0] == 1:
            value = value.reshape(value.shape[1:])
        value = broadcast_to(value, places.shape)
        kernels.put(self.dtype.in_bytes, self._at, self.size, places._at, value._at, 1, places.size)
    else:
        cell = cell_of(self.dtype(value), self.dtype)
        address = cell.buffer_info()[0]
        kernels.put(self.dtype.in_bytes, self._at, self.size, places._at, address, 0, places.size)


def _is_set_at_once(self, key, value):
    """Write one entry or a run of entries of an array with one axis; return whether the index was such."""
    if type(key) is int and type(value) is not ndarray:
        self._data[key] = cell_of(self.dtype(value), self.dtype)[0]
        return True
    if type(key) is not slice or key.step not in (None, 1):
        return False
    start, stop, _ = key.indices(self.size)
    count = max(0, stop - start)
    if type(value) is not ndarray:
        self._data[start : start + count] = cell_of(self.dtype(value), self.dtype) * count
    elif value.shape == (count,):
        self._data[start : start + count] = value._data  # of the same length, so that the memory stays
    else:
        return False
    return True


def places_of(shape, key):
    """Return the places in memory that an index of an array of this shape means, in the shape of its result.

    Arrays of places go together; where slices part them, their axes come first, as in numpy.
    """
    parts = _full(shape, key)
    start, step, axis = 0, prod(shape), 0
    segments, joined, joint_at = [], None, []
    for part in parts:
        if part is None:
            segments.append(array([0]))
            continue
        length = shape[axis]
        step = step // length if length else 0
        axis += 1
        if type(part) is slice:
            run = range(*part.indices(length))
            segments.append(ndarray(memory("d", run), (len(run),), int64) * step)
        elif type(part) is ndarray:
            found = checked_places(part, length)
            here = (found + length * (found < 0)) * step
            joined = here if joined is None else joined + here
            joint_at.append(len(segments))
            segments.append(None)
        else:
            if not hasattr(part, "__index__"):
                raise IndexError(f"{part!r} is no index")
            at = part.__index__()
            checked_places(array([at]), length)
            start += at % length * step
            joint_at.append(len(segments))
    return _outer(segments, joined, joint_at, start)


def _full(shape, key):
    """Return an index with a part for every axis; None stands for a new one."""
    given = list(key) if type(key) is tuple else [key]
    parts = []
    for part in given:
        is_list = isinstance(part, list | tuple)
        found = of_list(list(part), None if part else int64) if is_list else part
        if type(found) is ndarray and found.dtype is bool_:
            parts += nonzero(found)
        else:
            parts.append(found)
    told = sum(part is not None and part is not Ellipsis for part in parts)
    if told > len(shape):
        raise IndexError(f"{told} indices are too many for {len(shape)} axes")
    rest = [slice(None)] * (len(shape) - told)
    at = next((at for at, part in enumerate(parts) if part is Ellipsis), None)
    return [*parts, *rest] if at is None else [*parts[:at], *rest, *parts[at + 1 :]]


def _outer(segments, joined, joint_at, start):
    """Return the sums of places, each segment along an axis of its own; joined ones along theirs."""
    axes = [segment for segment in segments if segment is not None]
    if joined is not None:
        between = segments[min(joint_at) : max(joint_at)]
        adjacent = all(segment is None for segment in between)
        first = sum(segment is not None for segment in segments[: min(joint_at)]) if adjacent else 0
        axes.insert(first, joined)
    total = array([start], int64).reshape(())
    after = sum(part.ndim for part in axes)
    for part in axes:
        after -= part.ndim
        total = total + part.reshape(*part.shape, *(1,) * after)
    return total


def add_at(target, key, values):
    """Add values at places of an array of numbers; at a place that occurs again, again."""
    places = places_of(target.shape, key)
    added = broadcast_to(asarray(values), places.shape)
    added = added.astype(float64) if added.dtype.in_bytes else added
    kernels.add_at(target._at, target.size, places._at, added._at, 1, places.size)


ndarray.__getitem__ = __getitem__
ndarray.__setitem__ = __setitem__
