"""The view of one person or group: new values with reasons, credences in theories, and a choice."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from dilemma.scenario.addresses.entries import Reason

__all__ = ["PersonView"]


class PersonView(NamedTuple):
    """What one person would set, believe and choose, checked against a document.

    `label` says where it was read: a file, or a file and a row. `values` are new values in canonical data by
    the address of the field, first those of the perspective it starts from (`perspective`), then its own;
    `own` are the addresses of the latter, which alone may have `reasons`. `credences` are by theory.
    `other_version` is true if it was made from another text of the file than the document has.
    """

    label: str
    name: str | None
    values: Mapping[str, Any]
    own: tuple[str, ...]
    reasons: Mapping[str, Reason]
    perspective: str | None
    credences: Mapping[str, Fraction]
    choice: str | None
    confidence: float | None
    because: str | None
    sources: tuple[str, ...]
    note: str | None
    other_version: bool = False
