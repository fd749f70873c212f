"""The sheets of a scenario and their columns, derived from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dilemma.scenario.addresses.entries import FIELDS
from dilemma.scenario.model import Entry, Scenario
from dilemma.scenario.sheets.kinds import Column, Kind, column_of, part_columns, plain_type

__all__ = ["SCENARIO", "Layout", "every_heading", "layouts", "scalar_columns"]

SCENARIO = "scenario"
"""The sheet of what stands alone at the top of a file: a key and its value in each row."""

KEYS: Mapping[str, str] = {"set": "address", "credences": "framework", "accepts": "code"}
"""What the key of a map is called where it is no id of an entry of the file."""

SETTING = "setting"
FREE = "value"

SINGULAR: Mapping[str, str] = {"ies": "y", "s": ""}


class Layout(NamedTuple):
    """A sheet: its name, the path of the maps it holds, and its columns.

    `keys` are the columns of the ids that lead to an entry: none for a list, one for a map at the top of the
    file, two for maps in a map. `inside` is the field of the outer entry in which the inner map stands. An
    entry that has only the field `bare` is written as that value alone; where `only` holds, it always is.
    """

    name: str
    table: str
    inside: str | None
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    bare: str | None
    only: bool
    about: str

    @property
    def is_list(self) -> bool:
        """Whether its rows are the items of a list, without ids."""
        return not self.keys


@cache
def layouts() -> tuple[Layout, ...]:
    """Return the sheets of a scenario, in the order of the model; the sheet of scalars is not among them."""
    return tuple(layout for name, field in Scenario.model_fields.items() for layout in sheets_of(name, field))


@cache
def scalar_columns() -> Mapping[str, Column]:
    """Return the fields that stand alone at the top of a file, by key; the rows of the first sheet."""
    own = {layout.table for layout in layouts()}
    fields = Scenario.model_fields.items()
    return {name: column_of(name, field, (name,)) for name, field in fields if name not in own}


def sheets_of(name: str, field: FieldInfo) -> Iterator[Layout]:
    """Yield the sheets of a field of the whole scenario: none if it stands alone."""
    outer = plain_type(field.annotation)
    about = field.description or ""
    if get_origin(outer) is tuple and is_model(item := get_args(outer)[0]):
        yield Layout(name, name, None, (), columns_of(item, (name, "*")), None, only=False, about=about)
    elif get_origin(outer) is Mapping:
        each = plain_type(get_args(outer)[1])
        if is_model(each):
            yield record_sheet(name, name, None, (key_column("id"),), each, (name, "*"), about)
            yield from inner_sheets(name, each)
        elif get_origin(each) is Mapping:
            outer_key, inner_key = key_column(singular(name), name), key_column(KEYS.get(name, SETTING))
            yield value_sheet(name, name, None, (outer_key, inner_key), get_args(each)[1], about)
        else:
            key = key_column(KEYS.get(name, "id"))
            yield value_sheet(name, name, None, (key,), get_args(outer)[1], about)


def inner_sheets(table: str, model: type[BaseModel]) -> Iterator[Layout]:
    """Yield the sheets of the maps that stand in the entries of a map."""
    for name, field in model.model_fields.items():
        if not has_sheet(field):
            continue
        value = get_args(plain_type(field.annotation))[1]
        each = plain_type(value)
        sheet, about = f"{table}.{name}", field.description or ""
        keys = (key_column(singular(table), table), key_column(KEYS.get(name) or singular(name), name))
        if is_model(each):
            yield record_sheet(sheet, table, name, keys, each, (table, "*", name, "*"), about)
        elif each is Any:
            yield set_sheet(sheet, table, name, keys, about)
        else:
            yield value_sheet(sheet, table, name, keys, value, about)


def record_sheet(
    name: str,
    table: str,
    inside: str | None,
    keys: tuple[Column, ...],
    model: type[BaseModel],
    path: tuple[str, ...],
    about: str,
) -> Layout:
    """Return the sheet of a map of entries."""
    bare = getattr(model, "bare", None)
    return Layout(name, table, inside, keys, columns_of(model, path), bare, only=False, about=about)


def value_sheet(
    name: str, table: str, inside: str | None, keys: tuple[Column, ...], each: Any, about: str
) -> Layout:
    """Return the sheet of a map of single values."""
    value = column_of(FREE, FieldInfo.from_annotation(each), (name, "*"))
    return Layout(name, table, inside, keys, with_parts(value), FREE, only=True, about=about)


def set_sheet(name: str, table: str, inside: str, keys: tuple[Column, ...], about: str) -> Layout:
    """Return the sheet of what perspectives set: a value of any kind, with the reason and the sources."""
    value = Column(FREE, FREE, Kind.ANY, about="The new value: a number, a word, or a range.", required=True)
    reasons = (column_of(key, Entry.model_fields[key], (table, "*", inside, "*", key)) for key in FIELDS[1:])
    return Layout(name, table, inside, keys, (*with_parts(value), *reasons), FREE, only=False, about=about)


def columns_of(model: type[BaseModel], path: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of an entry: its name, its own fields, and then those that all entries share.

    In an inner map, whose entries mostly have no name of their own, the name comes after the own fields.

    A number that must be given, or that the entry means by itself, has columns for a range. Maps that have a
    sheet of their own have no column.
    """
    shared = list(Entry.model_fields) if issubclass(model, Entry) else []
    names = [*(key for key in model.model_fields if key not in shared), *shared]
    if shared and path.count("*") == 1:
        names = ["name", *(key for key in names if key != "name")]
    found: list[Column] = []
    for name in names:
        field = model.model_fields[name]
        if has_sheet(field):
            continue
        column = column_of(name, field, (*path, name))
        is_main = column.required or name == getattr(model, "bare", None)
        found += with_parts(column) if is_main else (column,)
    return tuple(found)


def has_sheet(field: FieldInfo) -> bool:
    """Return whether the field of an entry is a map that has a sheet of its own."""
    kind = plain_type(field.annotation)
    return get_origin(kind) is Mapping and field.default_factory is not None


def with_parts(column: Column) -> tuple[Column, ...]:
    """Return a column, and if it may be a range those of its ends."""
    return (column, *part_columns(column)) if column.may_be_range else (column,)


def every_heading(layout: Layout) -> dict[str, Column]:
    """Return every column that a sheet may have, by heading: also ends of ranges, and maps in one cell."""
    found: dict[str, Column] = {}
    for column in (*layout.keys, *layout.columns):
        found |= {one.heading: one for one in with_parts(column)}
    inner = [other.inside for other in layouts() if other.table == layout.table and other.inside]
    if layout.inside is None and len(layout.keys) == 1:
        found |= {name: Column(name, name, Kind.MAP) for name in inner}
    return found


def key_column(name: str, refers: str = "") -> Column:
    """Return the column of ids; `refers` is the map in the file, or `theories`, whose ids they are."""
    tables = (refers,) if refers in Scenario.model_fields else ()
    theories = ("frameworks",) if name == "framework" else tables
    return Column(name, name, Kind.TEXT, about="", required=True, refers=theories)


def singular(name: str) -> str:
    """Return the name of one entry of a map: `party` of `parties`."""
    end = next((end for end in SINGULAR if name.endswith(end)), "")
    return name.removesuffix(end) + SINGULAR.get(end, "")


def is_model(kind: Any) -> bool:
    """Return whether a type is that of an entry."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)
