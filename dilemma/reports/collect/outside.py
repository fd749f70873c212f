"""Values far outside the ranges that the file states, in a sentence, since they may be slips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number

__all__ = ["outside_ranges"]

NAMED: Final = 3  # values told one by one, those on the other side of 0 first


class Stray(NamedTuple):
    """A value of a view far outside the range of a number; `flipped` if it is on the other side of 0."""

    row: int
    number: Number
    value: float
    flipped: bool


def outside_ranges(collection: Collection, phrases: Phrases) -> str:
    """Return which values lie far outside the file's ranges, in a sentence; empty if none does."""
    found = sorted(strays(collection), key=lambda one: not one.flipped)
    if not found:
        return ""
    verb = "lies" if len(found) == 1 else "lie"
    told = [in_words(collection, one, phrases) for one in found[:NAMED]]
    more = f" and {len(found) - len(told)} more" if len(found) > len(told) else ""
    return f"{counted(len(found), 'value')} {verb} far outside the file's ranges: {'; '.join(told)}{more}"


def strays(collection: Collection) -> Iterator[Stray]:
    """Yield each value that a view itself sets farther from a stated range than that is wide.

    Values on the other side of 0 are yielded too.
    """
    for number in collection.numbers:
        low, high = number.dial.range or (0.0, 0.0)
        for row in number.set_by if low < high else ():
            value = float(number.values[row])
            flipped = value * low < 0 and value * high < 0
            far = not 2 * low - high <= value <= 2 * high - low
            if (flipped or far) and number.address in collection.views[row].own:
                yield Stray(row, number, value, flipped)


def in_words(collection: Collection, one: Stray, phrases: Phrases) -> str:
    """Return a value outside a range: whose, of which number, and the range."""
    who = phrases.person(collection.views[one.row], one.row)
    low, high = (phrases.value_of(one.number, end) for end in one.number.dial.range or (0.0, 0.0))
    at = phrases.value_of(one.number, one.value)
    name = phrases.number(one.number.address)
    return f"{who}, {name}: {at}, not {low} to {high}"
