"""Lookup of addresses: the dotted keys of a field, whether the file sets it or uses its default."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dilemma.errors import UnknownName, nearest
from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.model import Scenario
from dilemma.scenario.structure import GONE, KINDS, Record, Rows, Shape, Theories, inner, scenario_shape

__all__ = ["belief_address", "path_of", "weight_address"]

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
            meant = (".".join((*path, hint, *steps[position + 1 :])),) if hint else ()
            raise UnknownName("address", address, meant)
        path, shape = (*path, step), inner(shape, step)
    return path


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
    """Return the address of the weight of a party, duty or virtue; raise UnknownName for any other id."""
    return own_address(scenario, name, WEIGHED, "weight", "party, duty or virtue")


def belief_address(scenario: Scenario, name: str) -> str:
    """Return the address of a belief's probability; raise UnknownName for any other id."""
    return own_address(scenario, name, ("beliefs",), "probability", "belief")


def own_address(scenario: Scenario, name: str, tables: tuple[str, ...], field: str, what: str) -> str:
    """Return the address of a field of the entry that has this id in one of the maps.

    Raises UnknownName if none of the maps has the id.
    """
    for table in tables:
        if name in getattr(scenario, table):
            return f"{table}.{name}.{field}"
    other = next((kind for table, kind in KINDS.items() if name in getattr(scenario, table)), None)
    known = tuple(known for table in tables for known in getattr(scenario, table))
    raise UnknownName(what, name, () if other else known, aside=f"it is {other}" if other else "")
