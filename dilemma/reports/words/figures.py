"""Figures: amounts with two significant digits, or more to tell two apart; stated numbers with their own."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log10

from dilemma.quantity import equal

__all__ = [
    "aligned",
    "contrast",
    "date_in_words",
    "figure",
    "in_row",
    "large",
    "percent",
    "percents",
    "stated",
    "stated_percent",
]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

DIGITS = 2  # significant digits; judgements are no more precise
SHORT = f".{DIGITS}g"  # format of Python, with an exponent for small and large amounts
TEN = 10  # from here on, two digits leave no decimals
MOST_DIGITS = 9  # with more, two amounts differ by less than the tie tolerance
TABLE_DIGITS = 3
STATED_DIGITS = 6  # a number with more digits was computed, as the middle of a range is
COMPUTED_DIGITS = 3
SAME = 1e-12  # relative difference that only rounding makes
LARGE = {12: "trillion", 9: "billion", 6: "million"}  # by the power of ten
SURE_DIGITS = 15  # digits of a float that are kept if it is written and read
HAIR = 1e-9  # distance from an integer logarithm beyond which rounding cannot change the power


def figure(amount: float) -> str:
    """Return the amount with two significant digits, in millions if large, in exponent form only if tiny."""
    if amount == 0:
        return "0"
    short = format(amount, SHORT)
    if "e" not in short:
        return short
    if abs(amount) > 1:
        unit, word = large(float(short))
        part = float(short) / unit
        return f"{part:,.{int(abs(part) < TEN)}f}".removesuffix(".0") + word
    places = DIGITS - 1 - _exponent(amount)
    return f"{amount:.{DIGITS - 1}e}" if places > MOST_DIGITS else f"{amount:.{places}f}".rstrip("0")


def stated(number: float) -> str:
    """Return a number of a file with the digits that it has there: `0.0235`, `330,000`, `12.5 million`."""
    if number == 0:
        return "0"
    unit, word = large(number)
    part = number / unit
    power = _exponent(part)
    if power < -MOST_DIGITS:
        return figure(number)
    exact = abs(float(f"{part:.{STATED_DIGITS - 1}e}") - part) <= SAME * abs(part)
    places = max(0, (STATED_DIGITS if exact else COMPUTED_DIGITS) - 1 - power)
    text = f"{round(part, places):,.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + word


def large(number: float) -> tuple[float, str]:
    """Return the unit in which a large number is told, and its word after a blank: 1e6 and ` million`."""
    power = _exponent(number) if number else 0
    return next(((10.0**least, f" {word}") for least, word in LARGE.items() if power >= least), (1.0, ""))


def contrast(a: float, b: float) -> tuple[str, str]:
    """Return two amounts with two significant digits, or as many as are needed to tell them apart."""
    if equal(a, b) or not a or not b:
        return figure(a), figure(b)
    smaller, larger = sorted((abs(a), abs(b)))
    places = max(DIGITS - 1 - _exponent(larger), -_exponent(a - b), -_exponent(smaller))
    if places > MOST_DIGITS:
        return figure(a), figure(b)
    left, right = round(a, places), round(b, places)
    if not left or not right:
        return figure(a), figure(b)
    while places > 0 and left == round(left, places - 1) and right == round(right, places - 1):
        places -= 1
    return f"{left:,.{max(places, 0)}f}", f"{right:,.{max(places, 0)}f}"


def _exponent(amount: float) -> int:
    """Return the power of ten of the first digit; an amount within rounding of a power counts as it."""
    power = log10(abs(amount))
    if abs(power - round(power)) > HAIR:
        return floor(power)
    return int(f"{amount:.{SURE_DIGITS - 1}e}".partition("e")[2])


def aligned(amounts: Iterable[float]) -> list[str]:
    """Return amounts with the same number of decimals, enough to tell apart all that are not Equal."""
    scores = list(amounts)
    largest = max((abs(score) for score in scores), default=0.0)
    if largest == 0:
        return ["0" for _ in scores]
    finest = max((-_exponent(a - b) for a in scores for b in scores if not equal(a, b)), default=0)
    places = min(max(0, TABLE_DIGITS - 1 - _exponent(largest), finest), MOST_DIGITS)
    return [f"{round(score, places) + 0.0:,.{places}f}" for score in scores]


def in_row(amounts: Iterable[float]) -> list[str]:
    """Return amounts that stand in a row, with as many decimals as three digits of their spread need.

    Each is a figure of its own if they are Equal, or if it would be rounded to 0.
    """
    row = list(amounts)
    spread = max(row, default=0.0) - min(row, default=0.0)
    if all(equal(amount, row[0]) for amount in row):
        return [figure(amount) for amount in row]
    places = min(max(0, TABLE_DIGITS - 1 - _exponent(spread)), MOST_DIGITS)
    shown = [round(amount, places) for amount in row]
    return [
        f"{near:,.{places}f}" if near else figure(amount) for near, amount in zip(shown, row, strict=True)
    ]


def date_in_words(date: str | None) -> str:
    """Return a date YYYY-MM-DD in words, such as 7 July 2023; empty if there is none."""
    if date is None:
        return ""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def percent(share: float) -> str:
    """Return a share of 1 as a percentage with two significant digits."""
    return f"{figure(100 * share)} %"


def percents(a: float, b: float) -> tuple[str, str]:
    """Return two shares as percentages, with as many digits as tell them apart."""
    left, right = contrast(100 * a, 100 * b)
    return f"{left} %", f"{right} %"


def stated_percent(share: float) -> str:
    """Return a share that a file states as a percentage, with the digits it has there."""
    return f"{stated(100 * share)} %"
