"""Why: each theory's verdict by the amounts and tests that make it, and who bears what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dilemma.case.build import case_of
from dilemma.frameworks.description import claim
from dilemma.quantity import Quantity
from dilemma.reports.explain.brief import condition
from dilemma.reports.html.blocks import line
from dilemma.reports.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.burdens import GROUPS, Row, burdens_of
from dilemma.reports.page.phrases import TheoryText
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.weigh.wavering import change_in_words
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import in_row
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, counted
from dilemma.reports.words.turns import best_and_range
from dilemma.robustness.cruxes.crux import Crux

__all__ = ["why_tab"]

MOST_TURNS: Final = 2  # numbers named that turn a theory within their stated ranges

UNIT: Final = (
    "Expected amounts in the unit of the file ({unit}), every party counted as one and before any weight: "
    "below 0 a burden, above 0 a benefit."
)


def why_tab(found: PageData, said: Sequence[TheoryText]) -> Html:
    """Return the articles of all theories, those off the panel folded away, and the table of burdens."""
    articles = [_article(at, found, said[at]) for at, _ in enumerate(found.frameworks)]
    ids = [framework.about.id for framework in found.frameworks]
    on = [article for article, id in zip(articles, ids, strict=True) if id in found.panel]
    off = [article for article, id in zip(articles, ids, strict=True) if id not in found.panel]
    folded: tuple[Html, ...] = ()
    if off:
        summary = element("summary", None, f"{counted(len(off), 'theory')} off the file’s panel")
        folded = (
            element("details", {"class": "more"}, summary, element("div", {"class": "theories"}, *off)),
        )
    return element(
        "div", None, element("div", {"class": "theories"}, *on), *folded, _burdens(found)
    )  # fmt: skip


def _article(at: int, found: PageData, text: TheoryText) -> Html:
    """Return what a theory says and why, and what would turn it."""
    framework, verdict = found.frameworks[at], found.weighing.verdicts[at]
    name = element("h3", None, verdict.about.name)
    turns = [*_turns(verdict.about.id, found)]
    return element(
        "details",
        {"id": f"why-{verdict.about.id}", "data-theory": str(at), "open": None},
        element("summary", None, name, " ", element("span", {"class": "phrase"}, text.phrase)),
        element("p", {"class": "claim"}, claim(framework)),
        element("dl", {"class": "why"}, *map(line, text.why)),
        *((element("p", {"class": "turned-by"}, *turns),) if turns else ()),
    )


def _turns(id: str, found: PageData) -> Iterator[Html | str]:
    """Yield the nearest numbers that turn a theory, each with a link to it; those in their ranges first."""
    mine = [crux for crux in found.cruxes.cruxes if crux.about.id == id and crux.nearest]
    inside = sorted((crux for crux in mine if crux.inside), key=_way)
    outside = sorted((crux for crux in mine if not crux.inside), key=_way)
    lettered = letters(tuple(found.view.scenario.options))
    words = DialNames(found.view, found.frameworks, lettered)
    if found.ranged and outside and not inside:
        yield "No number turns it within its stated range. "
    for crux in inside[:MOST_TURNS] or outside[:1]:
        change = change_in_words(crux.before, crux.after, crux.about, lettered)
        link = element(
            "a",
            {"href": "#decides", "data-address": crux.dial.address},
            condition(crux, words.full(crux.dial)),
        )
        yield f"{change[:1].upper()}{change[1:]} "
        yield link
        yield f" (file {best_and_range(crux.dial)[0]}). "


def _way(crux: Crux) -> float:
    """Return how far a crux is from the best estimate, as a share of the way to the end of its range."""
    low, high = crux.dial.range or (crux.dial.low, crux.dial.high)
    end = high if crux.direction == "above" else low
    return abs(crux.at - crux.dial.best) / (abs(end - crux.dial.best) or 1.0)


def _burdens(found: PageData) -> Html:
    """Return the tables of who bears what: what the act does apart from what comes of it."""
    scenario, names = found.view.scenario, found.names.names
    groups = burdens_of(case_of(scenario))._asdict()
    tables = (_table(agency, rows, names) for agency, rows in groups.items())
    return element(
        "section",
        {"id": "burdens", "aria-labelledby": "burdens-title"},
        element("h3", {"id": "burdens-title"}, "Who bears what"),
        element("p", {"class": "aside"}, UNIT.format(unit=scenario.unit)),
        element("div", {"class": "groups"}, *tables),
    )


def _table(agency: str, rows: Mapping[str, Row], names: Names) -> Html:
    """Return the table of one group of consequences, the sum of all parties first."""
    scenario = names.scenario
    head = (
        element("th", {"scope": "col", "title": names.option(id)}, letter)
        for id, letter in letters(tuple(scenario.options)).items()
    )
    sums: list[Quantity] = [
        sum((row[at] for row in rows.values()), 0.0) for at, _ in enumerate(scenario.options)
    ]
    whole = _amounts(SCRIPT["all-parties"], sums, {"class": "sum"})
    lines = (_amounts(names.party(id), row, {"data-party": id}) for id, row in rows.items())
    title = GROUPS[agency]
    table = element(
        "table",
        {"class": "burdens", "data-agency": agency},
        element("caption", None, title),
        element("thead", None, element("tr", None, element("td", None), *head)),
        element("tbody", None, whole, *lines),
    )
    return element("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": title}, table)


def _amounts(label: str, row: Sequence[Quantity], attributes: Mapping[str, str]) -> Html:
    """Return a row of amounts, one for each option."""
    figures = in_row([amount for amount in row if isinstance(amount, float)])
    cells = (element("td", None, text) for text in figures)
    return element("tr", attributes, element("th", {"scope": "row"}, label), *cells)
