"""The page as one file: the report, and a filter by group that counts and draws anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.reports.blocks import Sentences
from dilemma.reports.collect.answer import answer
from dilemma.reports.collect.counts import CountRow, count_rows
from dilemma.reports.collect.credences import credence_table
from dilemma.reports.collect.divides.block import division_block, division_lines
from dilemma.reports.collect.members import group_name, groups_by_row, member_lines
from dilemma.reports.collect.page.counts import counts_table
from dilemma.reports.collect.page.numbers import MOST_NUMBERS, number_figures
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.collect.screen import (
    CLOSING,
    common_ground,
    divisions,
    groups_title,
    has_groups,
    legend,
)
from dilemma.reports.collect.spreads import aside_of, axis_of_values, disputed
from dilemma.reports.media.html.blocks import render
from dilemma.reports.media.html.document import asset, compact, document, footer
from dilemma.reports.media.html.dots import BINS, HIGH, step_of
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.names import counted
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number

__all__ = ["collection_page", "style_and_script"]

ASSETS: Final = "dilemma.reports.collect.page.assets"
STYLE_OF_PAGE: Final = "styles/page.css"
LIGHT: Final = "Pale bars: views that only permit an option."
NO_ONE: Final = (
    "In the last column, none: no choice is stated, the ways to combine differ, or the theory leaves all "
    "options standing or does not apply."
)
MOST_PEOPLE: Final = 1000  # rows of the table of people
PER_CENT: Final = re.compile(r"(?<=\d) %")
PLACES: Final = 4  # decimals of a position on an axis


def collection_page(collection: Collection, phrases: Phrases, left_out: int) -> str:
    """Return the page of a collection: self-contained, asking for nothing from anywhere."""
    scenario = collection.document.scenario
    style, script = style_and_script()
    numbers = disputed(collection)
    rows = [*count_rows(collection)]
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
    page = document(scenario.language, title, style, script, body, metas)
    return PER_CENT.sub("\N{NO-BREAK SPACE}%", page)


def style_and_script() -> tuple[str, str]:
    """Return the style sheet and the script of every such page."""
    styles = (("dilemma.reports.page.assets", STYLE_OF_PAGE), (ASSETS, "collection.css"))
    style = "\n".join(compact(asset(package, name)) for package, name in styles)
    return style, compact(asset(ASSETS, "collection.js"))


def _sections(
    collection: Collection,
    phrases: Phrases,
    left_out: int,
    rows: Sequence[CountRow],
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
    told = answer(collection, phrases, left_out)
    yield element("div", {"id": "answer"}, *(element("p", None, text) for text in told))
    yield _filter(collection, phrases)
    table = counts_table(rows, [*phrases.letters.values()], len(collection.views))
    light = any(row.allowing(place) for row in rows for place, _ in enumerate(collection.options))
    told = (legend(collection), LIGHT if light else "", NO_ONE)
    yield _section(
        "say", "What they say", table, element("p", {"class": "legend"}, " ".join(filter(None, told)))
    )
    for place, one in enumerate(divisions(collection, phrases, full=True)):
        lines = Sentences("Theory by theory", tuple(division_lines(one, phrases)))
        blocks = (division_block(one, phrases, ""), *([lines] if one.steps else ()))
        yield _section(f"divides-{place}" if place else "divides", one.title, render(blocks))
    if credences := credence_table(collection, phrases):
        yield _section("credences", credences.title, render((credences._replace(title=""),)))
    if has_groups(collection):
        groups = Sentences("", tuple(member_lines(collection, phrases, full=True)))
        yield _section("groups", groups_title(collection), render((groups,)))
    yield _section(
        "shared", "Common ground", render((Sentences("", tuple(common_ground(collection, phrases))),))
    )
    if numbers:
        yield _section("numbers", "Most disputed", *number_figures(collection, phrases, numbers))
    yield _section("people", "Views", _people(collection, phrases))


def _section(id: str, title: str, *parts: Html) -> Html:
    heading = element("h2", {"id": f"title-{id}"}, title)
    return element("section", {"id": id, "aria-labelledby": f"title-{id}"}, heading, *parts)


def _parts(collection: Collection, phrases: Phrases) -> list[tuple[str, Sequence[int]]]:
    """Return whose views can be shown, each with a name: all, of each group, and with each own choice."""
    every: Sequence[int] = range(len(collection.views))
    found = [(f"All {len(every)}", every)]
    if len(collection.groups) > 1 or len(collection.groups[0].rows) < len(every):
        found += [
            (f"Group {place + 1}: {group_name(collection, place, phrases)} ({len(group.rows)})", group.rows)
            for place, group in enumerate(collection.groups)
        ]
    if collection.choosers and collection.grouped_by != "choice":
        for option, letter in phrases.letters.items():
            rows = [row for row in every if collection.views[row].choice == option]
            if rows:
                found.append((f"Choose {letter} ({len(rows)})", rows))
    return found


def _filter(collection: Collection, phrases: Phrases) -> Html:
    """Return the buttons that choose whose views are shown; the script shows them."""
    names = [name for name, _ in _parts(collection, phrases)]
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


def _people(collection: Collection, phrases: Phrases) -> Html:
    """Return the table of views: whose each is, its group, its choice, what its numbers imply, its note."""
    groups = groups_by_row(collection)
    heads = ("", "group", "choice", "implied", "sure of the choice", "" if phrases.anonymous else "note")
    rows = (
        element(
            "tr",
            {"data-row": str(row)},
            element("th", {"scope": "row"}, phrases.person(view, row)),
            element("td", None, str(groups.get(row, "–"))),
            element("td", None, phrases.letters_of((view.choice,)) if view.choice else "–"),
            element("td", None, phrases.letters_of(implied.choice if implied.stated else None)),
            element("td", None, f"{100 * view.confidence:.0f} %" if view.confidence is not None else "–"),
            element("td", None, "; ".join(filter(None, (view.because, view.note)))),
        )
        for row, (view, implied) in enumerate(
            zip(collection.views[:MOST_PEOPLE], collection.implied[:MOST_PEOPLE], strict=True)
        )
    )
    head = (element("th", {"scope": "col"}, name) if name else element("td") for name in heads)
    top = element("thead", None, element("tr", None, *head))
    table = element("table", {"class": "people"}, top, element("tbody", None, *rows))
    more = len(collection.views) - MOST_PEOPLE
    rest = element("p", None, f"{more} more in the JSON and the CSV.") if more > 0 else Html("")
    scroll = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Views"}
    return joined(element("div", scroll, table), rest)


def _data(
    collection: Collection, rows: Sequence[CountRow], numbers: Sequence[Number], phrases: Phrases
) -> str:
    """Return what the script counts and draws from, as JSON in which no tag can begin."""
    groups = [list(rows) for _, rows in _parts(collection, phrases)]
    spreads = []
    for number in numbers[:MOST_NUMBERS]:
        axis = axis_of_values(number)
        values = [
            None if value != value else round(axis.position(value), PLACES)
            for value in number.values.tolist()
        ]
        stated = list(number.set_by)
        step = step_of(value for row in stated if (value := values[row]) is not None)
        half = [aside_of(number, group, phrases) for group in groups]
        spreads.append({"values": values, "stated": stated, "half": half, "step": step})
    data = {
        "groups": groups,
        "rows": [{"chosen": row.chosen, "permitted": row.permitted or None} for row in rows],
        "spreads": spreads,
        "dots": {"bins": BINS, "high": HIGH},
    }
    return json.dumps(data, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
