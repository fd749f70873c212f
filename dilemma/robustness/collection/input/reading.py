"""What was read: views, and a finding at its place for each that was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from dilemma.errors import Finding
from dilemma.scenario.syntax.characters import on_one_line
from dilemma.scenario.views.person_view import PersonView

__all__ = ["Copies", "Reading", "distinctly_named", "finding_at", "with_reasons"]

MOST_NAMES: Final = 5  # told that several views have
MOST_PLACES: Final = 3  # told of each of them
LONGEST_NAME: Final = 40  # characters of a name in a remark


class Reading(NamedTuple):
    """The views that were read, how many were left out, why, and what else the reader should know."""

    views: tuple[PersonView, ...] = ()
    left_out: int = 0
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()

    def __add__(self, other: Reading) -> Reading:  # type: ignore[override]
        return Reading(
            self.views + other.views,
            self.left_out + other.left_out,
            self.findings + other.findings,
            self.remarks + other.remarks,
        )

    @property
    def is_faulty(self) -> bool:
        """Whether anything was left out: a view, or a column of all of them."""
        return bool(self.left_out or self.findings)

    @property
    def found(self) -> int:
        """The number of views that were found, those left out included."""
        return len(self.views) + self.left_out


def finding_at(
    file: str, row: int, column: int, code: str, address: str, message: str, suggestion: str | None = None
) -> Finding:
    """Return the error at a row and a column, both counted from 1, of a table or a list."""
    told = on_one_line(address), on_one_line(message)
    return Finding(file, row, column, column + 1, "error", code, *told, suggestion)


def with_reasons(settings: Mapping[str, Any], reasons: Mapping[str, str]) -> dict[str, Any]:
    """Return the entries of `set`, with the reasons stated apart, by address, in those that they are for."""
    return {
        address: {"value": value, "because": reasons[address]} if address in reasons else value
        for address, value in settings.items()
    }


def distinctly_named(views: Iterable[PersonView]) -> Reading:
    """Return the views with a number after a name that an earlier one has, and a remark on each."""
    every = list(views)
    counts = Counter(view.name for view in every if view.name is not None)
    taken, seen, numbers = set(counts), set[str](), dict[str, int]()
    named: list[PersonView] = []
    for view in every:
        if view.name is not None and view.name in seen:
            number = numbers.get(view.name, 2)
            while f"{view.name} ({number})" in taken:
                number += 1
            numbers[view.name] = number + 1
            view = view._replace(name=f"{view.name} ({number})")  # noqa: PLW2901 - the view as it is kept
            taken.add(str(view.name))
        seen.add(str(view.name))
        named.append(view)
    return Reading(tuple(named), remarks=tuple(_shared_names(every, counts)))


def _shared_names(views: Iterable[PersonView], counts: Mapping[str, int]) -> Iterator[str]:
    """Yield a remark on each of the first names that several views have, and one on the others."""
    labels: dict[str, list[str]] = {}
    for view in views:
        if view.name is not None and counts[view.name] > 1:
            labels.setdefault(view.name, []).append(view.label)
    for name, places in islice(labels.items(), MOST_NAMES):
        told = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
        more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
        yield on_one_line(
            f"{len(places)} views are named “{told}” ({', '.join(places[:MOST_PLACES])}{more}): each counts, "
            f"as “{told} (2)” and so on; if one corrects another, take the older one out"
        )
    if len(labels) > MOST_NAMES:
        rest = len(labels) - MOST_NAMES
        yield f"{rest} more {'name is' if rest == 1 else 'names are'} those of several views"


class Copies:
    """The named views read from files of their own, to know a copy of one by."""

    def __init__(self) -> None:
        self._known: dict[str, list[PersonView]] = {}

    def original(self, view: PersonView) -> PersonView | None:
        """Return the earlier view of which this is a copy; remember this one if there is none.

        A view without a name is never one, since different people may say the same.
        """
        if view.name is None:
            return None
        earlier = self._known.setdefault(view.name, [])
        same = next((one for one in earlier if one._replace(label=view.label) == view), None)
        if same is None:
            earlier.append(view)
        return same
