"""Views of people as perspectives of the document they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from types import MappingProxyType
from typing import Any

from dilemma.errors import BadSetting
from dilemma.scenario.addresses.names import slug
from dilemma.scenario.document import Document
from dilemma.scenario.validation.ids import fault_of
from dilemma.scenario.validation.validate import validate
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.write import entry_of

__all__ = ["with_views"]

UNNAMED = "view"
"""The id of a view whose name makes none; a number is added if it is taken."""


def with_views(document: Document, views: Iterable[PersonView]) -> tuple[Document, tuple[str, ...]]:
    """Return the document with each view as a perspective, and their ids, in the order of the views.

    An id is made from the name of the view. The new document's `view_files` says which file each is from.
    """
    rows: dict[str, Any] = dict(document.data.get("perspectives") or {})
    labels = dict(document.view_files)
    added: list[str] = []
    for view in views:
        wanted = slug(view.name or "")
        id = unused(UNNAMED if fault_of(wanted, "perspectives") else wanted, rows)
        rows[id] = perspective_of(view)
        labels[id] = view.label
        added.append(id)
    if not added:
        return document, ()
    data = {**document.data, "perspectives": rows}
    validation = validate(data, document.theories)
    if validation.scenario is None or validation.problems:
        raise BadSetting("\n".join(problem.message for problem in validation.problems))
    adopted = document._replace(data=data, scenario=validation.scenario, view_files=MappingProxyType(labels))
    return adopted, tuple(added)


def unused(wanted: str, taken: Mapping[str, object]) -> str:
    """Return the wanted id, or with the first number that makes it one that is not taken."""
    number, id = 1, wanted
    while id in taken:
        number += 1
        id = f"{wanted}-{number}"
    return id


def perspective_of(view: PersonView) -> dict[str, Any]:
    """Return the data of the perspective that a view is: all values that it sets, under its name."""
    stated = {
        "name": view.name or view.label,
        "because": view.because,
        "sources": view.sources,
        "set": {
            address: entry_of(view, address) if address in view.own else value
            for address, value in view.values.items()
        },
        "credences": in_numbers(view.credences),
        "choice": view.choice,
        "confidence": view.confidence,
        "note": view.note,
    }
    return {key: value for key, value in stated.items() if value not in (None, (), {})}


def in_numbers(credences: Mapping[str, Fraction]) -> dict[str, float]:
    """Return credences as the numbers of a file: as stated if all are decimals, else in whole parts.

    Only their proportions count.
    """
    numbers = {theory: float(credence) for theory, credence in credences.items()}
    if all(Fraction(repr(numbers[theory])) == credence for theory, credence in credences.items()):
        return numbers
    parts = lcm(*(credence.denominator for credence in credences.values()))
    return {theory: float(credence * parts) for theory, credence in credences.items()}
