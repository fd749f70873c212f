"""Columns of sheets: what the cells of a field hold, derived from its annotation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fnmatch import fnmatchcase
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from dilemma.scenario.fields import CONSENTS, Consent, year
from dilemma.scenario.model.entry import When, listed
from dilemma.scenario.numbers import FieldBounds
from dilemma.scenario.structure.shapes import Figure, shape_of
from dilemma.scenario.validation.references import NAMING, NAMING_THEORIES

__all__ = ["PARTS", "Column", "Kind", "column_of", "part_columns", "plain_type"]

PARTS = ("low", "high")
"""The ends of a range, each in a column of its own beside that of the number."""

THEORIES = "frameworks"


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    YEAR = "a year, or text"
    TRUTH = "true or false"
    NUMBER = "a number"
    IDS = "ids with commas between"
    ONE_OR_MORE = "an id, or ids with commas between"
    MAP = "ids and numbers: `a: 1, b: 2`"
    ANY = "a number, a word or a range"


class Column(NamedTuple):
    """A column: its heading, the field it holds or of which it holds a part, and what may stand in it.

    `choices` are the words allowed, `refers` the maps of the file whose ids are meant (`frameworks` for those
    of theories), `about` says what the field is.
    """

    heading: str
    field: str
    kind: Kind
    part: str = ""
    about: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    bounds: FieldBounds | None = None

    @property
    def may_be_range(self) -> bool:
        """Whether the field may be a range, whose ends have columns of their own."""
        return self.kind in (Kind.NUMBER, Kind.ANY) and not self.part and not self.choices


def part_columns(column: Column) -> tuple[Column, ...]:
    """Return the columns of the ends of a range."""
    return tuple(
        column._replace(
            heading=f"{column.field} {part}",
            part=part,
            required=False,
            kind=Kind.NUMBER,
            about=f"The {part} end, if `{column.field}` is uncertain.",
        )
        for part in PARTS
    )


def column_of(name: str, field: FieldInfo, path: tuple[str, ...]) -> Column:
    """Return the column of a field at a path of the file, in which `*` stands for an id."""
    kind = kind_of(field)
    choices = choices_of(field)
    shape = shape_of(field.annotation, tuple(field.metadata))
    return Column(
        heading=name,
        field=name,
        kind=kind,
        about=field.description or "",
        required=field.is_required(),
        choices=choices,
        refers=refers_at(path),
        bounds=shape.bounds if isinstance(shape, Figure) else None,
    )


def plain_type(annotation: Any) -> Any:
    """Return an annotation without its metadata and without `None`."""
    if get_origin(annotation) is Annotated:
        return plain_type(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        inside = [one for one in get_args(annotation) if one is not type(None)]
        return plain_type(inside[0]) if len(inside) == 1 else annotation
    return annotation


def kind_of(field: FieldInfo) -> Kind:
    """Return what the cells of a field hold; ANY for what this module does not know."""
    plain = plain_type(field.annotation)
    readers = {mark.func for mark in metadata_of(field) if isinstance(mark, BeforeValidator)}
    if isinstance(shape_of(field.annotation, tuple(field.metadata)), Figure):
        return Kind.NUMBER
    if plain is str:
        return Kind.YEAR if year in readers else Kind.TEXT
    if plain is bool or choices_of(field) == CONSENTS:
        return Kind.TRUTH
    if get_origin(plain) is Literal and all(isinstance(word, str) for word in get_args(plain)):
        return Kind.TEXT
    if get_origin(plain) is tuple:
        is_one = listed in readers or plain_type(When) == plain
        return Kind.ONE_OR_MORE if is_one else Kind.IDS if str in get_args(plain) else Kind.ANY
    return Kind.MAP if get_origin(plain) is Mapping else Kind.ANY


def metadata_of(field: FieldInfo) -> tuple[Any, ...]:
    """Return the marks of a field, of its annotation too."""
    inside = [one for one in (field.annotation, *get_args(field.annotation)) if get_origin(one) is Annotated]
    return (*field.metadata, *(mark for one in inside for mark in get_args(one)[1:]))


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """Return the words that a field allows, if they are few; none for any text."""
    plain = plain_type(field.annotation)
    if plain_type(Consent) == plain:
        return CONSENTS
    if plain is bool:
        return CONSENTS[:2]
    return tuple(map(str, get_args(plain))) if get_origin(plain) is Literal else ()


def refers_at(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the maps of the file whose ids stand at a path; `frameworks` where theories do."""
    place = ".".join(path)
    if place in NAMING_THEORIES:
        return (THEORIES,)
    for pattern, _, tables in NAMING:
        if fnmatchcase(place, pattern) and pattern.count(".") == place.count("."):
            return tables
    return ()
