"""The words for two sets of people whose views are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose
from typing import NamedTuple

import numpy as np

from dilemma.reports.collect.phrases import Phrases
from dilemma.robustness.collection.bases import number_of
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.dividing.choosers import Choosers, are_few
from dilemma.robustness.collection.dividing.division import Setting
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.collection.pooling import pool_of_values

__all__ = ["Sides"]


class Sides(NamedTuple):
    """The words for two sets of people: heads of columns, where a value holds, each and both of them.

    `rows` are their views and `numbers` those of the collection, so that the values of few people can be
    told one by one.
    """

    heads: tuple[str, str]
    within: tuple[str, str]
    each: tuple[str, str]
    rows: tuple[Sequence[int], Sequence[int]]
    numbers: Sequence[Number]

    @classmethod
    def of_groups(cls, collection: Collection) -> Sides:
        """Return the words for groups 1 and 2."""
        rows = (collection.groups[0].rows, collection.groups[1].rows)
        heads, within = ("group 1", "group 2"), ("in group 1", "in group 2")
        return cls(heads, within, ("group 1", "group 2"), rows, collection.numbers)

    @classmethod
    def of_choosers(cls, collection: Collection, found: Choosers, phrases: Phrases) -> Sides:
        """Return the words for the people who choose each of two options."""
        here, there = (phrases.letters[option] for option in found.options)
        one, other = (
            f"the {len(rows)} who {'chooses' if len(rows) == 1 else 'choose'}" for rows in found.rows
        )
        within = (f"where {here} is chosen", f"where {there} is")
        each = (f"{one} {here}", f"{other} {there}")
        return cls((f"choose {here}", f"choose {there}"), within, each, found.rows, collection.numbers)

    @property
    def both(self) -> str:
        """Both sets of people."""
        one, other = self.each
        return "groups 1 and 2" if one == "group 1" else f"{one} and {other}"

    @property
    def few(self) -> bool:
        """Whether one side has too few people for a median."""
        return are_few(self.rows)

    def values(self, setting: Setting, phrases: Phrases) -> tuple[str, str]:
        """Return the values of a setting on both sides: of few people each, else that of the typical view."""
        number = next((one for one in self.numbers if one.address == setting.address), None)
        if number is None or not self.few:
            return phrases.plain(setting.address, setting.here), phrases.plain(setting.address, setting.there)
        one, other = (phrases.values_of(number, rows) for rows in self.rows)
        return one, other

    def of_whom(self, settings: Sequence[Setting]) -> str:
        """Return whose values the numbers of these settings are: medians, or of views that stand for both.

        Empty if one side is few, since each value is told, or if none of the settings is a number.
        """
        found = [known for setting in settings for known in self._at_both(setting)]
        if self.few or not found:
            return ""
        return "medians" if all(isclose(value, median) for value, median in found) else "typical views"

    def _at_both(self, setting: Setting) -> Iterator[tuple[float, float]]:
        """Yield the value of a number and its median, on either side; nothing for what is no number."""
        number = next((one for one in self.numbers if one.address == setting.address), None)
        if number is None:
            return
        for rows, raw in zip(self.rows, (setting.here, setting.there), strict=True):
            value = number_of(setting.address, raw)
            values = number.values[list(rows)]
            known = values[values == values]
            if value is not None and known.size:
                yield value, pool_of_values("median", number, known, np.ones(known.size))
