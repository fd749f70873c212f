"""Systems of linear equations."""

from __future__ import annotations

import dilemma_arrays as kernels

from numpy._array import array, of_list
from numpy._types import float64

__all__ = ["LinAlgError", "solve"]


class LinAlgError(ValueError):
    """A matrix has no inverse."""


def solve(matrix, right):
    """Return what times the matrix is `right`, a table; or that for each matrix and table of a list.

    Raises LinAlgError for a matrix without an inverse.
    """
    if matrix.ndim > 2:
        return of_list([solve(one, other) for one, other in zip(matrix, right, strict=True)])
    rows, solved = array(matrix, float64), array(right, float64)
    if rows.shape != (len(solved), len(solved)):
        raise LinAlgError(f"a matrix of the shape {rows.shape} has no inverse, or not for this right side")
    columns = 1 if solved.ndim == 1 else solved.shape[1]
    if not kernels.solve(rows._at, solved._at, rows.shape[0], columns):
        raise LinAlgError("the matrix has no inverse")
    return solved
