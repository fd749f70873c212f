"""Descriptions of raw values for messages: `the text 'NO'`, `the number 3`, `a list`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["any_of", "describe", "figure", "shortened", "some"]

LONGEST_QUOTE = 40
MOST_LISTED = 40  # names in a message
MOST_REPEATED = 80  # characters of a name or a setting in a message
SIGNIFICANT = 15  # digits a double holds for certain


def figure(number: float) -> str:
    """Return the number as an author would write it: `5`, `0.3`, `1e20`."""
    return format(float(number), f".{SIGNIFICANT}g").replace("e+", "e")


def describe(value: object) -> str:
    """Return a description of a raw value, to use inside a sentence."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {figure(value)}"
        case str():
            short = value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 3] + "..."
            return "the text '" + " ".join(short.split()) + "'"
        case Mapping():
            return "a map"
        case tuple() | list():
            return "a list"
    return f"a Python {type(value).__name__}"


def shortened(text: str) -> str:
    """Return a text for a message, or if it is long its beginning with a mark."""
    return text if len(text) <= MOST_REPEATED else f"{text[: MOST_REPEATED - 1]}…"


def some(names: Iterable[str]) -> str:
    """Return `a, b, c`, and of very many names how many more there are."""
    every = tuple(names)
    more = len(every) - MOST_LISTED
    return ", ".join(every[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def any_of(words: Iterable[str]) -> str:
    """Return `a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
