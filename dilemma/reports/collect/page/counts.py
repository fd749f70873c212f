"""The table of counts as HTML, with cells that the script can change."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reports.collect.counts import CountRow
from dilemma.reports.media.html.markup import Html, element

__all__ = ["counts_table"]


def counts_table(rows: Sequence[CountRow], heads: Sequence[str], views: int) -> Html:
    """Return the table of counts, with a bar and a number in each cell that the script can change."""
    columns = (element("th", {"scope": "col"}, name) for name in (*heads, "none"))
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
