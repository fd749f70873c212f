"""Annotations for fields of the scenario model: readers of raw values, immutable maps, dates."""

from __future__ import annotations

import copyreg
import re
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

__all__ = [
    "CONSENTS",
    "DAY",
    "LANGUAGE",
    "Consent",
    "Fixed",
    "Reads",
    "consent",
    "day",
    "language_tag",
    "year",
]


class Reads(NamedTuple):
    """An annotation: the field's value is the result of a function of the raw value."""

    func: Callable[[object], object]

    def __get_pydantic_core_schema__(self, _source: object, _inner: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.func)


def _reduced(fixed: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    """Return how a fixed map is made again, for `pickle` and `copy`."""
    return fixed_map, (dict(fixed),)


def fixed_map(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a map that cannot be changed."""
    return MappingProxyType(content)


copyreg.pickle(MappingProxyType, _reduced)


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


LANGUAGE = re.compile(
    r"(?:[a-zA-Z]{2,3}(?:-[a-zA-Z]{3}){0,3}|[a-zA-Z]{4,8})"  # the language
    r"(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?"  # its script and its region
    r"(?:-(?:[a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"  # variants
    r"(?:-[a-wyzA-WYZ0-9](?:-[a-zA-Z0-9]{2,8})+)*"  # extensions
    r"(?:-[xX](?:-[a-zA-Z0-9]{1,8})+)?",
    re.ASCII,
)
"""The form of a BCP 47 tag (RFC 5646, section 2.1); whether the language exists is not checked."""


def language_tag(text: str) -> str:
    """Return the text unchanged; raise PydanticCustomError if it does not have the form of a BCP 47 tag."""
    if not LANGUAGE.fullmatch(text):
        raise PydanticCustomError("language", "should be a BCP 47 tag of a language, such as en or pt-BR")
    return text


CONSENTS = ("true", "false", "presumed")
"""The words allowed for consent."""


def consent(raw: object) -> object:
    """Return a raw value that says whether someone consented; raise PydanticCustomError for any other."""
    if not isinstance(raw, bool) and raw != "presumed":
        raise PydanticCustomError("choice", "should be true, false or presumed")
    return raw


Consent: TypeAlias = Annotated[bool | Literal["presumed"], Reads(consent)]
