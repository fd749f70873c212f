"""The most disputed numbers as figures, with the reasons that people give for theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.reports.blocks import Spread
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.spreads import axis_of_values, spread_of
from dilemma.reports.media.html.dots import dots_path, highest, step_of
from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number

__all__ = ["MOST_NUMBERS", "number_figures"]

FEW: Final = 3  # dots on top of each other that need less room
MOST_NUMBERS: Final = 24  # drawn; the others are listed
KEY: Final = (
    "Each dot is the value of a person who set it; equal and nearly equal ones are on top of each other. The "
    "bar below holds the middle half of all values, the tall mark is their median. On the lowest line: the "
    "range that the dilemma's author states, their own number (thick), and where a theory turns (red), all "
    "other numbers at the median of all views."
)
OF_A_GROUP: Final = " Of the people chosen at the top of the page the dots are dark."


def number_figures(collection: Collection, phrases: Phrases, numbers: Sequence[Number]) -> Iterator[Html]:
    """Yield a key, a figure for each of the first numbers, and the names of the others."""
    several = len(collection.groups) > 1 or collection.choosers
    yield element("p", {"class": "legend"}, KEY + (OF_A_GROUP if several else ""))
    drawn = numbers[:MOST_NUMBERS]
    idle = [number for number in drawn if not number.turned_at_ends]
    figures = [_figure(collection, number, phrases) for number in drawn]
    telling = len(figures) - len(idle)
    yield from figures[:telling]
    if idle:
        told = f"{counted(len(idle), 'number')} on which no verdict turns at anyone's value"
        yield element("details", {"class": "idle"}, element("summary", None, told), *figures[telling:])
    if len(numbers) > MOST_NUMBERS:
        rest = ", ".join(phrases.number(number.address) for number in numbers[MOST_NUMBERS:])
        yield element("p", None, f"Less disputed: {rest}.")


def _figure(collection: Collection, number: Number, phrases: Phrases) -> Html:
    """Return the figure of a number, with the reasons that people give for theirs."""
    turns = collection.turns.get(number.address, ())
    stated = tuple(axis_of_values(number).position(float(number.values[row])) for row in number.set_by)
    spread = spread_of(number, turns, len(collection.views), phrases)
    return _spread(spread, stated, _reasons(collection, number, phrases))


def _spread(one: Spread, stated: Sequence[float], reasons: Html) -> Html:
    """Return the figure of a number, with dots for the values stated.

    The script draws the dots and the quartiles anew.
    """
    low, middle, high = (100 * at for at in one.quartiles)
    upper = (
        element("path", {"class": "others", "d": ""}),
        element("path", {"class": "views", "d": dots_path(stated, step_of(stated))}),
        element("path", {"class": "box", "d": f"M{low:.2f} 25H{high:.2f}V27H{low:.2f}z"}),
        element("path", {"class": "median", "d": f"M{middle:.2f} 24V28"}),
    )
    range_ = one.plausible or (one.best or 0.0, one.best or 0.0)
    lower = (
        element("path", {"class": "range", "d": f"M{100 * range_[0]:.2f} 32H{100 * range_[1]:.2f}"}),
        element("path", {"class": "turns", "d": "".join(f"M{100 * at:.2f} 29V35" for at in one.turns)}),
        element("path", {"class": "best", "d": "" if one.best is None else f"M{100 * one.best:.2f} 29V35"}),
    )
    is_low = highest(stated) <= FEW
    box = {
        "viewBox": "0 15 100 21" if is_low else "0 0 100 36",
        "class": "low spread" if is_low else "spread",
        "aria-hidden": "true",
        "preserveAspectRatio": "none",
    }
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
