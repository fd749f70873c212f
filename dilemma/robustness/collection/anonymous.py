"""Views without what tells whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from dilemma.scenario.views.person_view import PersonView

__all__ = ["anonymous"]


def anonymous(views: Iterable[PersonView]) -> tuple[PersonView, ...]:
    """Return the views without names, files, reasons and notes, in an order that does not follow from these.

    The order is that of a hash of what is left, so that it is the same each time.
    """
    bare = [
        view._replace(label="", name=None, reasons={}, because=None, sources=(), note=None) for view in views
    ]
    return tuple(sorted(bare, key=lambda view: sha256(repr(view).encode()).digest()))
