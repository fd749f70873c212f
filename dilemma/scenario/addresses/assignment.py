"""Putting a new value at an address, as an author would by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dilemma.errors import BadSetting
from dilemma.scenario.addresses.lookup import path_of
from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.canonical import canonical, is_number_alone, with_value
from dilemma.scenario.structure import Record, Theories, shape_at

__all__ = ["put", "require_listed", "target_path"]

SETTABLE = {("name",), ("because",), ("note",), ("credences",)}
"""What may be set of a perspective: all but what it sets itself."""

BELOW_A_ROW = 5  # options, the option, the map, the row, and a field of it


def target_path(
    address: str, value: Any, data: Mapping[str, Any], theories: Theories | None
) -> tuple[str, ...]:
    """Return the path a value at the address goes to.

    A bare number for an entry goes to the field it stands for. Raises UnknownName where there is no such
    address, BadSetting for what a perspective sets.
    """
    path = path_of(address, data, theories)
    if path[0] == "perspectives" and path[2:3] not in SETTABLE:
        raise BadSetting(f"{address}: what a perspective sets is fixed; set the address itself")
    shape = shape_at(path)
    is_bare = isinstance(shape, Record) and shape.bare is not None and is_number_alone(value)
    return (*path, str(shape.bare)) if is_bare and isinstance(shape, Record) else path


def put(data: Mapping[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return canonical data with a value put at the path."""
    return with_value(data, path, canonical(value, shape_at(path)))


def require_listed(
    path: tuple[str, ...], data: Mapping[str, Any], together: Collection[tuple[str, ...]]
) -> None:
    """Raise BadSetting where the path leads into a row its option does not list.

    Setting the row, or its number, in the same group (`together`) lists it.
    """
    if path[0] != "options" or len(path) < BELOW_A_ROW:
        return
    row = path[: BELOW_A_ROW - 1]
    _, option, table, name = row
    shape = shape_at(row)
    bare = shape.bare if isinstance(shape, Record) else None
    number = (*row, str(bare))
    listed = name in rows_at(data, "options", option, table) or row in together or number in together
    if bare is None or listed:
        return
    raise BadSetting(f"{option} does not list {name}; set {'.'.join(number)} first")
