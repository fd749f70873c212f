"""Names of numpy's other types of single numbers, for programs that ask whether a value is of one of them.

No array and no number here is of these types; to make one raises a TypeError.
"""

from __future__ import annotations

from abc import ABCMeta

from numpy._types import float64, int64, uint8

__all__ = ["NAMES"]


class Unmade:
    """A type of which the stand-in has no numbers."""

    def __new__(cls, *_):
        message = f"the studio's stand-in for numpy has no numbers of the type {cls.__name__}"
        raise TypeError(message)


INTEGERS = ("short", "ushort", "intc", "uintc", "uint", "longlong", "ulonglong", "uintp", "int8", "int16")
FLOATS = ("half", "float16", "single", "float32", "longdouble")
KINDS = ("int32", "integer", "floating")

NAMES = {name: ABCMeta(name, (Unmade,), {}) for name in (*INTEGERS, *FLOATS, *KINDS)} | {"double": float64}

NAMES["integer"].register(int64)
NAMES["integer"].register(uint8)
NAMES["floating"].register(float64)
