"""A collection as a page: the report, and a filter by group that counts and draws anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dilemma.reports.blocks import Sentences, Spread
from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.divides import division_block, division_lines
from dilemma.reports.collect.members import group_name, groups_by_row, member_lines
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.screen import CLOSING, LEGEND, common_ground
from dilemma.reports.collect.spreads import aside_of, axis_of_values, disputed, spread_of
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.html.document import asset, compact, document, footer
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY

__all__ = ["collection_page"]

ASSETS: Final = "dilemma.reports.collect.assets"
STYLE_OF_PAGE: Final = "styles/page.css"
MOST_NUMBERS: Final = 24  # drawn; the others are listed
MOST_PEOPLE: Final = 1000  # rows of the table of people
KEY: Final = (
    "Each thin line is a view, dark those of the group chosen above; the box holds the middle half of these, "
    "the tall line is their median. On the line below: the file's range, its own number (thick), and where a "
    "theory turns (red), all other numbers at the median of all views."
)
PLACES: Final = 4  # decimals of a position on an axis


def collection_page(collection: Collection, phrases: Phrases, left_out: int) -> str:
    """Return the page of a collection: self-contained, asking for nothing from anywhere."""
    scenario = collection.document.scenario
    style = "\n".join(
        compact(asset(package, name))
        for package, name in (("dilemma.reports.page.assets", STYLE_OF_PAGE), (ASSETS, "collection.css"))
    )
    script = compact(asset(ASSETS, "collection.js"))
    numbers = disputed(collection)
    rows = [*_rows(collection)]
    body = (
        element("main", None, *_sections(collection, phrases, left_out, rows, numbers)),
        footer(CLOSING),
        element(
            "script",
            {"type": "application/json", "id": "views"},
            Html(_data(collection, rows, numbers, phrases)),
        ),
    )
    title = f"{scenario.title}: {counted(len(collection.views), 'view')}"
    metas = (("name", "description", scenario.question),)
    return document(scenario.language, title, style, script, body, metas)


def _sections(
    collection: Collection,
    phrases: Phrases,
    left_out: int,
    rows: Sequence[_Row],
    numbers: Sequence[Number],
) -> Iterator[Html]:
    scenario = collection.document.scenario
    day = date_in_words(scenario.as_of)
    kicker = f"{counted(len(collection.views), 'view')}" + (f" · {day}" if day else "")
    yield element(
        "header",
        None,
        element("p", {"class": "kicker"}, scenario.title, " · ", kicker),
        element("h1", None, scenario.question),
    )
    options = (
        element("li", None, element("b", {"class": "letter"}, letter), f" {scenario.options[id].name or id}")
        for id, letter in phrases.letters.items()
    )
    yield element("ul", {"id": "options"}, *options)
    yield element("p", {"id": "answer"}, answer(collection, phrases, left_out, named=False))
    yield _filter(collection, phrases)
    table = _counts(rows, [*phrases.letters.values()], len(collection.views))
    yield _section("say", "What they say", table, element("p", {"class": "legend"}, LEGEND))
    groups = Sentences("", tuple(member_lines(collection, phrases, full=True)))
    yield _section("groups", "Groups", render((groups,)))
    if collection.division:
        division = collection.division
        lines = Sentences("Theory by theory", tuple(division_lines(division, phrases)))
        yield _section(
            "divides", "What divides the two largest", render((division_block(division, phrases), lines))
        )
    yield _section(
        "shared", "Common ground", render((Sentences("", tuple(common_ground(collection, phrases))),))
    )
    if numbers:
        yield _section("numbers", "Most disputed", *_spreads(collection, phrases, numbers))
    yield _section("people", "Views", _people(collection, phrases))


def _section(id: str, title: str, *parts: Html) -> Html:
    heading = element("h2", {"id": f"title-{id}"}, title)
    return element("section", {"id": id, "aria-labelledby": f"title-{id}"}, heading, *parts)


def _filter(collection: Collection, phrases: Phrases) -> Html:
    """Return the buttons that choose all views or one group; the script shows them."""
    names = [f"All {len(collection.views)}"]
    if len(collection.groups) > 1 or len(collection.groups[0].rows) < len(collection.views):
        names += [
            f"{place + 1}  {group_name(collection, place, phrases)} ({len(group.rows)})"
            for place, group in enumerate(collection.groups)
        ]
    buttons = (
        element(
            "button",
            {"type": "button", "data-group": str(place), "aria-pressed": "false" if place else "true"},
            name,
        )
        for place, name in enumerate(names)
    )
    label = element("span", {"id": "which"}, "Whose views")
    attributes: dict[str, str | None] = {"id": "filter", "role": "group", "aria-labelledby": "which"}
    if len(names) == 1:
        attributes["hidden"] = None
    return element("div", attributes, label, *buttons, element("p", {"role": "status", "class": "said"}))


def _counts(rows: Sequence[_Row], heads: Sequence[str], views: int) -> Html:
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


def _spreads(collection: Collection, phrases: Phrases, numbers: Sequence[Number]) -> Iterator[Html]:
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
    range_ = one.plausible or (one.best, one.best)
    lower = (
        element("path", {"class": "range", "d": f"M{100 * range_[0]:.2f} 16H{100 * range_[1]:.2f}"}),
        element("path", {"class": "turns", "d": "".join(f"M{100 * at:.2f} 13V19" for at in one.turns)}),
        element("path", {"class": "best", "d": f"M{100 * one.best:.2f} 13V19"}),
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


def _people(collection: Collection, phrases: Phrases) -> Html:
    """Return the table of views: whose each is, its group, its choice, what its numbers imply, its note."""
    groups = groups_by_row(collection)
    heads = ("", "group", "choice", "implied", "confidence", "" if phrases.anonymous else "note")
    rows = (
        element(
            "tr",
            {"data-row": str(row)},
            element("th", {"scope": "row"}, phrases.person(view, row)),
            element("td", None, str(groups.get(row, "–"))),
            element("td", None, phrases.letters_of((view.choice,)) if view.choice else "–"),
            element("td", None, phrases.letters_of(collection.implied[row].choice or None)),
            element("td", None, f"{100 * view.confidence:.0f} %" if view.confidence is not None else "–"),
            element("td", None, "; ".join(filter(None, (view.because, view.note)))),
        )
        for row, view in enumerate(collection.views[:MOST_PEOPLE])
    )
    head = (element("th", {"scope": "col"}, name) if name else element("td") for name in heads)
    top = element("thead", None, element("tr", None, *head))
    table = element("table", {"class": "people"}, top, element("tbody", None, *rows))
    more = len(collection.views) - MOST_PEOPLE
    rest = element("p", None, f"{more} more in the JSON and the CSV.") if more > 0 else Html("")
    scroll = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Views"}
    return joined(element("div", scroll, table), rest)


class _Row(NamedTuple):
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


def _rows(collection: Collection) -> Iterator[_Row]:
    """Yield the rows of the table of counts: people, and the theories shown."""
    verdicts, options = collection.verdicts, list(collection.options)
    every = 2 ** len(options) - 1
    own = [1 << options.index(view.choice) if view.choice else 0 for view in collection.views]
    if any(own):
        yield _Row("Own choice", own)
    implied = [sum(1 << options.index(option) for option in one.choice) for one in collection.implied]
    yield _Row("Implied", implied)
    for at in collection.shown:
        chosen, permitted = verdicts.chosen[:, at], verdicts.permitted[:, at]
        telling = (chosen != DOES_NOT_APPLY) & (chosen != every)
        name = verdicts.theories[at].short_name
        yield _Row(name, (chosen * telling).tolist(), (permitted * telling & ~chosen).tolist())


def _data(collection: Collection, rows: Sequence[_Row], numbers: Sequence[Number], phrases: Phrases) -> str:
    """Return what the script counts and draws from, as JSON in which no tag can begin."""
    groups = [list(range(len(collection.views))), *(list(group.rows) for group in collection.groups)]
    spreads = []
    for number in numbers[:MOST_NUMBERS]:
        axis = axis_of_values(number)
        values = [
            None if value != value else round(axis.position(value), PLACES)
            for value in number.values.tolist()
        ]
        spreads.append({"values": values, "half": [aside_of(number, group, phrases) for group in groups]})
    data = {
        "groups": groups,
        "rows": [{"chosen": row.chosen, "permitted": row.permitted or None} for row in rows],
        "spreads": spreads,
    }
    return json.dumps(data, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
