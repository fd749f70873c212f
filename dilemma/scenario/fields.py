"""Annotations for fields of the scenario model: readers of raw values, immutable maps, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

__all__ = ["DAY", "Fixed", "Reads", "day", "year"]


class Reads(NamedTuple):
    """An annotation: the field's value is the result of a function of the raw value."""

    func: Callable[[object], object]

    def __get_pydantic_core_schema__(self, _source: object, _inner: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.func)


class Fixed(NamedTuple):
    """An annotation: the field's map is an immutable dict."""

    def __get_pydantic_core_schema__(self, source: object, inner: GetCoreSchemaHandler) -> CoreSchema:
        key, value = get_args(source)
        written = core_schema.dict_schema(inner.generate_schema(key), inner.generate_schema(value))
        return core_schema.no_info_after_validator_function(MappingProxyType, written)


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def day(text: str | None) -> str | None:
    """Return the text unchanged; raise PydanticCustomError if it is not an existing date as YYYY-MM-DD."""
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
    """Return a year that is a number as text, and any other value unchanged, for pydantic to validate."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and raw == int(raw):
        return str(int(raw))
    return raw
