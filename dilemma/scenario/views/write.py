"""The text of a view file."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import yaml

from dilemma.scenario.document import Document
from dilemma.scenario.views.checks import FORMAT, HASH
from dilemma.scenario.views.person_view import PersonView

__all__ = ["view_text"]

WIDTH = 110


def view_text(view: PersonView, document: Document) -> str:
    """Return a view as the text of a YAML file, which `read_view` reads as the same view."""
    stated: dict[str, Any] = {
        "view": FORMAT,
        "of": document.id,
        "file": document.digest and HASH + document.digest,
        "name": view.name,
        "as": view.perspective,
        "set": {address: entry_of(view, address) for address in view.own},
        "credences": {theory: credence_text(credence) for theory, credence in view.credences.items()},
        "choice": view.choice,
        "confidence": view.confidence,
        "because": view.because,
        "sources": list(view.sources),
        "note": view.note,
    }
    written = {key: value for key, value in stated.items() if value not in (None, {}, [], "")}
    return str(yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=WIDTH))


def entry_of(view: PersonView, address: str) -> Any:
    """Return the entry that sets an address: the value alone, or with its reason and sources."""
    value, reason = plain(view.values[address]), view.reasons.get(address)
    if reason is None:
        return value
    stated = {"because": reason.because, "sources": list(reason.sources)}
    return {"value": value, **{key: item for key, item in stated.items() if item}}


def plain(value: Any) -> Any:
    """Return canonical data as YAML writes it: maps as dicts, tuples as lists, whole floats as integers."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value


def credence_text(credence: Fraction) -> str | float:
    """Return a credence as a number if that is exact, else as a fraction."""
    number = float(credence)
    if Fraction(repr(number)) == credence:
        return plain(number)  # type: ignore[no-any-return]
    return f"{credence.numerator}/{credence.denominator}"
