"""The table of how many views choose each option, with cells that the script can change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dilemma.reports.media.html.markup import Html, element
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY

__all__ = ["CountRow", "count_rows", "counts_table"]


class CountRow(NamedTuple):
    """A row of the table of counts: its label, and by view the sets of options chosen and only permitted."""

    label: str
    chosen: Sequence[int]
    permitted: Sequence[int] = ()

    def choosing(self, place: int) -> int:
        return sum(set_ >> place & 1 for set_ in self.chosen)

    def allowing(self, place: int) -> int:
        return sum(set_ >> place & 1 for set_ in self.permitted)

    @property
    def choosing_none(self) -> int:
        """How many views choose none of the options, or all of them."""
        return sum(not set_ for set_ in self.chosen)


def count_rows(collection: Collection) -> Iterator[CountRow]:
    """Yield the rows of the table of counts: people, and the theories shown."""
    verdicts, options = collection.verdicts, list(collection.options)
    every = 2 ** len(options) - 1
    own = [1 << options.index(view.choice) if view.choice else 0 for view in collection.views]
    if any(own):
        yield CountRow("Own choice", own)
    implied = [sum(1 << options.index(option) for option in one.choice) for one in collection.implied]
    yield CountRow("Implied", implied)
    for at in collection.shown:
        chosen, permitted = verdicts.chosen[:, at], verdicts.permitted[:, at]
        telling = (chosen != DOES_NOT_APPLY) & (chosen != every)
        name = verdicts.theories[at].short_name
        yield CountRow(name, (chosen * telling).tolist(), (permitted * telling & ~chosen).tolist())


def counts_table(rows: Sequence[CountRow], heads: Sequence[str], views: int) -> Html:
    """Return the table of counts, with a bar and a number in each cell that the script can change."""
    columns = (element("th", {"scope": "col"}, name) for name in (*heads, "none of these, or all"))
    lines = (
        element(
            "tr",
            None,
            element("th", {"scope": "row"}, row.label),
            *(
                element(
                    "td",
                    None,
                    element("span", {"class": "count"}, str(row.choosing(place))),
                    _bar(row.choosing(place) / views, row.allowing(place) / views),
                )
                for place, _ in enumerate(heads)
            ),
            element("td", {"class": "rest"}, str(row.choosing_none)),
        )
        for row in rows
    )
    top = element("thead", None, element("tr", None, element("td"), *columns))
    whole = element("table", {"class": "counts"}, top, element("tbody", None, *lines))
    scroll = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Counts by option"}
    return element("div", scroll, whole)


def _bar(solid: float, light: float) -> Html:
    box = {"viewBox": "0 0 100 1", "class": "bar", "aria-hidden": "true", "preserveAspectRatio": "none"}
    ends = f"M0 0V1H{100 * solid:.1f}V0z", f"M{100 * solid:.1f} 0V1H{100 * (solid + light):.1f}V0z"
    parts = (
        element("path", {"class": kind, "d": d}) for kind, d in zip(("solid", "light"), ends, strict=True)
    )
    return element("svg", box, *parts)
