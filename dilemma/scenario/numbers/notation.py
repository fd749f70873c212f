"""The ways to write a number in a scenario file: a constant, a range, a product of named quantities."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeAlias

from dilemma.scenario.numbers.constants import A_NUMBER, LARGEST, read_constant, refuse
from dilemma.scenario.numbers.ranges import RANGE_KEYS, Range, range_of_list, range_of_map
from dilemma.scenario.numbers.stated_distributions import (
    DISTRIBUTION_KEYS,
    MARKS,
    Field,
    distribution_of_map,
)
from dilemma.scenario.numbers.typed import number_advice
from dilemma.scenario.phrases import describe, figure

__all__ = [
    "NUMBER_KEYS",
    "NUMERAL",
    "SIGNS",
    "SPECIAL",
    "WORD",
    "Number",
    "Product",
    "is_distribution",
    "is_number_map",
    "parse_number",
    "parse_value",
    "read_number",
    "terms_of",
]

NUMERAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*|(?=\.[0-9]))(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", re.ASCII)
"""JSON's grammar, optionally with a leading plus or a leading point."""

SPECIAL: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None}
"""The only words that are not text."""

SIGNS: Mapping[str, Literal["*", "/"]] = {"*": "*", "/": "/"}

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


NUMBER_KEYS = (*RANGE_KEYS, *DISTRIBUTION_KEYS)
"""The keys of a number that is written as a map."""


class Product(NamedTuple):
    """Numbers and quantity ids joined by * and /, evaluated left to right; `text` is the raw text."""

    text: str
    steps: tuple[tuple[Literal["*", "/"], float | str], ...]


Number: TypeAlias = float | Range | Product


class Unbounded(NamedTuple):
    """The bounds of a field that takes any number."""

    low: float = -LARGEST
    high: float = LARGEST
    above_low: bool = False

    def fault(self, number: float) -> str | None:
        return None if abs(number) <= LARGEST else f"numbers beyond {figure(LARGEST)} are refused"


def read_number(raw: object, field: Field | None = None) -> Number:
    """Return the number that a raw value represents; raise PydanticCustomError or ValidationError if none.

    A distribution keeps within the bounds of the `field` that it stands in, by default any.
    """
    reading = READINGS.get(type(raw))
    if reading is not None:
        return reading(raw)
    if isinstance(raw, Range | Product):
        return raw
    if not isinstance(raw, Mapping):
        refuse("not-a-number", f"{A_NUMBER}, not {describe(raw)}")
    return distribution_of_map(raw, field or Unbounded()) if is_distribution(raw) else range_of_map(raw)


def is_number_map(raw: Mapping[Any, Any]) -> bool:
    """Return whether a map is a number, not the fields of an entry: it has a key that only numbers have."""
    return "best" in raw or is_distribution(raw)


def is_distribution(raw: object) -> bool:
    """Return whether a raw value is a map that writes a number as a distribution."""
    return isinstance(raw, Mapping) and not raw.keys().isdisjoint(MARKS)


@lru_cache(maxsize=1024)  # the same text is read again for every perspective
def read_product(text: str) -> Product:
    """Return the product that a text represents: numbers and ids with spaced * or / between them."""
    operands, signs = text.split()[::2], text.split()[1::2]
    reads = all(parse_number(word) is not None or WORD.fullmatch(word) for word in operands)
    operators = [SIGNS[sign] for sign in signs if sign in SIGNS]
    if not reads or not len(operands) - 1 == len(signs) == len(operators):
        spaced = "*" in text or "/" in text
        hint = "; a product is numbers and quantities with * or / between them, spaces around each"
        remedy = with_factor(text) or number_advice(text) or (hint if spaced else "")
        refuse("not-a-number", f"{A_NUMBER}, not {describe(text)}{remedy}")
    if not operators and parse_number(text) is not None:
        refuse("not-a-number", f"{A_NUMBER}, not {describe(text)}; remove the quotes")
    values = [word if (value := parse_number(word)) is None else read_constant(value) for word in operands]
    return Product(text, tuple(zip(["*", *operators], values, strict=True)))


NEGATED = re.compile(r"(?:^|([*/]) )-(?=[a-z])", re.ASCII)
"""A minus before an id: at the start of a product, or after a sign."""


def with_factor(text: str) -> str:
    """Return advice for a product with a negated id, such as `; write -1 * life`; "" for any other text."""
    written = NEGATED.sub(lambda found: f"{found[1]} -1 {found[1]} " if found[1] else "-1 * ", text)
    words = written.split()
    fine = all(parse_number(word) is not None or WORD.fullmatch(word) for word in words[::2])
    return f"; write {written}" if written != text and fine and SIGNS.keys() >= set(words[1::2]) else ""


READINGS: Mapping[type, Callable[[Any], Number]] = {
    int: read_constant,
    float: read_constant,
    str: read_product,
    tuple: range_of_list,
    list: range_of_list,
}
"""The function that reads a number, by the type of a raw value that is no map."""


def parse_number(text: str) -> float | None:
    """Return the number that `text` represents in the grammar of files and flags, or None."""
    return float(text) if NUMERAL.fullmatch(text) else None


def parse_value(text: str) -> float | bool | str | None:
    """Return the value of unquoted `text` in a file: a number, true, false, None, or the text itself."""
    if text in SPECIAL:
        return SPECIAL[text]
    number = parse_number(text)
    return text if number is None else number


def terms_of(number: Number | None) -> tuple[str, ...]:
    """Return the ids of the quantities in a number."""
    steps = number.steps if isinstance(number, Product) else ()
    return tuple(dict.fromkeys(term for _, term in steps if isinstance(term, str)))
