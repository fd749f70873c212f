"""Views grouped by what they change other than plain numbers, so that each group is judged as columns.

Views that set the same facts, and numbers at the same addresses beyond those of the file, share a base: the
scenario with these settings. Their plain numbers are columns over that base, one row for each view.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from pydantic_core import PydanticCustomError, ValidationError

from dilemma.frameworks.framework import Framework
from dilemma.graph.columns import Column
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.document import Document
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import Product, best_of
from dilemma.scenario.structure.shapes import Figure, shape_at
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.view import View, plain_data, view

__all__ = ["WORDING", "Base", "bases", "is_wording", "number_of", "plain_dials"]

WORDING = frozenset({"because", "name", "note", "sources", "held_by", "evidence"})
"""Fields that no verdict depends on."""


class Base(NamedTuple):
    """A scenario with settings that some views share: the rows of these views, and their numbers.

    `columns` has, by the address of a dial, one number for each row: what the view sets, else the file's.
    """

    view: View
    rows: tuple[int, ...]
    dials: Mapping[str, Dial]
    columns: Mapping[str, Column]


def number_of(address: str, value: Any) -> float | None:
    """Return the number that a view sets at an address, of a range its best estimate; None if it is none."""
    shape = shape_at(tuple(address.split(".")))
    if not isinstance(shape, Figure):
        return None
    try:
        number = shape.bounds(value)
    except (PydanticCustomError, ValidationError):
        return None
    return None if isinstance(number, Product) else best_of(number)


def bases(document: Document, views: Sequence[PersonView], frameworks: Sequence[Framework]) -> Iterator[Base]:
    """Yield each base with the rows of its views; every view belongs to one."""
    own = {dial.address for dial in plain_dials(document.scenario, frameworks)}
    alike: dict[str, list[int]] = {}
    for row, one in enumerate(views):
        alike.setdefault(structure(one, own), []).append(row)
    for rows in alike.values():
        yield base_of(document, [views[row] for row in rows], tuple(rows), own, frameworks)


def plain_dials(scenario: Scenario, frameworks: Sequence[Framework]) -> Iterator[Dial]:
    """Yield the numbers of a scenario that a view may set without more than their value changing.

    A level that the file does not state is none: that it is stated at all makes theories apply.
    """
    for dial in dials(scenario, frameworks):
        if dial.stated or dial.kind != "level":
            yield dial


def structure(view: PersonView, dials: set[str]) -> str:
    """Return a key of what a view changes beyond the numbers of the file: equal keys share a base."""
    numbers = numbers_of(view)
    settings = [
        (address, "a number" if address in numbers else plain_data(value))
        for address, value in view.values.items()
        if not (address in dials and address in numbers) and not is_wording(address)
    ]
    nested = len(plain_addresses(view)) < len(view.values)
    return json.dumps(settings if nested else sorted(settings, key=lambda pair: pair[0]), sort_keys=True)


def is_wording(address: str) -> bool:
    """Return whether no verdict depends on the field at an address."""
    return address.rpartition(".")[2] in WORDING


def plain_addresses(view: PersonView) -> set[str]:
    """Return the addresses that a view sets and that lie neither above nor below another of them.

    Where one lies within another, their order decides what is in force.
    """
    addresses = set(view.values)
    nested: set[str] = set()
    for address in addresses:
        steps = address.split(".")
        above = [".".join(steps[:length]) for length in range(1, len(steps))]
        if any(one in view.values for one in above):
            nested |= {address, *(one for one in above if one in view.values)}
    return addresses - nested


def numbers_of(view: PersonView) -> dict[str, float]:
    """Return the numbers that a view sets by address, without those in a map that it sets as a whole."""
    found = {address: number_of(address, view.values[address]) for address in plain_addresses(view)}
    return {address: number for address, number in found.items() if number is not None}


def base_of(
    document: Document,
    views: Sequence[PersonView],
    rows: tuple[int, ...],
    own: set[str],
    frameworks: Sequence[Framework],
) -> Base:
    """Return the base of views with one structure."""
    numbers = [numbers_of(one) for one in views]
    first = views[0].values
    shared = {
        address: value
        for address, value in first.items()
        if not (address in own and address in numbers[0]) and not is_wording(address)
    }
    made = view(document, None, shared)
    found = {dial.address: dial for dial in plain_dials(made.scenario, frameworks)}
    addresses = sorted({address for one in numbers for address in one if address in found})
    columns = {
        address: np.array([one.get(address, found[address].best) for one in numbers]) for address in addresses
    }
    return Base(made, rows, found, columns)
