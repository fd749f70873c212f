"""What is said below the settings that divide people who choose otherwise: how it is meant, and what else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dilemma.reports.collect.divides.implied import choosers_step_in_words
from dilemma.reports.collect.divides.sides import Sides
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import listed
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.dividing.choosers import Choosers, are_apart

__all__ = ["notes_on_choosers", "same_numbers"]

MOST_ALIKE: Final = 4  # people named who have the same numbers
EXPLAINS: Final = (
    "A number is told only if its values on the two sides do not overlap, and if it turns a theory whose "
    "verdicts differ so for every pair of them."
)


def notes_on_choosers(collection: Collection, found: Choosers, phrases: Phrases) -> Iterator[str]:
    """Yield how the settings that divide two sides were found, and what else is to be known of the sides."""
    if found.few:
        yield EXPLAINS
        yield _values(collection, found, phrases)
    if phrases.full or not found.explaining:
        yield choosers_step_in_words(collection, found, phrases)
    if found.few:
        yield _same_numbers_in_words(collection, phrases)
    yield _as_often(found, phrases)


def same_numbers(collection: Collection) -> list[list[int]]:
    """Return the rows of people who have the same numbers and choose differently, those alike together."""
    alike: dict[str, list[int]] = {}
    for row, view in enumerate(collection.views):
        if view.choice:
            alike.setdefault(_numbers_of(collection, row), []).append(row)
    return [rows for rows in alike.values() if len({collection.views[row].choice for row in rows}) > 1]


def _values(collection: Collection, found: Choosers, phrases: Phrases) -> str:
    """Return the values of a number on two sides of few people that nothing explains.

    It is the most disputed one of those whose values do not overlap, or else of those that differ.
    """
    if found.explaining:
        return ""
    sides = Sides.of_choosers(collection, found, phrases)
    apart = [one for one in collection.numbers if are_apart(one.address, sides.rows, [one])]
    why = "; they do not overlap, but turn no theory so" if apart else ""
    for number in apart or collection.numbers:
        here, there = (phrases.values_of(number, rows) for rows in sides.rows)
        if here != there:
            name = phrases.number(number.address, whole=True)
            return f"Their values of {name}: {here} {sides.within[0]}, {there} {sides.within[1]}{why}."
    return ""


def _same_numbers_in_words(collection: Collection, phrases: Phrases) -> str:
    """Return the people who have the same numbers and choose differently; empty if none do."""
    groups = same_numbers(collection)
    if not groups:
        return ""
    whole = sum(map(len, groups))
    if phrases.anonymous:
        return f"{whole} people have the same numbers as another who chooses differently."
    largest = max(groups, key=len)
    told = [
        f"{phrases.person(view, row)} ({phrases.letters_of(filter(None, (view.choice,)))})"
        for row in (largest if phrases.full else largest[:MOST_ALIKE])
        for view in (collection.views[row],)
    ]
    more = whole - len(told)
    return f"Same numbers, different choice: {', '.join(told)}{f'; and {more} more' if more else ''}."


def _numbers_of(collection: Collection, row: int) -> str:
    """Return all that a view sets, and the file's numbers where it sets none, as a text to compare by."""
    known = {number.address: float(number.values[row]) for number in collection.numbers}
    rest = {at: value for at, value in collection.views[row].values.items() if at not in known}
    return repr((sorted(known.items()), sorted(rest.items())))


def _as_often(found: Choosers, phrases: Phrases) -> str:
    """Return which other options are chosen as often as the second of the two; empty if none is."""
    others = [phrases.letters[option] for option in found.as_often]
    if not others:
        return ""
    verb = "is" if len(others) == 1 else "are"
    as_often = f"{listed(others)} {verb} chosen as often as {phrases.letters[found.options[1]]}"
    if found.by_distance:
        return f"{as_often}, with verdicts less far apart."
    return f"{as_often}: other pairs could be compared as well."
