"""The numbers of a collection as spreads: everyone's values, the file's, and where verdicts turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dilemma.reports.blocks import Spread, Spreads
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.cruxes.axis import Axis
from dilemma.reports.words.names import counted, listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.dividing.choosers import FEWEST_POOLED
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.collection.turning import Turn

__all__ = ["aside_of", "axis_of_values", "disputed", "spread_of", "spreads_block", "unmoved"]

LEGEND = "▁█ views   ● the file's number   [ ] its range   digits: theories that turn (others at medians)"
MOST_TURNS = 3  # turns told in words
ROOM = 0.03  # of the axis, beyond the outermost value


def disputed(collection: Collection) -> list[Number]:
    """Return the numbers on which people differ, most disputed first."""
    return [number for number in collection.numbers if number.quartiles[0] < number.quartiles[-1]]


def spreads_block(collection: Collection, numbers: Sequence[Number], phrases: Phrases, title: str) -> Spreads:
    """Return these numbers as spreads."""
    rows = tuple(
        spread_of(number, collection.turns.get(number.address, ()), len(collection.views), phrases)
        for number in numbers
    )
    return Spreads(title, rows, LEGEND)


def spread_of(number: Number, turns: Sequence[Turn], views: int, phrases: Phrases) -> Spread:
    """Return one number as a spread."""
    axis = axis_of_values(number)
    told = phrases.value_of
    first, median, third = number.quartiles[1:4]
    values = [value for value in number.values.tolist() if value == value]
    range_ = number.dial.range if number.of_file else None
    return Spread(
        title=phrases.number(number.address),
        aside=aside_of(number, range(views), phrases),
        address=number.address,
        ends=(told(number, axis.low), told(number, axis.high)),
        values=tuple(axis.position(value) for value in values),
        quartiles=(axis.position(first), axis.position(median), axis.position(third)),
        best=axis.position(number.dial.best) if number.of_file else None,
        plausible=(axis.position(range_[0]), axis.position(range_[1])) if range_ else None,
        turns=tuple(axis.position(turn.at) for turn in turns),
        words=turns_in_words(number, turns, phrases),
    )


def aside_of(number: Number, rows: Sequence[int], phrases: Phrases) -> str:
    """Return what a number is, how many of these views set it, and their quartiles, in words."""
    values = number.values[list(rows)]
    known = values[~np.isnan(values)]
    if not known.size:
        return f"{phrases.kind(number.address, number.kind)}; no view of these has it"
    first, third = np.quantile(known, (0.25, 0.75)).tolist()
    low, high = (phrases.value_of(number, value) for value in (first, third))
    half = f"half or more at {low}" if low == high else f"middle half {low} to {high}"
    if known.size < FEWEST_POOLED:
        half = f"values {phrases.values_of(number, rows)}"
    setting = len({*rows} & {*number.set_by})
    left = len(rows) - setting
    leave = f", {left} {'leaves' if left == 1 else 'leave'} the file's number" if left else ""
    return f"{phrases.kind(number.address, number.kind)}; {setting} of {len(rows)} set it{leave}; {half}"


def axis_of_values(number: Number) -> Axis:
    """Return an axis that holds everyone's values and the file's range."""
    file = (*(number.dial.range or ()), number.dial.best) if number.of_file else ()
    low, high = min((number.quartiles[0], *file)), max((number.quartiles[-1], *file))
    logarithmic = number.logarithmic and low * high > 0
    return Axis(low, high, log=logarithmic)


def turns_in_words(number: Number, turns: Sequence[Turn], phrases: Phrases) -> str:
    """Return where verdicts turn, with the theories, by value."""
    by_value: dict[str, dict[str, None]] = {}
    for turn in turns:
        at = phrases.value_of(number, turn.at)
        by_value.setdefault(at, {})[phrases.short_name(turn.theory)] = None
    if not by_value:
        return "turns no theory"
    told = [f"{listed([*names])} {at}" for at, names in by_value.items()]
    shown = told if phrases.full else told[:MOST_TURNS]
    rest = len(told) - len(shown)
    return f"turns {', '.join(shown)}" + (f" and at {counted(rest, 'more value')}" if rest else "")


def unmoved(collection: Collection) -> Iterator[Number]:
    """Yield the numbers that people see differently, though no verdict turns on it in any view tried."""
    return (number for number in disputed(collection) if not number.turned_at_ends)
