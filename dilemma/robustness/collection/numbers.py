"""The numbers that views set: who set each, its quartiles over all views, and what hangs on its spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Final, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dilemma.frameworks.framework import Framework
from dilemma.graph import Bounds
from dilemma.graph.columns import Column
from dilemma.robustness.collection.bases import Base, number_of, plain_dials
from dilemma.robustness.collection.verdicts import Judge, spans_of
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.addresses.kinds import kind_at
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.person_view import PersonView

__all__ = [
    "Number",
    "SettingKind",
    "numbers_of_views",
    "plain_number",
    "setting_kind",
    "values_by_view",
]

SettingKind: TypeAlias = Literal["fact", "value", "owed", "theory"]
"""A fact that evidence could settle, a value, what someone thinks is owed, or a setting of a theory."""

MOST_TRIED: Final = 50  # views in which each number is set to values of others
TRIED: Final = (0.1, 0.9, 0.0, 1.0)  # quantiles of all views at which each number is tried
OUTER: Final = 2  # of them, the first ones, are no single view's
QUARTILES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


class Number(NamedTuple):
    """A number that some view sets.

    `values` has the number in force in each view, the file's where a view does not set it, NaN where the
    view has no such number; `set_by` are the rows of the views that set it. `quartiles` are the least value,
    the quartiles and the greatest. Of the `tried` views, some verdict changes in `turned` if this number
    alone is set to the tenth or the ninetieth percentile of all, and in `turned_at_ends` if it is set to one
    of these, to the least or to the greatest value of anyone. `verdicts_turned` is how many theories turn at
    the percentiles, on average over these views. `of_file` is false for a number that the file does not have
    by itself, since it has a formula, or none, in its place: then `dial.best` is that of some view.
    """

    address: str
    kind: SettingKind
    dial: Dial
    values: Column
    set_by: tuple[int, ...]
    quartiles: tuple[float, float, float, float, float]
    turned: int
    turned_at_ends: int
    tried: int
    verdicts_turned: float = 0.0
    of_file: bool = True

    @property
    def spread(self) -> float:
        """The distance between the quartiles as a share of the file's range, or else of the domain.

        It is taken in the logarithm on such a scale.
        """
        low, high = self.dial.range or (self.dial.low, self.dial.high)
        if self.logarithmic and low * high > 0:
            return abs(log(self.quartiles[3] / self.quartiles[1]) / log(high / low))
        return (self.quartiles[3] - self.quartiles[1]) / (high - low) if high > low else 0.0

    @property
    def logarithmic(self) -> bool:
        """Whether the file gives it a log scale, and no view a value at 0 or on the other side of it."""
        return self.dial.scale == "log" and self.quartiles[0] * self.quartiles[-1] > 0


def setting_kind(scenario: Scenario, address: str) -> SettingKind:
    """Return what the setting at an address is."""
    path = address.split(".")
    if path[0] in ("frameworks", "credences"):
        return "theory"
    if kind_at(scenario, address) == "fact":
        return "fact"
    is_owed = path[0] == "duties" or path[2:3] == ["duties"]
    return "owed" if is_owed else "value"


def values_by_view(found: Sequence[Base], rows: int) -> dict[str, tuple[Dial, Column]]:
    """Return, by address, each number that some view sets: its dial and its value in every view."""
    values: dict[str, tuple[Dial, Column]] = {}
    for address in dict.fromkeys(address for base in found for address in base.columns):
        column = np.full(rows, np.nan)
        for base in found:
            dial = base.dials.get(address)
            if dial is not None:
                column[list(base.rows)] = base.columns.get(address, dial.best)
        dial = next(base.dials[address] for base in found if address in base.columns)
        values[address] = dial, column
    return values


def numbers_of_views(
    document: Document, views: Sequence[PersonView], found: Sequence[Base], frameworks: Sequence[Framework]
) -> tuple[Number, ...]:
    """Return every number that some view sets and a theory reads, most disputed first.

    A number is the more disputed the more verdicts turn on it, and then the wider it is spread.
    """
    values = values_by_view(found, len(views))
    turned = turned_views(found, values, frameworks)
    own = {dial.address for dial in plain_dials(document.scenario, frameworks)}
    numbers = []
    for address, (dial, column) in values.items():
        set_by = tuple(row for row, one in enumerate(views) if is_set(one, address))
        outer, every, verdicts, tried = turned[address]
        plain = plain_number(document, address, dial, column)
        numbers.append(
            plain._replace(
                set_by=set_by,
                turned=outer,
                turned_at_ends=every,
                tried=tried,
                verdicts_turned=verdicts / tried if tried else 0.0,
                of_file=address in own,
            )
        )
    numbers.sort(key=lambda one: (-one.verdicts_turned, -one.turned_at_ends, -one.spread, one.address))
    return tuple(numbers)


def plain_number(document: Document, address: str, dial: Dial, values: Column) -> Number:
    """Return a number with its quartiles, without what turns on it."""
    ends = np.quantile(values[~np.isnan(values)], QUARTILES).tolist()
    return Number(address, setting_kind(document.scenario, address), dial, values, (), tuple(ends), 0, 0, 0)


def is_set(view: PersonView, address: str) -> bool:
    """Return whether a view sets the number at an address."""
    return address in view.values and number_of(address, view.values[address]) is not None


def turned_views(
    found: Sequence[Base], values: Mapping[str, tuple[Dial, Column]], frameworks: Sequence[Framework]
) -> dict[str, tuple[int, int, int, int]]:
    """Return, by address, in how many views some choice turns, as in `Number`, and how many choices do.

    The last value is in how many views the number was tried: of those taken, the ones that have it.
    """
    tries = {address: np.nanquantile(column, TRIED).tolist() for address, (_, column) in values.items()}
    whole = sum(len(base.rows) for base in found)
    counts = dict.fromkeys(values, (0, 0, 0, 0))
    for base in found:
        places = sample(len(base.rows), whole)
        turned = turned_in(base, places, tries, frameworks)
        for address in values:
            if address in base.dials:
                here = (*turned.get(address, (0, 0, 0)), len(places))
                one, two, three, four = (sum(pair) for pair in zip(counts[address], here, strict=True))
                counts[address] = one, two, three, four
    return counts


def sample(rows: int, whole: int) -> NDArray[np.int64]:
    """Return some rows of a base, evenly spaced, so that all bases together have at most MOST_TRIED or so."""
    most = max(1, round(MOST_TRIED * rows / whole)) if whole > MOST_TRIED else rows
    return np.unique(np.linspace(0, rows - 1, most).round().astype(np.int64))


def turned_in(
    base: Base,
    places: NDArray[np.int64],
    tries: Mapping[str, Sequence[float]],
    frameworks: Sequence[Framework],
) -> dict[str, tuple[int, int, int]]:
    """Return, by address, in how many of these views of a base some choice turns, and how many choices."""
    moved = {at: ends for at, ends in tries.items() if at in base.dials and min(ends) < max(ends)}
    if not moved:
        return {}
    bounds = dict(spans_of(base))
    for address, ends in moved.items():
        best = base.dials[address].best
        bounds[address] = Bounds(min(*ends, best), max(*ends, best))
    own = {
        address: base.columns[address][places]
        if address in base.columns
        else np.full(len(places), base.dials[address].best)
        for address in bounds
    }
    count, times = len(places), len(moved) * len(TRIED) + 1
    columns = {address: np.tile(column, times) for address, column in own.items()}
    for number, (address, end) in enumerate(((at, end) for at, ends in moved.items() for end in ends), 1):
        columns[address][number * count : (number + 1) * count] = end
    sets = Judge(base, frameworks, bounds).chosen(columns, count * times).reshape(times, count, -1)
    differs = (sets[1:] != sets[:1]).reshape(len(moved), len(TRIED), count, -1)
    outer = differs[:, :OUTER].any(axis=1)
    found = (
        outer.any(axis=2).sum(axis=1),
        differs.any(axis=(1, 3)).sum(axis=1),
        outer.sum(axis=(1, 2)),
    )
    return {
        address: (int(one), int(two), int(three))
        for address, one, two, three in zip(moved, *found, strict=True)
    }
