"""The difference of two views or two files: what each sets, which verdicts differ, and what carries them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.framework import Framework
from dilemma.robustness.between import answer_of
from dilemma.robustness.collection.dividing.division import Step, setting_of
from dilemma.robustness.collection.numbers import SettingKind, setting_kind
from dilemma.robustness.comparison import divides
from dilemma.scenario.addresses.assignment import put
from dilemma.scenario.document import Document
from dilemma.scenario.structure.canonical import is_number_alone
from dilemma.scenario.structure.shapes import Figure, Record, Rows, Shape, inner, scenario_shape, shape_at
from dilemma.scenario.views.view import View, view
from dilemma.weighing import Weighing, judge_view

__all__ = ["Change", "ChangeStatus", "Difference", "Side", "difference"]

ChangeStatus: TypeAlias = Literal["changed", "added", "removed"]

WORDING = frozenset({"because", "name", "note", "sources", "held_by", "evidence", "claim", "basis"})
"""Fields of words, which no verdict depends on."""


JUDGED = frozenset(
    {"parties", "beliefs", "quantities", "consequences", "duties", "virtues", "options", "baseline"}
)
"""Maps, and a field, on which verdicts depend."""


class Side(NamedTuple):
    """One of two things compared: its label, its document, and the values that a view sets in it.

    `other_version` is true for a view that was made from another text of the document's file.
    """

    label: str
    document: Document
    values: Mapping[str, Any] = MappingProxyType({})
    other_version: bool = False


class Change(NamedTuple):
    """A value that differs, at its address; `kind` is None for words, and what is no setting."""

    address: str
    status: ChangeStatus
    kind: SettingKind | None
    before: Any
    after: Any


class Difference(NamedTuple):
    """Two sides weighed, and why they differ.

    `steps` are the settings that carry verdicts of the first to the second; `rest` are the theories whose
    verdicts differ by what only one of the files has.
    """

    sides: tuple[Side, Side]
    weighings: tuple[Weighing, Weighing]
    changes: tuple[Change, ...]
    differing: tuple[str, ...]
    steps: tuple[Step, ...]
    rest: tuple[str, ...]


def difference(first: Side, second: Side, frameworks: Sequence[Framework]) -> Difference:
    """Return the difference of two sides, by these theories."""
    if first.document.digest is not None and first.document.digest == second.document.digest:
        second = second._replace(document=first.document)
    here = view(first.document, None, first.values)
    there = view(second.document, None, second.values)
    weighings = judge_view(here, frameworks), judge_view(there, frameworks)
    changes = tuple(changes_between(here, there))
    differing = tuple(
        one.about.id
        for one, other in zip(weighings[0].verdicts, weighings[1].verdicts, strict=True)
        if answer_of(one) != answer_of(other)
    )
    alike = weighings[1] if here.document is there.document else moved(here, changes, frameworks)
    reached = {
        one.about.id
        for one, other in zip(alike.verdicts, weighings[1].verdicts, strict=True)
        if answer_of(one) == answer_of(other)
    }
    steps = tuple(
        Step(
            tuple(setting_of(first.document, address, here, alike.view) for address in divide.settings),
            tuple(theory for theory in divide.frameworks if theory in reached),
        )
        for divide in divides(weighings[0], alike, frameworks)
    )
    return Difference(
        sides=(first, second),
        weighings=weighings,
        changes=changes,
        differing=differing,
        steps=tuple(step for step in steps if step.theories),
        rest=tuple(theory for theory in differing if theory not in reached),
    )


def moved(here: View, changes: Sequence[Change], frameworks: Sequence[Framework]) -> Weighing:
    """Return the first side weighed with the values of the second that can be set in it."""
    settings = dict(here.changed)
    for change in changes:
        if change.status == "changed" and change.kind is not None:
            tried = {**settings, change.address: change.after}
            try:
                view(here.document, None, tried)
            except (BadSetting, UnknownName):
                continue
            settings = tried
    return judge_view(view(here.document, None, settings), frameworks)


def changes_between(here: View, there: View) -> Iterator[Change]:
    """Yield each value that differs between two views, in the order of the first, then of the second."""
    one, other = (dict(leaves(data_of(side), scenario_shape())) for side in (here, there))
    for address in dict.fromkeys((*one, *other)):
        before, after = one.get(address), other.get(address)
        if before == after:
            continue
        status: ChangeStatus = (
            "added" if address not in one else "removed" if address not in other else "changed"
        )
        yield Change(address, status, kind_of(there if status == "added" else here, address), before, after)


def data_of(side: View) -> Mapping[str, Any]:
    """Return the data of a view: that of its file, with what it changes."""
    data: Mapping[str, Any] = {key: item for key, item in side.document.data.items() if key != "perspectives"}
    for address, value in side.changed.items():
        data = put(data, tuple(address.split(".")), value)
    return data


def leaves(data: Any, shape: Shape, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the address and the value of everything in canonical data that is no map of entries."""
    for key, value in data.items():
        address, below = f"{above}{key}", inner(shape, key)
        if isinstance(value, dict) and isinstance(below, Record | Rows) and not is_range(value, below):
            yield from leaves(value, below, f"{address}.")
        else:
            yield address, value


def is_range(value: Mapping[str, Any], shape: Shape) -> bool:
    """Return whether a map is a number written as low, best and high."""
    return isinstance(shape, Figure) and is_number_alone(value)


def kind_of(side: View, address: str) -> SettingKind | None:
    """Return what the setting at an address is; None for words."""
    path = address.split(".")
    judged = path[0] in JUDGED or isinstance(shape_at(tuple(path)), Figure)
    return setting_kind(side.scenario, address) if judged and path[-1] not in WORDING else None
