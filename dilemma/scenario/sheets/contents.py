"""Contents of cells: how each value of a scenario is written in one, and read from it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.sheets.cell_texts import Reading, bounded, reading_of_text, wrong
from dilemma.scenario.sheets.kinds import Column, Kind
from dilemma.scenario.syntax.cells import FORMULA, Cell
from dilemma.scenario.syntax.characters import refused_character
from dilemma.scenario.syntax.writer import EXACT, flow

__all__ = ["content_of", "reading_of"]

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
            return written(value)[1:-1]
        case Kind.ANY if isinstance(value, str) and reading_of(column, value).value != value:
            return json.dumps(value, ensure_ascii=False)
    return written(value)


def written(value: Any) -> str:
    """Return a value on one line, all text in quotes if it has a sign that is read otherwise in a cell."""
    text = flow(value)
    return json.dumps(value, ensure_ascii=False) if any(sign in text for sign in ";%") else text


def is_simple(value: Any, least: int) -> bool:
    """Return whether a value is a list of at least so many words that need no quotes."""
    is_list = isinstance(value, list | tuple) and len(value) >= least
    return is_list and all(isinstance(item, str) and PLAIN.fullmatch(item) for item in value)


BEYOND = 2 * LARGEST
"""A number that is refused as too large, as every greater one is."""


def reading_of(column: Column, content: Cell, *, decimal_commas: bool = False) -> Reading:
    """Return the value of a cell that is not empty, in the form in which files are read.

    With `decimal_commas` other numbers of its file have a comma before their decimals.
    """
    if content is FORMULA or (isinstance(content, str) and content in ERRORS):
        message = NO_RESULT if content is FORMULA else f"the formula in this cell gives {content}"
        return wrong("formula", message)
    if isinstance(content, date):
        return day_of(column, content)
    if isinstance(content, bool):
        return Reading(content)
    if isinstance(content, float | int):
        return bounded(column, number_in(column, float(min(max(content, -BEYOND), BEYOND))))
    if not isinstance(content, str):
        return wrong(
            "cell", f"this cell holds a {type(content).__name__}; format it as text and type it again"
        )
    if hidden := refused_character(content):
        return wrong("character", f"the character {hidden} is refused: it cannot be seen")
    return reading_of_text(column, content, decimal_commas=decimal_commas)


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
