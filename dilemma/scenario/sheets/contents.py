"""Contents of cells: how each value of a scenario is written in one, and read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError, ValidationError

from dilemma.errors import BadSetting
from dilemma.scenario.numbers import LARGEST, parse_value, read_number
from dilemma.scenario.numbers.typed import typed_number
from dilemma.scenario.problem import Marks, Problem
from dilemma.scenario.sheets.kinds import Column, Kind
from dilemma.scenario.syntax.cells import FORMULA, Cell
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.reader import tree_of
from dilemma.scenario.syntax.writer import EXACT, flow

__all__ = ["Reading", "content_of", "reading_of"]

ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
"""What a spreadsheet program shows where a formula has no result."""

NO_RESULT = (
    "this cell holds a formula without its result: open the file in a spreadsheet program, let it calculate "
    "and save, or type the value"
)
DATE_ELSEWHERE = (
    "this cell holds the date {day}, where {due} is due: a spreadsheet program may have made it of what was "
    "typed; format the cell as text and type it again"
)
DATE_OR_MONTH = (
    "this cell holds the date {day} in the form of a spreadsheet program; "
    "format it as text and type {day}, or {month}"
)
PLAIN = re.compile(r"[^,;\[\]{}\"'\n\s](?:[^,;\[\]{}\"'\n]*[^,;\[\]{}\"'\n\s])?")
"""An id or a word that needs no quotes in a list with commas."""

QUOTES = ('"', "'")


class Reading(NamedTuple):
    """The value in a cell, and what is wrong with it; its path is that of the value in the cell.

    `inside` are the positions in the text of a cell that holds a list or a map, and `shift` is how many
    characters that text has before the cell's own.
    """

    value: Any
    problems: tuple[Problem, ...] = ()
    inside: Marks | None = None
    shift: int = 0


def content_of(column: Column, value: Any) -> Cell:
    """Return what a cell holds for a value: a number, a truth, or text that `reading_of` reads as it."""
    if isinstance(value, bool) and column.kind is Kind.TRUTH:
        return str(value).lower()
    if isinstance(value, bool) or (isinstance(value, int | float) and column.kind is not Kind.TEXT):
        return value
    match column.kind:
        case Kind.TEXT | Kind.YEAR | Kind.TRUTH if isinstance(value, str):
            is_read = bool(value) and reading_of(column, value).value == value
            return value if is_read else json.dumps(value, ensure_ascii=False)
        case Kind.ONE_OR_MORE if isinstance(value, str):
            return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
        case Kind.IDS | Kind.ONE_OR_MORE if is_simple(value, 1 if column.kind is Kind.IDS else 2):
            return ", ".join(value)
        case Kind.MAP if value:
            return flow(value)[1:-1]
    return flow(value)


def is_simple(value: Any, least: int) -> bool:
    """Return whether a value is a list of at least so many words that need no quotes."""
    is_list = isinstance(value, list | tuple) and len(value) >= least
    return is_list and all(isinstance(item, str) and PLAIN.fullmatch(item) for item in value)


BEYOND = 2 * LARGEST
"""A number that is refused as too large, as every greater one is."""


def reading_of(column: Column, content: Cell) -> Reading:
    """Return the value of a cell that is not empty, in the form in which files are read."""
    if content is FORMULA or (isinstance(content, str) and content in ERRORS):
        message = NO_RESULT if content is FORMULA else f"the formula in this cell gives {content}"
        return wrong("formula", message)
    if isinstance(content, date):
        return day_of(column, content)
    if isinstance(content, bool):
        return Reading(content)
    if isinstance(content, float | int):
        return number_in(column, float(min(max(content, -BEYOND), BEYOND)))
    if not isinstance(content, str):
        return wrong(
            "cell", f"this cell holds a {type(content).__name__}; format it as text and type it again"
        )
    if hidden := refused_character(content):
        return wrong("character", f"the character {hidden} is refused: it cannot be seen")
    return READERS[column.kind](content)


def wrong(code: str, message: str) -> Reading:
    """Return the reading of a cell that holds nothing usable."""
    return Reading(None, (Problem((), code, message),))


def day_of(column: Column, content: date) -> Reading:
    """Return the reading of a cell that a spreadsheet program has made a date of."""
    has_time = isinstance(content, datetime) and (content.hour, content.minute, content.second) != (0, 0, 0)
    shown = content.strftime("%Y-%m-%d")
    if column.kind not in (Kind.TEXT, Kind.YEAR):
        return wrong("cell", DATE_ELSEWHERE.format(day=shown, due=column.kind.value))
    if has_time or (content.day == 1 and column.kind is Kind.YEAR):
        return wrong("cell", DATE_OR_MONTH.format(day=shown, month=shown[:7]))
    return Reading(shown)


def number_in(column: Column, number: float) -> Reading:
    """Return the reading of a number: in a column of text, what was typed, if it is whole."""
    value = int(number) if number.is_integer() and abs(number) < EXACT else number
    if column.kind in (Kind.TEXT, Kind.ONE_OR_MORE):
        return Reading(str(value) if isinstance(value, int) else value)
    if column.kind is Kind.IDS:
        return Reading((str(value),) if isinstance(value, int) else (value,))
    return Reading(value)


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
        return Reading(text)
    return Reading(int(number) if number.is_integer() and abs(number) < EXACT else number)


def any_in(text: str) -> Reading:
    """Return the reading of a value of any kind, as a file writes it on one line."""
    if text.startswith(("[", "{", *QUOTES)):
        return flow_in(text)
    value = parse_value(text)
    return Reading(exact(value, text))


def ids_in(text: str) -> Reading:
    """Return the reading of a list: words with commas between, or a list in brackets."""
    if text.startswith("["):
        return flow_in(text)
    if any(quote in text for quote in QUOTES):
        return flow_in(text, "[]")
    return Reading(tuple(item.strip() for item in text.split(",") if item.strip()))


def one_or_more_in(text: str) -> Reading:
    """Return the reading of one word, or of a list of several."""
    return ids_in(text) if "," in text or text.startswith("[") else text_in(text)


def map_in(text: str) -> Reading:
    """Return the reading of a map, with or without its braces."""
    return flow_in(text) if text.startswith("{") else flow_in(text, "{}")


def flow_in(text: str, brackets: str = "") -> Reading:
    """Return the reading of flow notation, put in these brackets if it has none of its own."""
    before, after = brackets[:1], brackets[1:]
    tree = tree_of(before + text + after)
    problems = tree.problems
    if tree.broken:
        return Reading(None, problems or wrong("yaml", "this cannot be read").problems, None, len(before))
    return Reading(tree.data, problems, tree.places, len(before))


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
