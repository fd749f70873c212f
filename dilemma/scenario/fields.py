"""What pydantic runs for a field, said outright: to have it look at types and signatures takes far longer."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

__all__ = ["Fixed", "Reads"]


class Reads(NamedTuple):
    """The field's value is what a function makes of what is written."""

    func: Callable[[object], object]

    def __get_pydantic_core_schema__(self, _source: object, _inner: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.func)


class Fixed(NamedTuple):
    """The field's map is a dict that nobody can change any more."""

    def __get_pydantic_core_schema__(self, source: object, inner: GetCoreSchemaHandler) -> CoreSchema:
        key, value = get_args(source)
        written = core_schema.dict_schema(inner.generate_schema(key), inner.generate_schema(value))
        return core_schema.no_info_after_validator_function(MappingProxyType, written)
