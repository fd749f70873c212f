"""The ways to write a number in a scenario file: a constant, a range, a product of named quantities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, Literal, NamedTuple, NoReturn, TypeAlias

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from dilemma.scenario.phrases import describe, figure, in_decimals

__all__ = [
    "A_NUMBER",
    "ENDS",
    "LARGEST",
    "NUMBER_KINDS",
    "NUMERAL",
    "RANGE_KEYS",
    "SCALES",
    "SIGNS",
    "SPECIAL",
    "WORD",
    "Number",
    "Product",
    "Range",
    "best_of",
    "ends_of",
    "parse_number",
    "parse_value",
    "read_number",
    "refuse",
    "terms_of",
]

LARGEST = 1e15  # beyond this a sum of a few amounts loses whole units of its smallest terms

NUMERAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*|(?=\.[0-9]))(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", re.ASCII)
"""JSON's grammar, optionally with a leading plus or a leading point."""

SPECIAL: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None}
"""The only words that are not text."""

ENDS = ("low", "best", "high")

SCALES = ("linear", "log")

NUMBER_KINDS = ("fact", "value")

RANGE_KEYS = (*ENDS, "scale", "kind", "note")
"""The keys of a number that is written as a map."""

A_NUMBER = "should be a number"
"""The start of the message about any value that is not a number."""

SIGNS: Mapping[str, Literal["*", "/"]] = {"*": "*", "/": "/"}

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


NUMBER_TYPES = (int, float)


class Range(NamedTuple):
    """Low, best and high estimate; drawn triangular, in the logarithm where `scale` is log.

    `uniform` holds for a range written as two ends: its best estimate is the middle, drawn uniformly. `kind`
    is what the file says it is: a fact, which evidence could settle, or a value. A number that is certain
    and has a kind is a range whose ends are equal.
    """

    low: float
    best: float
    high: float
    scale: Literal["linear", "log"] = "linear"
    uniform: bool = False
    note: str | None = None
    kind: Literal["fact", "value"] | None = None


class Product(NamedTuple):
    """Numbers and quantity ids joined by * and /, evaluated left to right; `text` is the raw text."""

    text: str
    steps: tuple[tuple[Literal["*", "/"], float | str], ...]


Number: TypeAlias = float | Range | Product


def refuse(code: Literal["not-a-number", "out-of-range", "unordered", "product"], why: str) -> NoReturn:
    """Raise PydanticCustomError, which pydantic reports at the path of this number."""
    raise PydanticCustomError(code, "{why}", {"why": why})


def read_number(raw: object) -> Number:
    """Return the number that a raw value represents; raise PydanticCustomError or ValidationError if none."""
    reading = READINGS.get(type(raw))
    if reading is not None:
        return reading(raw)
    if isinstance(raw, Range | Product):
        return raw
    if isinstance(raw, Mapping):
        return range_of_map(raw)
    refuse("not-a-number", f"{A_NUMBER}, not {describe(raw)}")


def read_constant(raw: float) -> float:
    """Return a constant as a float; raise PydanticCustomError if it is too large."""
    if not abs(raw) <= LARGEST:
        refuse("out-of-range", f"numbers beyond {figure(LARGEST)} are refused")
    return float(raw)


@lru_cache(maxsize=1024)  # the same text is read again for every perspective
def read_product(text: str) -> Product:
    """Return the product that a text represents: numbers and ids with spaced * or / between them."""
    operands, signs = text.split()[::2], text.split()[1::2]
    reads = all(parse_number(word) is not None or WORD.fullmatch(word) for word in operands)
    operators = [SIGNS[sign] for sign in signs if sign in SIGNS]
    if not reads or not len(operands) - 1 == len(signs) == len(operators):
        spaced = "*" in text or "/" in text
        hint = "; a product is numbers and quantities with * or / between them, spaces around each"
        remedy = with_factor(text) or (hint if spaced else in_decimals(text))
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


