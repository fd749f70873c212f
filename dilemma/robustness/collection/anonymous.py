"""Views without what tells whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from dilemma.scenario.views.person_view import PersonView

__all__ = ["anonymous"]

TEXTS: Final = frozenset(
    {
        "because",
        "name",
        "note",
        "sources",
        "held_by",
        "claim",
        "basis",
        "title",
        "question",
        "about",
        "agent",
        "unit",
    }
)
"""Fields in which a view may say anything."""


def anonymous(views: Iterable[PersonView]) -> tuple[PersonView, ...]:
    """Return the views without names, files and words of their own, in an order that tells nothing.

    The order is that of a hash of what is left, so that it is the same each time.
    """
    bare = [wordless(view) for view in views]
    return tuple(sorted(bare, key=lambda view: sha256(repr(view).encode()).digest()))


def wordless(view: PersonView) -> PersonView:
    """Return a view without its name, file, reasons, notes, and texts that it sets."""
    values = {at: without_texts(value) for at, value in view.values.items() if not is_text(at)}
    return view._replace(
        label="",
        name=None,
        values=values,
        own=tuple(address for address in view.own if address in values),
        reasons={},
        because=None,
        sources=(),
        note=None,
    )


def is_text(address: str) -> bool:
    """Return whether free text stands at an address."""
    return address.rpartition(".")[2] in TEXTS


def without_texts(value: Any) -> Any:
    """Return a value without the free texts in it."""
    if isinstance(value, Mapping):
        return {key: without_texts(item) for key, item in value.items() if key not in TEXTS}
    return value
