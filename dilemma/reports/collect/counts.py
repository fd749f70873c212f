"""How many views choose each option: by people themselves, as implied, and by each theory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.robustness.collection.collection import Collection

__all__ = ["IMPLIED", "CountRow", "count_rows", "people_rows", "theory_row"]

IMPLIED = "Implied"


class CountRow(NamedTuple):
    """A row of counts: its label, and by view the sets of options chosen and only permitted, as bit sets.

    A view that the row does not count has None.
    """

    label: str
    chosen: Sequence[int | None]
    permitted: Sequence[int] = ()

    def choosing(self, place: int) -> int:
        """Return how many views choose the option at a place."""
        return sum((set_ or 0) >> place & 1 for set_ in self.chosen)

    def allowing(self, place: int) -> int:
        """Return how many views permit the option at a place and do not choose it."""
        return sum(set_ >> place & 1 for set_ in self.permitted)

    @property
    def choosing_none(self) -> int:
        """How many of the views counted choose none of the options, or all of them."""
        return sum(set_ == 0 for set_ in self.chosen)


def count_rows(collection: Collection) -> Iterator[CountRow]:
    """Yield the rows of counts: people, and the theories shown."""
    yield from people_rows(collection)
    for at in collection.shown:
        yield theory_row(collection, at)


def people_rows(collection: Collection) -> Iterator[CountRow]:
    """Yield what people choose by themselves, and what the views imply that state credences, if any does."""
    options = list(collection.options)
    own = [1 << options.index(view.choice) if view.choice else 0 for view in collection.views]
    if any(own):
        yield CountRow("Own choice", own)
    implied = [
        sum(1 << options.index(option) for option in one.choice) if one.stated else None
        for one in collection.implied
    ]
    if any(one.stated for one in collection.implied):
        yield CountRow(IMPLIED, implied)


def theory_row(collection: Collection, at: int) -> CountRow:
    """Return what the theory at a place chooses and only permits; neither where it is silent."""
    verdicts = collection.verdicts
    chosen, permitted, selects = verdicts.chosen[:, at], verdicts.permitted[:, at], verdicts.selects(at)
    name = verdicts.theories[at].short_name
    return CountRow(name, (chosen * selects).tolist(), (permitted * selects & ~chosen).tolist())
