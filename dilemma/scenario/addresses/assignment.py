"""Assignment of a new value at an address."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dilemma.errors import BadSetting
from dilemma.scenario.addresses.lookup import path_of
from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.structure.canonical import canonical, is_number_alone, with_value
from dilemma.scenario.structure.shapes import Record, Theories, shape_at

__all__ = ["put", "require_listed", "target_path"]

SETTABLE = {(field,) for field in ("name", "because", "sources", "note", "credences", "choice", "confidence")}
"""The paths inside a perspective that may be assigned: all but its own `set`."""

BELOW_A_ROW = 5  # options, the option, the map, the row, and a field of it


def target_path(
    address: str, value: Any, data: Mapping[str, Any], theories: Theories | None
) -> tuple[str, ...]:
    """Return the path at which a value for the address is assigned.

    A bare number for an entry is assigned to the field that a bare number means there. Raises UnknownName if
    the address does not exist, BadSetting if it is inside the `set` of a perspective.
    """
    path = path_of(address, data, theories)
    if path[0] == "perspectives" and path[2:3] not in SETTABLE:
        raise BadSetting(f"{address}: what a perspective sets is fixed; set the address itself")
    shape = shape_at(path)
    is_bare = isinstance(shape, Record) and shape.bare is not None and is_number_alone(value)
    return (*path, str(shape.bare)) if is_bare and isinstance(shape, Record) else path


def put(data: Mapping[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return canonical data with a new value at the path.

    A new probability of an event stands instead of the one that depends on a state, and the reverse.
    """
    match path:
        case ("options", _, "beliefs", _, "probability" | "given" as field):
            other = "given" if field == "probability" else "probability"
            event = {key: item for key, item in rows_at(data, *path[:-1]).items() if key != other}
            data = with_value(data, path[:-1], event)
    return with_value(data, path, canonical(value, shape_at(path)))


def require_listed(
    path: tuple[str, ...], data: Mapping[str, Any], together: Collection[tuple[str, ...]]
) -> None:
    """Raise BadSetting if the path is inside a row that its option does not list.

    A row counts as listed if the same group of settings (`together`) also sets the row or its number.
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
