"""Dates as a file writes them: a day for `as_of`, a text or a bare year for a source."""

from __future__ import annotations

import re
from datetime import date

from pydantic_core import PydanticCustomError

__all__ = ["DAY", "day", "year"]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def day(text: str | None) -> str | None:
    """Return the date text; raise PydanticCustomError unless it is a day that exists, as YYYY-MM-DD."""
    if text is None:
        return None
    if not DAY.fullmatch(text):
        raise PydanticCustomError("date", "should be a date as YYYY-MM-DD")
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("date", "there is no such day") from None
    return text


def year(raw: object) -> object:
    """Return a year written as a number as text; anything else as it is, for pydantic to check."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and raw == int(raw):
        return str(int(raw))
    return raw
