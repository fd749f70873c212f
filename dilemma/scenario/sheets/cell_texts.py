"""Text in cells, as people type it, read as what a file would hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError, ValidationError

from dilemma.errors import BadSetting
from dilemma.scenario.numbers import parse_value, read_number
from dilemma.scenario.numbers.typed import require_one_reading, typed_number
from dilemma.scenario.problem import Marks, Problem
from dilemma.scenario.sheets.kinds import Column, Kind
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.syntax.writer import EXACT

__all__ = ["Reading", "bounded", "reading_of_text", "wrong"]

QUOTES = ('"', "'")

GROUPED = re.compile(r"(?<![\w.,])[-+]?\d{1,3}[.,]\d{3}(?![\w.,])", re.ASCII)
"""A number in a text with a sign that may be before decimals or between thousands."""
SIGNS_BETWEEN = re.compile(r"[,;]")
BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d)", re.ASCII)
NUMBERS = re.compile(r"[-+\d.,%\s]+(;[-+\d.,%\s]+)+", re.ASCII)
"""Numbers with semicolons between."""
SEVERAL = (
    "should be one number, not '{text}': the ends of a range stand in the columns low and high, "
    "or all in brackets: [{text}]"
)
PERCENT = re.compile(r"[-+]?[\d.,]+\s*%", re.ASCII)


class Reading(NamedTuple):
    """The value in a cell, and what is wrong with it; its path is that of the value in the cell.

    `inside` are the positions in the text of a cell that holds a list or a map, and `shift` is how many
    characters that text has before the cell's own.
    """

    value: Any
    problems: tuple[Problem, ...] = ()
    inside: Marks | None = None
    shift: int = 0


def wrong(code: str, message: str) -> Reading:
    """Return the reading of a cell that holds nothing usable."""
    return Reading(None, (Problem((), code, message),))


def reading_of_text(column: Column, text: str, *, decimal_commas: bool) -> Reading:
    """Return the reading of the text in a cell.

    With `decimal_commas` other numbers of its file have a comma before their decimals.
    """
    if fault := two_readings(column.kind, text, decimal_commas=decimal_commas):
        return wrong("not-a-number", fault)
    return bounded(column, READERS[column.kind](text))


def two_readings(kind: Kind, text: str, *, decimal_commas: bool) -> str:
    """Return why a number in a cell of numbers has two readings; "" if none has."""
    is_flow = text.startswith(("[", "{")) or kind is Kind.MAP
    if not (kind in (Kind.NUMBER, Kind.ANY) or is_flow) or any(quote in text for quote in QUOTES):
        return ""
    with_commas = ";" in text or not is_flow  # elsewhere a comma parts items
    for number in GROUPED.findall(text) if is_flow or kind is Kind.NUMBER else [text]:
        if "," in number and not with_commas:
            continue
        try:
            require_one_reading(number, decimal_commas=decimal_commas)
        except BadSetting as error:
            return str(error)
    return ""


def bounded(column: Column, reading: Reading) -> Reading:
    """Return a reading; of an end of a range in its own cell, with the problem if it is out of bounds."""
    number = reading.value
    if not column.part or column.bounds is None or isinstance(number, bool):
        return reading
    fault = column.bounds.fault(number) if isinstance(number, int | float) else None
    return reading._replace(problems=(Problem((), "out-of-range", fault),)) if fault else reading


def text_in(text: str) -> Reading:
    """Return the reading of text: what it says, or the text in quotes if the whole is in quotes."""
    return Reading(unquoted(text))


def unquoted(text: str) -> str:
    """Return the text between double quotes, its escapes resolved; other text without blanks at its ends."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def year_in(text: str) -> Reading:
    """Return the reading of a date: a bare year is a number."""
    return Reading(int(text)) if text.isdecimal() else text_in(text)


def truth_in(text: str) -> Reading:
    """Return the reading of true or false, in letters of any size; of any other word, the word."""
    return Reading({"true": True, "false": False}.get(text.lower(), unquoted(text)))


def number_of(text: str) -> Reading:
    """Return the reading of a number as text: in the notation of files, else as people type it (`0,5`)."""
    if text.startswith(("[", "{", *QUOTES)):
        return flow_in(text)
    value = parse_value(text)
    if not isinstance(value, str):
        return Reading(exact(value, text))
    try:
        read_number(text)
    except (PydanticCustomError, ValidationError):
        return typed(text)
    return Reading(text)


def exact(value: Any, text: str) -> Any:
    """Return a number as an integer if it is written without a point or an exponent; else the value."""
    return int(value) if isinstance(value, float) and text.lstrip("+-").isdecimal() else value


def typed(text: str) -> Reading:
    """Return the reading of a number as people type it; of other text, the text, for validation to refuse."""
    try:
        number = typed_number(text).value
    except BadSetting as error:
        if "two readings" in str(error):
            return wrong("not-a-number", str(error))
        return wrong("not-a-number", SEVERAL.format(text=text)) if NUMBERS.fullmatch(text) else Reading(text)
    return Reading(int(number) if number.is_integer() and abs(number) < EXACT else number)


def any_in(text: str) -> Reading:
    """Return the reading of a value of any kind, as a file writes it on one line."""
    if text.startswith(("[", "{", *QUOTES)):
        return flow_in(text)
    value = parse_value(text)
    return typed(text) if isinstance(value, str) else Reading(exact(value, text))


def ids_in(text: str) -> Reading:
    """Return the reading of a list: words with commas or semicolons between, or a list in brackets."""
    if text.startswith("["):
        return flow_in(text)
    if any(quote in text for quote in QUOTES):
        return flow_in(text, "[]")
    return Reading(tuple(item.strip() for item in SIGNS_BETWEEN.split(text) if item.strip()))


def one_or_more_in(text: str) -> Reading:
    """Return the reading of one word, or of a list of several."""
    return ids_in(text) if SIGNS_BETWEEN.search(text) or text.startswith("[") else text_in(text)


def map_in(text: str) -> Reading:
    """Return the reading of a map, with or without its braces."""
    return flow_in(text) if text.startswith("{") else flow_in(text, "{}")


def flow_in(text: str, brackets: str = "") -> Reading:
    """Return the reading of flow notation, put in these brackets if it has none of its own.

    As people type it, semicolons may part its items; a comma between digits is then before decimals.
    """
    before, after = brackets[:1], brackets[1:]
    is_quoted = any(quote in text for quote in QUOTES)
    if ";" in text and not is_quoted:
        text = BETWEEN_DIGITS.sub(".", text).replace(";", ",")
    tree = tree_of(before + text + after)
    problems = tree.problems
    if tree.broken:
        return Reading(None, problems or wrong("yaml", "this cannot be read").problems, None, len(before))
    return Reading(tree.data if is_quoted else without_percent(tree.data), problems, tree.places, len(before))


def without_percent(value: Any) -> Any:
    """Return a value with each text such as `40 %` in it as the number that it says."""
    if isinstance(value, Mapping):
        return {key: without_percent(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(map(without_percent, value))
    return typed(value).value if isinstance(value, str) and PERCENT.fullmatch(value) else value


READERS: Mapping[Kind, Callable[[str], Reading]] = {
    Kind.TEXT: text_in,
    Kind.YEAR: year_in,
    Kind.TRUTH: truth_in,
    Kind.NUMBER: number_of,
    Kind.ANY: any_in,
    Kind.IDS: ids_in,
    Kind.ONE_OR_MORE: one_or_more_in,
    Kind.MAP: map_in,
}
"""The function that reads text in a cell, by the kind of its column."""
