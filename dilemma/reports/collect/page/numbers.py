"""The most disputed numbers as figures, with the reasons that people give for theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.reports.blocks import Spread
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import spread_of
from dilemma.reports.media.html.markup import Html, element
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number

__all__ = ["MOST_NUMBERS", "number_figures"]

MOST_NUMBERS: Final = 24  # drawn; the others are listed
KEY: Final = (
    "Each thin line is a view, dark those of the group chosen above; the box holds the middle half of these, "
    "the tall line is their median. On the line below: the file's range, its own number (thick), and where a "
    "theory turns (red), all other numbers at the median of all views."
)


def number_figures(collection: Collection, phrases: Phrases, numbers: Sequence[Number]) -> Iterator[Html]:
    """Yield a key, a figure for each of the first numbers, and the names of the others."""
    yield element("p", {"class": "legend"}, KEY)
    views = len(collection.views)
    for number in numbers[:MOST_NUMBERS]:
        turns = collection.turns.get(number.address, ())
        yield _spread(spread_of(number, turns, views, phrases), _reasons(collection, number, phrases))
    if len(numbers) > MOST_NUMBERS:
        rest = ", ".join(phrases.number(number.address) for number in numbers[MOST_NUMBERS:])
        yield element("p", None, f"Less disputed: {rest}.")


def _spread(one: Spread, reasons: Html) -> Html:
    """Return the figure of a number; what the script draws anew are the marks and the quartiles."""
    low, middle, high = (100 * at for at in one.quartiles)
    marks = "".join(f"M{100 * at:.2f} 2V10" for at in one.values)
    upper = (
        element("path", {"class": "box", "d": f"M{low:.2f} 1H{high:.2f}V11H{low:.2f}z"}),
        element("path", {"class": "others", "d": ""}),
        element("path", {"class": "views", "d": marks}),
        element("path", {"class": "median", "d": f"M{middle:.2f} 0V12"}),
    )
    range_ = one.plausible or (one.best or 0.0, one.best or 0.0)
    lower = (
        element("path", {"class": "range", "d": f"M{100 * range_[0]:.2f} 16H{100 * range_[1]:.2f}"}),
        element("path", {"class": "turns", "d": "".join(f"M{100 * at:.2f} 13V19" for at in one.turns)}),
        element("path", {"class": "best", "d": "" if one.best is None else f"M{100 * one.best:.2f} 13V19"}),
    )
    box = {"viewBox": "0 0 100 20", "class": "spread", "aria-hidden": "true", "preserveAspectRatio": "none"}
    ends = (element("span", None, end) for end in one.ends)
    caption = element("figcaption", None, one.title, " ", element("small", {"class": "half"}, one.aside))
    return element(
        "figure",
        None,
        caption,
        element("svg", box, *upper, *lower),
        element("p", {"class": "ends"}, *ends),
        element("p", {"class": "legend"}, one.words),
        reasons,
    )


def _reasons(collection: Collection, number: Number, phrases: Phrases) -> Html:
    """Return the reasons that people give for a number, each with their value; nothing if there are none."""
    told = [
        element(
            "li",
            {"data-row": str(row)},
            f"{phrases.person(view, row)} "
            f"({phrases.value_of(number, float(number.values[row]))}): {reason.because}",
        )
        for row, view in enumerate(collection.views)
        if (reason := view.reasons.get(number.address)) and reason.because and not phrases.anonymous
    ]
    if not told:
        return Html("")
    summary = element(
        "summary", None, "Reasons: ", element("span", {"class": "reasons-count"}, str(len(told)))
    )
    return element("details", None, summary, element("ul", {"class": "reasons"}, *told))
