"""Sensitivity indices: how much of a theory's choice each uncertain number tells by itself.

For each number the draws are sorted into classes of equal size, from its lowest values to its highest, and
the choices within the classes are set against the choices overall. The share is the first-order sensitivity
index (Sobol' 1993; Saltelli et al. 2008, ch. 4) of the choice, several outcomes taken together as Gamboa,
Janon, Klein and Lagnoux (2014) do: the part of the choice's variance that goes when the number is known. Of
classes and choices it is Goodman and Kruskal's tau (1954), a correlation ratio; what so many classes would
tell by chance is taken off (Kelley 1935), and what chance alone could have brought is left out (Light and
Margolin 1971). Shares need not add up to 1: the rest turns on several numbers together.
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

OBSERVED: Final = 8192  # draws looked at: enough to place a share within a point or so
CLASSES: Final = 32  # most classes of one number's draws
IN_A_CLASS: Final = 32  # fewest draws in a class
WORTH_TELLING: Final = 0.01  # a smaller share separates nothing a reader could use
FEWEST: Final = 32  # draws that answer otherwise than most: of fewer nothing can be told
BEYOND_CHANCE: Final = 5.0  # standard deviations: of thousands of shares looked at not one may stray so far

WILSON_HILFERTY: Final = 2 / 9  # the variance of the cube root of chi-squared over its degrees of freedom


class SensitivityIndex(NamedTuple):
    """A number in doubt, by its address, and the share of a theory's choice that it tells by itself."""

    address: str
    share: float


def sensitivity_indices(
    columns: Mapping[str, Column], answers: Sequence[NDArray[Any]], read: Sequence[Collection[str]]
) -> tuple[tuple[SensitivityIndex, ...], ...]:
    """Return for each theory the numbers that separate its answers, those that tell most first.

    `columns` holds the draws by address, `answers` what each theory answers in each draw, as whole numbers,
    `read` the addresses that the theory reads: no other can tell anything of it.
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
    """Return for each draw its class, equal numbers of draws in each, from the lowest to the highest.

    Draws that are alike share one class: the highest of those they would otherwise be divided among.
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
    """Return the share of the answers' variance that the classes tell; 0 where chance might have brought it.

    Under chance, (rows - 1) (kinds - 1) times the raw share is about chi-squared with
    (classes - 1) (kinds - 1) degrees of freedom, whose cube root is about normal (Wilson and Hilferty 1931).
    """
    classes, kinds = counts.shape
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
