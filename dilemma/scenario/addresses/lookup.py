"""Lookup of addresses: the dotted keys of a field, whether the file sets it or uses its default."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dilemma.errors import UnknownName, nearest, repeated
from dilemma.scenario.addresses.names import ids_meant, names_in, the_id
from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.model import Scenario
from dilemma.scenario.phrases import some
from dilemma.scenario.structure.shapes import (
    GONE,
    KINDS,
    Record,
    Rows,
    Shape,
    Theories,
    inner,
    scenario_shape,
)

__all__ = ["MAIN_NUMBER", "belief_address", "path_of", "unknown_address", "weight_address"]

WEIGHED = ("parties", "duties", "virtues")


def path_of(address: str, data: Mapping[str, Any], theories: Theories | None = None) -> tuple[str, ...]:
    """Return the path of a field or map in canonical data; raise UnknownName if the address cannot exist."""
    if address in GONE:
        raise UnknownName("address", address, aside=GONE[address])
    path: tuple[str, ...] = ()
    shape: Shape = scenario_shape()
    steps = address.split(".")
    for position, step in enumerate(steps):
        known = keys_at(path, shape, data, theories)
        if known is not None and step not in known:
            hint = nearest(step, tuple(known))
            meant = ".".join((*path, hint, *steps[position + 1 :])) if hint else None
            whole = None if position else address_meant(step, steps[1:], data, theories)
            where = f"under {'.'.join(path)}" if path else "at the top"
            listed = f"{where} there are {some(known)}"
            aside = f"{path[-1]} has no settings" if not known and path[:1] == ("frameworks",) else ""
            listed = listed if known else ""
            raise UnknownName("address", address, meant=whole or meant, listed=listed, aside=aside)
        path, shape = (*path, step), inner(shape, step)
    return path


def unknown_address(error: UnknownName) -> str:
    """Return the message about an address, without the one that may have been meant."""
    if error.aside:
        return f"no address '{repeated(error.name)}': {error.aside}"
    return f"no address '{repeated(error.name)}'" if error.suggestion else str(error)


MAIN_NUMBER: Mapping[str, str] = {
    "quantities": "value",
    "parties": "weight",
    "beliefs": "probability",
    "consequences": "value",
    "duties": "weight",
    "virtues": "weight",
}
"""The field that somebody means who gives only the id of an entry, by its map."""


def address_meant(
    first: str, rest: Sequence[str], data: Mapping[str, Any], theories: Theories | None
) -> str | None:
    """Return the address somebody means whose address starts with an id or a name; None if it names none."""
    for table in (*MAIN_NUMBER, "options", "frameworks"):
        rows = {id: {} for id in theories or ()} if table == "frameworks" else rows_at(data, table)
        named = {id: entry.get("name") if isinstance(entry, dict) else None for id, entry in rows.items()}
        known = {id: (str(name),) if name else () for id, name in named.items()}
        main = (MAIN_NUMBER[table],) if table in MAIN_NUMBER else ()
        for id in ids_meant(first, known)[:1] if rest or main else ():
            return nearest_address(".".join((table, id, *(rest or main))), data, theories)
    return None


def nearest_address(address: str, data: Mapping[str, Any], theories: Theories | None) -> str | None:
    """Return the address itself if it exists, else the nearest that does; None if none is near."""
    try:
        path_of(address, data, theories)
    except UnknownName as error:
        return error.suggestion
    return address


def keys_at(
    path: tuple[str, ...], shape: Shape, data: Mapping[str, Any], theories: Theories | None
) -> Collection[str] | None:
    """Return the keys allowed after a path, or None if any key is allowed."""
    if isinstance(shape, Record):
        return shape.fields
    if not isinstance(shape, Rows):
        return ()
    match path:
        case ("frameworks",) | ("perspectives", _, "credences"):
            return theories
        case ("frameworks", framework):
            return None if theories is None else theories.get(framework, ())
        case ("accepts",):
            return None
        case ("consequences", _, "falls_on"):
            return rows_at(data, "parties")
        case ("options", _, "consequences", name, "falls_on"):
            return rows_at(data, "consequences", name, "falls_on")
        case ("options", _, table):
            return rows_at(data, table)
    return rows_at(data, *path)


def weight_address(scenario: Scenario, name: str) -> str:
    """Return the address of the weight of a party, duty or virtue, by its id or name."""
    return own_address(scenario, name, WEIGHED, "weight", "party, duty or virtue")


def belief_address(scenario: Scenario, name: str) -> str:
    """Return the address of a belief's probability, by its id or name."""
    return own_address(scenario, name, ("beliefs",), "probability", "belief")


def own_address(scenario: Scenario, name: str, tables: tuple[str, ...], field: str, what: str) -> str:
    """Return the address of a field of the entry that has this id or name in one of the maps.

    Raises UnknownName if none of the maps has it, BadSetting if several entries have the name.
    """
    known = names_in(scenario, tables)
    if not ids_meant(name, known):
        for table, kind in KINDS.items():
            for other in ids_meant(name, names_in(scenario, (table,)))[:1]:
                main = MAIN_NUMBER.get(table)
                address = f"; its number has the address {table}.{other}.{main}" if main else ""
                raise UnknownName(what, name, aside=f"it is {kind}{address}")
    id = the_id(what, name, known)
    table = next(table for table in tables if id in getattr(scenario, table))
    return f"{table}.{id}.{field}"
