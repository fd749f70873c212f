"""The canonical form of data: shorthands expanded, and notes in maps of ids removed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dilemma.scenario.numbers import is_number_map
from dilemma.scenario.structure.shapes import Record, Rows, Shape

__all__ = ["canonical", "is_number_alone", "with_value"]


def canonical(value: Any, shape: Shape) -> Any:
    """Return the value with each bare number moved under its field, and no `note` in a map of ids."""
    if isinstance(shape, Record):
        if shape.bare and is_number_alone(value):
            return {shape.bare: value}
        if isinstance(value, dict):
            return {
                key: item if (below := shape.fields.get(key)) is None else canonical(item, below)
                for key, item in value.items()
            }
    if isinstance(shape, Rows) and isinstance(value, dict):
        return {key: canonical(item, shape.each) for key, item in value.items() if key != "note"}
    return value


def is_number_alone(value: Any) -> bool:
    """Return whether a value is a bare number (or range or product), not a map of fields."""
    return is_number_map(value) if isinstance(value, dict) else value is not None


def with_value(data: Mapping[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return a copy of the data with `value` at the path; missing maps on the path are created."""
    first, *rest = path
    below = data.get(first)
    inside = value if not rest else with_value(below if isinstance(below, dict) else {}, tuple(rest), value)
    return {**data, first: inside}
