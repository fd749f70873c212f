"""Numbers as people type them into forms and tables: `0,5`, `50 %`, `1/2`, `1 in 2`, `12.5 million`."""

from __future__ import annotations

import re
from math import isfinite
from typing import NamedTuple

from dilemma.errors import BadSetting
from dilemma.scenario.phrases import describe

__all__ = ["TypedNumber", "number_advice", "require_one_reading", "typed_number"]

PERCENT = 100
SURE_DIGITS = 15  # significant digits that a division by a power of ten keeps
ADVISED_DIGITS, RATIO_DIGITS = 12, 3  # significant digits of a number that is advised; of 1/3 few will do
LONGEST = 60  # characters; a longer text is no number

MINUS = re.compile(r"[\u2212\u2013]")
THOUSANDS_APART = re.compile(r"(?<=\d)[\s\u00a0\u202f'](?=\d{3}(?!\d))")
PARTS = re.compile(
    r"(?P<number>[-+]?[\d.,]+(?:e[-+]?\d+)?)(?:(?:\s*/\s*|\s(?:in|out of)\s)(?P<over>[\d.,]+))?"
    r"\s*(?P<word>million|billion|trillion)?\s*(?P<percent>%|per ?cent)?",
    re.ASCII | re.IGNORECASE,
)
TWO_READINGS = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}", re.ASCII)
TWO_READINGS_OF_POINT = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
GROUPED_BY_COMMA = re.compile(r"[-+]?\d{1,3}(,\d{3})+\.\d|[-+]?\d{1,3}(,\d{3}){2,}$", re.ASCII)
GROUPED_BY_POINT = re.compile(r"[-+]?\d{1,3}(\.\d{3})+,\d|[-+]?\d{1,3}(\.\d{3}){2,}$", re.ASCII)
RANGE = re.compile(r"(\d+(?:\.\d+)?) ?%? ?(?:-|\u2013|to) ?(\d+(?:\.\d+)?)( ?%)?", re.ASCII)
WORDS = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


class TypedNumber(NamedTuple):
    """The number that a text stands for, and whether a sign said that it is in per cent.

    `is_ratio` is true for `1/3` and `1 in 3`, which are never meant in per cent without a sign.
    """

    value: float
    in_percent: bool
    is_ratio: bool = False


def typed_number(text: str, *, decimal_commas: bool = False) -> TypedNumber:
    """Return the number that a text stands for.

    A comma may stand before decimals or between thousands; `1,000` may be either and is refused, with both
    readings. So is `1.000` in a file with `decimal_commas`, which has a comma before the decimals of other
    numbers. Raises BadSetting with the reason if the text is not a number.
    """
    said = " ".join(text.split())
    plain = THOUSANDS_APART.sub("", MINUS.sub("-", said))
    found = PARTS.fullmatch(plain) if len(plain) <= LONGEST else None
    if not found:
        raise not_a_number(said)
    for part in (found["number"], found["over"]):
        require_one_reading(part or "", decimal_commas=decimal_commas)
    try:
        value = in_decimals(found["number"]) / (in_decimals(found["over"]) if found["over"] else 1)
    except (ValueError, ZeroDivisionError):
        raise not_a_number(said) from None
    value *= WORDS.get((found["word"] or "").lower(), 1)
    if found["percent"]:
        value = float(f"{value / PERCENT:.{SURE_DIGITS}g}")
    return TypedNumber(value, bool(found["percent"]), bool(found["over"]))


def require_one_reading(text: str, *, decimal_commas: bool) -> None:
    """Raise BadSetting, with both readings, if the sign in a number may be before decimals or thousands."""
    if TWO_READINGS.fullmatch(text):
        raise BadSetting(f"'{text}' has two readings; write {both_readings(text)}")
    if decimal_commas and TWO_READINGS_OF_POINT.fullmatch(text):
        whole, _, decimals = text.partition(".")
        short = decimals.rstrip("0")
        with_comma = f"{whole},{short if len(short) < len(decimals) else decimals + '0'}".rstrip(",")
        both = f"{whole}{decimals} or {with_comma}"
        why = "where other numbers have decimal commas"
        raise BadSetting(f"'{text}' has two readings {why}; write {both}")


def both_readings(text: str) -> str:
    """Return what a number such as `1,000` may stand for: `1000 or 1.000`."""
    return f"{text.replace(',', '')} or {text.replace(',', '.')}"


def not_a_number(text: str) -> BadSetting:
    """Return the error of a text that is not a number."""
    return BadSetting(f"should be a number, not {describe(text)}")


def in_decimals(text: str) -> float:
    """Return a number with a point or a comma before its decimals, and perhaps the other between thousands.

    Raises ValueError if it is not a number.
    """
    if GROUPED_BY_COMMA.match(text):
        return float(text.replace(",", ""))
    if GROUPED_BY_POINT.match(text):
        return float(text.replace(".", "").replace(",", "."))
    if "." in text and "," in text:
        raise ValueError(text)
    return float(text.replace(",", "."))


def number_advice(text: str) -> str:
    """Return advice for a number as people type it, such as `; write 0.3`; "" for any other text.

    It may also be a range such as `2-20` or `10 to 40 %`. For a text with two readings both are advised.
    """
    if TWO_READINGS.fullmatch(text):
        return f"; write {both_readings(text)}"
    if found := RANGE.fullmatch(text):
        low, high = (f"{float(end) / (PERCENT if found[3] else 1):.12g}" for end in (found[1], found[2]))
        return f"; write [{low}, {high}], or with the best estimate between: [{low}, best, {high}]"
    try:
        number = typed_number(text)
    except BadSetting:
        return ""
    digits = RATIO_DIGITS if number.is_ratio else ADVISED_DIGITS
    return f"; write {number.value:.{digits}g}" if isfinite(number.value) else ""
