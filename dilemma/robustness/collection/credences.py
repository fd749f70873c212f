"""Credences that people state in theories: how many give some to each, how much, and who most and least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from dilemma.scenario.views.person_view import PersonView

__all__ = ["TheoryCredence", "credences_of", "mean_credences", "rows_stating", "shares_of"]


class TheoryCredence(NamedTuple):
    """The credence in a theory among the views that give it any: each row with its share, least first.

    A share is of all the credence that a view states.
    """

    theory: str
    shares: tuple[tuple[float, int], ...]

    @property
    def median(self) -> float:
        """The median share of the views that give it any."""
        return median(share for share, _ in self.shares)


def rows_stating(views: Sequence[PersonView]) -> tuple[int, ...]:
    """Return the rows of the views that state credences."""
    return tuple(row for row, view in enumerate(views) if any(view.credences.values()))


def shares_of(view: PersonView) -> dict[str, float]:
    """Return the credences of a view above 0, by theory, as shares of their sum."""
    whole = sum(view.credences.values())
    return {theory: float(one / whole) for theory, one in view.credences.items() if one}


def credences_of(views: Sequence[PersonView]) -> tuple[TheoryCredence, ...]:
    """Return the credences in each theory that any view gives some, those that most views give first."""
    found: dict[str, list[tuple[float, int]]] = {}
    for row in rows_stating(views):
        for theory, share in shares_of(views[row]).items():
            found.setdefault(theory, []).append((share, row))
    told = (TheoryCredence(theory, tuple(sorted(shares))) for theory, shares in found.items())
    return tuple(sorted(told, key=lambda one: (-len(one.shares), -one.median, one.theory)))


def mean_credences(views: Sequence[PersonView], rows: Iterable[int]) -> dict[str, float]:
    """Return the mean share of each theory over those of these rows that state credences."""
    within = sorted({*rows} & {*rows_stating(views)})
    sums: dict[str, float] = {}
    for row in within:
        for theory, share in shares_of(views[row]).items():
            sums[theory] = sums.get(theory, 0.0) + share
    return {theory: whole / len(within) for theory, whole in sums.items()}
