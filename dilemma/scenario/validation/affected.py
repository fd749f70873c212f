"""The part of a file with the amounts that a change of some numbers may affect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import rows_at, texts_in
from dilemma.scenario.problem import Path
from dilemma.scenario.structure.shapes import Products

__all__ = ["affected_part"]

WHOLE: tuple[Path, ...] = (("quantities",), ("parties",), ("frameworks",))
"""The paths that every part includes: quantities and parties, which others refer to, and settings."""


def affected_part(data: Mapping[str, Any], changed: Collection[Path], products: Products) -> dict[str, Any]:
    """Return the part of canonical data whose amounts the changed numbers may affect, in the file's order.

    It contains the changed values, the products of a changed quantity, and every entry of a consequence that
    has one of these, or whose party has: count and value make one amount, and a size bounds a count.
    `products` are those of the file before the change.
    """
    quantities = dependent_quantities({str(path[1]) for path in changed if path[0] == "quantities"}, products)
    touched = [*changed, *(path for path, text, _ in products if not quantities.isdisjoint(text.split()))]
    factors = {path[1] for path in touched if path[0] == "consequences"}
    factors |= {path[3] for path in touched if path[0] == "options" and path[2] == "consequences"}
    factors |= struck(data, {path[1] for path in touched if path[0] == "parties"})
    options = rows_at(data, "options")
    shared = [("consequences", factor) for factor in factors]
    own = [("options", option, "consequences", factor) for option in options for factor in factors]
    return part_at(data, [*WHOLE, *touched, *shared, *own])


def struck(data: Mapping[str, Any], parties: set[str | int]) -> set[str | int]:
    """Return the consequences that some of these parties bear or enjoy."""
    factors = rows_at(data, "consequences")
    bearers = {
        id: {*rows_at(factor, "falls_on"), *texts_in(rows_at(factor).get("party"))}
        for id, factor in factors.items()
    }
    return {id for id, borne_by in bearers.items() if not parties.isdisjoint(borne_by)}


def dependent_quantities(quantities: set[str], products: Products) -> set[str]:
    """Return the quantities and all those that depend on them, directly or indirectly."""
    users: dict[str, list[str]] = {}
    for path, text, _ in products:
        for word in text.split() if path[0] == "quantities" else ():
            users.setdefault(word, []).append(str(path[1]))
    found, waiting = set(quantities), list(quantities)
    while waiting:
        new = set(users.get(waiting.pop(), ())) - found
        found |= new
        waiting.extend(new)
    return found


def part_at(data: Any, paths: Iterable[Path]) -> dict[str, Any]:
    """Return a copy of a map with only the values at the paths; a path without a value is ignored."""
    below: dict[str | int, list[Path]] = {}
    for path in paths:
        below.setdefault(path[0], []).append(path[1:])
    return {
        key: item if () in below[key] or not isinstance(item, dict) else part_at(item, below[key])
        for key, item in data.items()
        if key in below
    }
