"""What was read: views, and a finding at its place for each that was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dilemma.errors import Finding
from dilemma.scenario.syntax.characters import on_one_line
from dilemma.scenario.views.person_view import PersonView

__all__ = ["Reading", "distinctly_named", "finding_at", "with_reasons"]


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
    taken, seen = set(counts), set[str]()
    named: list[PersonView] = []
    for view in every:
        if view.name is not None and view.name in seen:
            number = 2
            while f"{view.name} ({number})" in taken:
                number += 1
            view = view._replace(name=f"{view.name} ({number})")  # noqa: PLW2901 - the view as it is kept
            taken.add(str(view.name))
        seen.add(str(view.name))
        named.append(view)
    remarks = tuple(
        f"{count} views are named “{name}”; they are kept apart, as “{name} (2)” and so on"
        for name, count in counts.items()
        if count > 1
    )
    return Reading(tuple(named), remarks=remarks)
