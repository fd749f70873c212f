"""Strengths of chains of majorities, in whole votes or in quantities."""

from __future__ import annotations

from typing import Any

from dilemma.quantity import greatest, least
from dilemma.reconciliation.method import Margins, Strengths, larger

__all__ = ["strengths"]


def strengths(table: Strengths) -> list[list[Any]]:
    """Return the strength of the strongest chain of majorities from a to b: its weakest step; 0 for none.

    Floyd and Warshall's recursion with least and greatest for sum and least.
    """
    if table and isinstance(table[0][0], int):
        return strengths_in_votes(table)
    options = range(len(table))
    strongest = [[at_least_nothing(margin) for margin in row] for row in table]
    for middle in options:
        onward = strongest[middle]
        for row in strongest:
            first = row[middle]
            if first != 0:  # never so of a symbol
                for b in options:
                    row[b] = larger(row[b], smaller(first, onward[b]))
    return strongest


def strengths_in_votes(table: Margins) -> list[list[int]]:
    """Return the strengths in whole votes, as `strengths` defines them."""
    strongest = [[margin if margin > 0 else 0 for margin in row] for row in table]
    for middle, onward in enumerate(strongest):
        for row in strongest:
            first = row[middle]
            if first:
                for b, last in enumerate(onward):
                    weakest = first if first < last else last
                    if weakest > row[b]:
                        row[b] = weakest
    return strongest


def smaller(a: Any, b: Any) -> Any:
    """Return the smaller of two amounts, of whole votes or of quantities."""
    return (b if b < a else a) if isinstance(a, int) else least(a, b)


def at_least_nothing(margin: Any) -> Any:
    """Return a margin, or 0 where it is below."""
    return max(margin, 0) if isinstance(margin, int) else greatest(margin, 0.0)
