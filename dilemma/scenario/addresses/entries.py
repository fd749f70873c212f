"""Entries of a perspective's `set`: a new value, alone or with the reason and the sources for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from dilemma.scenario.model import Perspective
from dilemma.scenario.structure.shapes import Record, shape_at

__all__ = ["FIELDS", "Reason", "has_reason", "is_entry", "new_values", "reasons_of", "value_of"]

FIELDS = ("value", "because", "sources")
"""The keys of an entry that is written as a map."""


class Reason(NamedTuple):
    """Why a perspective sets a value, and the ids of the sources that say so."""

    because: str | None
    sources: tuple[str, ...]


def has_reason(address: str, raw: Any) -> bool:
    """Return whether what a perspective sets at an address is a map of a value and its reason.

    Where the entry at the address has a field `value` of its own, the map is that entry.
    """
    return is_entry(address, raw) and raw.keys() <= set(FIELDS)


def is_entry(address: str, raw: Any) -> bool:
    """Return whether what a perspective sets is written as an entry, with keys that may be wrong."""
    if not isinstance(raw, Mapping) or "value" not in raw:
        return False
    shape = shape_at(tuple(address.split(".")))
    return not (isinstance(shape, Record) and "value" in shape.fields)


def value_of(address: str, raw: Any) -> Any:
    """Return the new value in what a perspective sets at an address."""
    return raw["value"] if has_reason(address, raw) else raw


def new_values(perspective: Perspective) -> dict[str, Any]:
    """Return the new values that a perspective sets, by address."""
    return {address: value_of(address, raw) for address, raw in perspective.set.items()}


def reasons_of(perspective: Perspective) -> dict[str, Reason]:
    """Return the reasons that a perspective gives for single values, by address."""
    return {
        address: Reason(raw.get("because"), tuple(raw.get("sources") or ()))
        for address, raw in perspective.set.items()
        if has_reason(address, raw)
    }
