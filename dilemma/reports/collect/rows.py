"""The views of a collection as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dilemma.reports.collect.members import groups_by_row
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.names import Names
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.verdicts import members

__all__ = ["view_columns", "view_rows"]


def view_columns(collection: Collection) -> tuple[str, ...]:
    """Return the columns of the table of views: one row a view."""
    numbers = (number.address for number in collection.numbers)
    theories = (collection.verdicts.theories[at].id for at in collection.shown)
    return (
        "name",
        "group",
        "choice",
        "choice_name",
        "confidence",
        "implied",
        "implied_names",
        *(column for theory in theories for column in (theory, f"{theory}_names")),
        *credence_columns(collection),
        *numbers,
    )


def credence_columns(collection: Collection) -> dict[str, str]:
    """Return the column of the credence in each theory that any view states one in, with the theory."""
    stated = {theory for view in collection.views for theory in view.credences}
    return {f"credence {theory}": theory for theory in sorted(stated)}


def view_rows(collection: Collection, phrases: Phrases) -> Iterator[Mapping[str, Any]]:
    """Yield a row for each view: its group and choice, each theory's choice, credences, each number it sets.

    A number that a view leaves as the file has it is None.
    """
    groups, verdicts = groups_by_row(collection), collection.verdicts
    names = Names(collection.document.scenario)
    credences, set_by = (
        credence_columns(collection),
        {one.address: set(one.set_by) for one in collection.numbers},
    )
    for row, view in enumerate(collection.views):
        yield {
            "name": f"No. {row + 1}" if phrases.anonymous or view.name is None else view.name,
            "group": groups.get(row),
            "choice": view.choice,
            "choice_name": names.option(view.choice) if view.choice else None,
            "confidence": view.confidence,
            **_choice_cells("implied", collection.implied[row].choice, names),
            **{
                column: cell
                for at in collection.shown
                for column, cell in _choice_cells(
                    verdicts.theories[at].id, members(verdicts.options, int(verdicts.chosen[row, at])), names
                ).items()
            },
            **{
                column: None if theory not in view.credences else float(view.credences[theory])
                for column, theory in credences.items()
            },
            **{
                number.address: float(number.values[row]) if row in set_by[number.address] else None
                for number in collection.numbers
            },
        }


def _choice_cells(column: str, choice: Sequence[str], names: Names) -> dict[str, str]:
    """Return the two cells of a choice: ids of options divided by blanks, and their names by semicolons."""
    return {column: " ".join(choice), f"{column}_names": "; ".join(map(names.option, choice))}
