"""Products of matrices and vectors."""

from __future__ import annotations

import dilemma_arrays as kernels

from numpy._array import asarray, blank
from numpy._types import float64

__all__ = ["matmul"]


def matmul(a, b):
    """Return the product of two vectors, a matrix and a vector, or two matrices."""
    a, b = asarray(a), asarray(b)
    kind = max(a.dtype, b.dtype, key=lambda one: one.rank)
    if a.ndim not in (1, 2) or b.ndim not in (1, 2) or a.shape[-1] != b.shape[0]:
        raise ValueError(f"arrays of the shapes {a.shape} and {b.shape} have no product")
    left, right = (x.astype(float64) if x.dtype.in_bytes else x for x in (a, b))
    rows, columns = (1 if a.ndim == 1 else a.shape[0]), (1 if b.ndim == 1 else b.shape[1])
    made = blank((*a.shape[:-1], *b.shape[1:]), float64)
    kernels.multiply_matrices(left._at, right._at, rows, a.shape[-1], columns, made._at)
    result = made if kind is float64 else made.astype(kind)
    return result if result.shape else result.dtype(result._data[0])
