"""The difference of two files or views as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dilemma import __version__
from dilemma.reports.collect.record import step_record
from dilemma.robustness.collection.difference import Difference, Side
from dilemma.scenario.views.view import plain_data

if TYPE_CHECKING:
    from dilemma.reports.diff import schema

__all__ = ["difference_record"]

SCHEMA: Final = "dilemma.diff/1"


def difference_record(found: Difference) -> schema.Difference:
    """Return a difference as the object that `diff --json` prints."""
    pairs = zip(*(weighing.verdicts for weighing in found.weighings), strict=True)
    return {
        "schema": SCHEMA,
        "program": {"version": __version__},
        "a": _side(found.sides[0]),
        "b": _side(found.sides[1]),
        "frameworks": [
            {
                "id": one.about.id,
                "name": one.about.name,
                "differs": one.about.id in found.differing,
                "a": list(one.choice) if one.applicable else None,
                "b": list(other.choice) if other.applicable else None,
            }
            for one, other in pairs
        ],
        "steps": [step_record(step) for step in found.steps],
        "rest": list(found.rest),
        "changes": [
            {
                "address": change.address,
                "status": change.status,
                "kind": change.kind,
                "a": plain_data(change.before),
                "b": plain_data(change.after),
            }
            for change in found.changes
        ],
    }


def _side(side: Side) -> schema.Side:
    return {
        "label": side.label,
        "scenario": side.document.id,
        "sha256": side.document.digest,
        "set": {address: plain_data(value) for address, value in side.values.items()},
    }
