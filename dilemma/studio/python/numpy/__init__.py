"""A stand-in for numpy, for the studio: the part that `dilemma` uses, where numpy itself cannot be had.

It is found only inside the studio's Pyodide, never where the program is installed. Arrays lie in Pyodide's
memory, and each function is one call of a kernel in JavaScript (`arrays.js`), so that it is fast for columns.

What it has, its `__all__` says. Entries are truths, `uint8`, whole numbers (exact up to 2**53, else an
OverflowError) and doubles; single numbers are `float64`, `int64` and `bool_`. Three things differ from numpy:
parts of an array (by indices, slices, `T`, `reshape` or `view`) are copies; there are no arrays without an
axis; and no warning is given. Results are numpy's to the last digit, but for powers, exponentials,
logarithms, products of matrices and systems of equations, where last digits may differ. A name that it does
not have raises an AttributeError that says it.
"""

from __future__ import annotations

from contextlib import nullcontext
from math import inf, nan
from typing import NamedTuple

from numpy import _operators, linalg, random, typing  # noqa: F401, ICN001 - operators are set on arrays
from numpy._array import array, asarray, broadcast_to, moveaxis, ndarray
from numpy._binary import BINARY
from numpy._index import add_at, flat_nonzero
from numpy._making import (
    arange,
    array_split,
    ascontiguousarray,
    column_stack,
    concatenate,
    empty,
    eye,
    frombuffer,
    fromiter,
    full,
    full_like,
    geomspace,
    ix_,
    linspace,
    ones,
    repeat,
    split,
    stack,
    tile,
    unpackbits,
    zeros,
    zeros_like,
)
from numpy._names import NAMES
from numpy._orders import argsort, isin, nanquantile, quantile, searchsorted, sort, unique
from numpy._reductions import average, bincount, count_nonzero, cumsum, diff
from numpy._types import FALSE, TRUE, bool_, float64, int64, kind_of, uint8, uint16, uint32, uint64
from numpy._unary import UNARY, clip, isclose, logical_not, rounded, where

__all__ = [
    "False_",
    "True_",
    "abs",
    "add",
    "arange",
    "argsort",
    "array",
    "array_split",
    "asarray",
    "ascontiguousarray",
    "average",
    "bincount",
    "bitwise_or",
    "bool_",
    "broadcast_to",
    "clip",
    "column_stack",
    "concatenate",
    "copysign",
    "count_nonzero",
    "cumsum",
    "diff",
    "divide",
    "dtype",
    "empty",
    "errstate",
    "exp",
    "expm1",
    "eye",
    "finfo",
    "flatnonzero",
    "float64",
    "frombuffer",
    "fromiter",
    "full",
    "full_like",
    "geomspace",
    "inf",
    "int64",
    "int_",
    "intp",
    "isclose",
    "isfinite",
    "isin",
    "isnan",
    "ix_",
    "left_shift",
    "linalg",
    "linspace",
    "log",
    "log1p",
    "logical_and",
    "logical_not",
    "logical_or",
    "maximum",
    "min_scalar_type",
    "minimum",
    "moveaxis",
    "multiply",
    "nan",
    "nanquantile",
    "ndarray",
    "ndim",
    "ones",
    "power",
    "quantile",
    "random",
    "repeat",
    "round",
    "searchsorted",
    "sign",
    "sort",
    "split",
    "sqrt",
    "stack",
    "subtract",
    "tile",
    "typing",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "unique",
    "unpackbits",
    "where",
    "zeros",
    "zeros_like",
]

False_, True_ = FALSE, TRUE
int_ = intp = int64
dtype = kind_of
flatnonzero = flat_nonzero
round = rounded

abs = UNARY["absolute"]
exp, expm1, log, log1p = (UNARY[name] for name in ("exp", "expm1", "log", "log1p"))
isfinite, isnan, sign, sqrt = (UNARY[name] for name in ("isfinite", "isnan", "sign", "sqrt"))

add, subtract, multiply = (BINARY[name] for name in ("add", "subtract", "multiply"))
divide, power, left_shift = (BINARY[name] for name in ("divide", "power", "left_shift"))
maximum, minimum, copysign = (BINARY[name] for name in ("maximum", "minimum", "copysign"))
logical_and, logical_or, bitwise_or = (BINARY[name] for name in ("logical_and", "logical_or", "bitwise_or"))


add.at = add_at


class finfo(NamedTuple):
    """The limits of doubles."""

    kind: type = float
    eps: float = 2.0**-52
    tiny: float = 2.0**-1022


def errstate(**_settings):
    """Return a context in which warnings are left out, as they always are."""
    return nullcontext()


def ndim(x):
    """Return the number of axes; 0 for a single number."""
    return len(asarray(x).shape)


def min_scalar_type(number):
    """Return the smallest kind that holds a whole number from 0 up."""
    return next(
        kind for kind, bits in ((uint8, 8), (uint16, 16), (uint32, 32), (uint64, 64)) if number < 2**bits
    )


def __getattr__(name):
    if name in NAMES:
        return NAMES[name]
    raise AttributeError(f"numpy.{name}: the studio's stand-in for numpy does not have it")
