"""Sensitivity indices: the share of a theory's choice that each uncertain number explains by itself.

For each number the draws are sorted into classes of equal size, from its lowest values to its highest, and
the choices within classes are compared with the choices overall. The share is the first-order sensitivity
index (Sobol' 1993; Saltelli et al. 2008, ch. 4) of the choice, with several outcomes combined as in Gamboa,
Janon, Klein and Lagnoux (2014): the part of the choice's variance that is removed if the number is known.
For classes and choices it is Goodman and Kruskal's tau (1954), a correlation ratio. The share expected by
chance for this many classes is subtracted (Kelley 1935), and shares within chance are left out (Light and
Margolin 1971). Shares need not add up to 1: the rest depends on several numbers jointly.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from dilemma.graph.columns import Column

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["OBSERVED", "SensitivityIndex", "sensitivity_indices"]

OBSERVED: Final = 8192  # draws used: enough to estimate a share within about one percentage point
CLASSES: Final = 32  # most classes of one number's draws
IN_A_CLASS: Final = 32  # fewest draws in a class
WORTH_TELLING: Final = 0.01  # smaller shares are of no use to a reader
FEWEST: Final = 32  # draws with another answer than the most frequent: with fewer, no estimate
BEYOND_CHANCE: Final = 5.0  # standard deviations: of thousands of shares, none should exceed it by chance

WILSON_HILFERTY: Final = 2 / 9  # the variance of the cube root of chi-squared over its degrees of freedom


class SensitivityIndex(NamedTuple):
    """An uncertain number, by its address, and its first-order sensitivity index for a theory's choice."""

    address: str
    share: float


def sensitivity_indices(
    columns: Mapping[str, Column], answers: Sequence[NDArray[Any]], read: Sequence[Collection[str]]
) -> tuple[tuple[SensitivityIndex, ...], ...]:
    """Return for each theory the sensitivity indices of its answers, greatest first.

    `columns` holds the draws by address, `answers` each theory's answer in each draw as an integer, `read`
    the addresses that each theory reads; no other number can explain its answers.
    """
    rows = len(answers[0]) if answers else 0
    classes = min(CLASSES, rows // IN_A_CLASS)
    if classes <= 1:
        return tuple(() for _ in answers)
    sorted_into = {address: _classes(column, classes) for address, column in columns.items()}
    return tuple(
        tuple(
            sorted(_sensitivity_indices(sorted_into, classes, answer, addresses), key=lambda one: -one.share)
        )
        for answer, addresses in zip(answers, read, strict=True)
    )


def _classes(column: Column, classes: int) -> NDArray[np.intp]:
    """Return the class of each draw, from lowest to highest values, with equally many draws in each.

    Equal draws are in one class: the highest of those they would otherwise be divided among.
    """
    lowest = np.sort(column)[[-(-len(column) * at // classes) for at in range(1, classes)]]
    return np.searchsorted(lowest, column, side="right")


def _sensitivity_indices(
    sorted_into: Mapping[str, NDArray[np.intp]], classes: int, answer: NDArray[Any], read: Collection[str]
) -> Iterator[SensitivityIndex]:
    kinds, numbered, often = np.unique(answer, return_inverse=True, return_counts=True)
    if len(answer) - int(often.max()) < FEWEST:
        return
    for address in read:
        of_class = sorted_into[address]
        counts = np.bincount(of_class * len(kinds) + numbered, minlength=classes * len(kinds))
        share = _first_order_share(counts.reshape(classes, len(kinds)))
        if share >= WORTH_TELLING:
            yield SensitivityIndex(address, share)


def _first_order_share(counts: NDArray[np.intp]) -> float:
    """Return the share of the answers' variance that the classes explain; 0 if it is within chance.

    Classes without draws, which there are if many draws are equal, are left out.

    Under chance, (rows - 1) (kinds - 1) times the raw share is about chi-squared with
    (classes - 1) (kinds - 1) degrees of freedom, whose cube root is about normal (Wilson and Hilferty 1931).
    """
    counts = counts[counts.any(axis=1)]
    classes, kinds = counts.shape
    if classes == 1:
        return 0.0
    rows = int(counts.sum())
    overall = float((counts.sum(axis=0) ** 2).sum()) / rows
    within = float(((counts**2).sum(axis=1) / counts.sum(axis=1)).sum())
    told = float((within - overall) / (rows - overall))
    free = (classes - 1) * (kinds - 1)
    spread = WILSON_HILFERTY / free
    if (rows - 1) * (kinds - 1) * told <= free * (1.0 - spread + BEYOND_CHANCE * sqrt(spread)) ** 3:
        return 0.0
    corrected: float = 1.0 - (1.0 - told) * (rows - 1) / (rows - classes)
    return corrected