def range_of_list(raw: Sequence[object]) -> Range:
    """Return the range that a list represents: `[low, high]` or `[low, best, high]`."""
    if len(raw) not in {2, 3}:
        refuse("not-a-number", f"{A_NUMBER}; a range is [low, high] or [low, best, high]")
    for end in raw:
        if isinstance(end, bool) or not isinstance(end, NUMBER_TYPES):
            refuse("not-a-number", f"a range is of plain numbers, not of {describe(end)}")
    low, *between, high = map(read_constant, raw)  # type: ignore[arg-type]  # all are plain numbers
    if low > high and not between:
        refuse("unordered", f"should run from low to high, not {figure(low)}, {figure(high)}")
    best = between[0] if between else (low + high) / 2
    return ordered(Range(low, best, high, "linear", not between))


def range_of_map(raw: Mapping[str, Any]) -> Range:
    """Return the range that a map of low, best and high represents."""
    if "best" not in raw:
        refuse("not-a-number", f"{A_NUMBER}; a map of low, best and high needs 'best'")
    faults = list(faults_of(raw))
    if faults:
        raise ValidationError.from_exception_data("Range", faults)
    ends = {end: float(raw.get(end, raw["best"])) for end in ENDS}
    for end in ends.values():
        read_constant(end)
    return ordered(Range(**{**raw, **ends}))


def faults_of(raw: Mapping[str, Any]) -> Iterator[InitErrorDetails]:
    """Yield the errors in the fields of a range, each as pydantic would report it."""
    certain = "low" not in raw and "high" not in raw
    for end in ("best",) if certain else ENDS:
        if end not in raw:
            yield InitErrorDetails(type="missing", loc=(end,), input=raw)
        elif isinstance(raw[end], bool) or not isinstance(raw[end], int | float):
            yield InitErrorDetails(type="float_type", loc=(end,), input=raw[end])
        elif not isfinite(raw[end]):
            yield InitErrorDetails(type="finite_number", loc=(end,), input=raw[end])
    if raw.get("scale", "linear") not in SCALES:
        context = {"expected": "'linear' or 'log'"}
        yield InitErrorDetails(type="literal_error", loc=("scale",), input=raw["scale"], ctx=context)
    if raw.get("kind") not in {None, *NUMBER_KINDS}:
        context = {"expected": "'fact' or 'value'"}
        yield InitErrorDetails(type="literal_error", loc=("kind",), input=raw["kind"], ctx=context)
    if not isinstance(raw.get("note"), str | None):
        yield InitErrorDetails(type="string_type", loc=("note",), input=raw["note"])
    for key in raw:
        if key not in RANGE_KEYS:
            yield InitErrorDetails(type="extra_forbidden", loc=(key,), input=raw[key])


def ordered(number: Range) -> Range:
    """Return the range; raise PydanticCustomError for ends out of order, or a log scale that includes 0."""
    if not number.low <= number.best <= number.high:
        ends = ", ".join(figure(end) for end in (number.low, number.best, number.high))
        refuse("unordered", f"should run from low to best to high, not {ends}")
    if number.scale == "log" and number.low <= 0 <= number.high:
        refuse("unordered", "a log scale needs low, best and high all above 0, or all below")
    return number


READINGS: Mapping[type, Callable[[Any], Number]] = {
    int: read_constant,
    float: read_constant,
    str: read_product,
    tuple: range_of_list,
    list: range_of_list,
    dict: range_of_map,
}
"""The function that reads a number, by the type of the raw value."""


def parse_number(text: str) -> float | None:
    """Return the number that `text` represents in the grammar of files and flags, or None."""
    return float(text) if NUMERAL.fullmatch(text) else None


def parse_value(text: str) -> float | bool | str | None:
    """Return the value of unquoted `text` in a file: a number, true, false, None, or the text itself."""
    if text in SPECIAL:
        return SPECIAL[text]
    number = parse_number(text)
    return text if number is None else number


def best_of(number: float | Range) -> float:
    """Return the best estimate of a number."""
    return number if isinstance(number, float) else number.best


def ends_of(number: float | Range) -> tuple[float, float]:
    """Return the lowest and the highest value of a number."""
    return (number, number) if isinstance(number, float) else (number.low, number.high)


def terms_of(number: Number | None) -> tuple[str, ...]:
    """Return the ids of the quantities in a number."""
    steps = number.steps if isinstance(number, Product) else ()
    return tuple(dict.fromkeys(term for _, term in steps if isinstance(term, str)))
