"""The interactive part of the page: views to choose from, the grid of verdicts, and reasons."""

from __future__ import annotations

from typing import Any, Final

from dilemma.frameworks.description import claim
from dilemma.frameworks.framework import Family, Gives
from dilemma.reports.html.blocks import line, mark
from dilemma.reports.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.phrases import TWO, TheoryText, theory_text
from dilemma.reports.weigh.supporters import supporters
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.names import Names
from dilemma.reports.words.templates import FAMILIES
from dilemma.reports.words.templates import LEAD as LEAD_TOLD
from dilemma.weighing import Verdict

__all__ = ["interactive_section", "views"]

LEAD: Final = "Lead"
MARKED: Final = (
    "● chosen or permitted   ○ permitted, another is better   ✕ forbidden, by which test. "
    "Higher figures are better, each theory on a scale of its own."
)
LED: Final = (
    " Lead: by how much the best is ahead of the next that is permitted, as a share of the way from the "
    "theory's lowest figure to its highest."
)


def views(views: list[dict[str, Any]]) -> Html:
    """Return the buttons of the views; without scripts they stay hidden."""
    buttons = (element("button", {"type": "button", "data-view": view["id"]}, view["name"]) for view in views)
    choice = (
        element("span", {"class": "label", "id": "seen"}, "Seen by"),
        element("div", {"role": "group", "aria-labelledby": "seen"}, *buttons),
    )
    return element(
        "section",
        {"id": "views", "class": "views", "aria-label": "Views", "hidden": None},
        *(choice if len(views) > 1 else ()),
        element("p", {"id": "because"}),
    )


def interactive_section(found: PageData) -> Html:
    """Return the verdicts and reasons, and the empty panel in which the script builds the sliders."""
    names = found.names.names
    said = [theory_text(verdict, names) for verdict in found.weighing.verdicts]
    return element(
        "div",
        {"class": "live"},
        _verdicts(found, said, names),
        element("aside", {"id": "dials", "aria-label": "Dials", "hidden": None}),
        _reasons(found, said, names),
    )


def _verdicts(found: PageData, said: list[TheoryText], names: Names) -> Html:
    columns = [names.option(id) for id in found.view.scenario.options]
    head = [element("th", {"scope": "col"}, name) for name in columns]
    head += [element("th", {"scope": "col", "class": "lead"}, LEAD)] if _led(found) else []
    top = element("thead", None, element("tr", None, element("td", None), *head))
    bodies = (_family(family, found, said, len(head)) for family in Family)
    table = element("table", {"class": "grid", "id": "grid"}, top, *bodies)
    lines = [*map(line, supporters(found.weighing.verdicts, names))]
    return element(
        "section",
        {"id": "verdicts"},
        element("h2", None, "What each theory says"),
        element("p", {"id": "news", "class": "said", "role": "status", "aria-live": "polite"}),
        element(
            "div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Verdicts"}, table
        ),
        element("p", {"class": "legend"}, MARKED, LED if _led(found) else ""),
        element("p", {"class": "closing"}, CLOSING),
        element("h3", None, "Who favours what"),
        element("dl", {"id": "support"}, *lines),
    )


def _led(found: PageData) -> bool:
    """Whether the column of leads is shown: not for two options, nor if theories only permit."""
    ordering = any(framework.about.gives is not Gives.TIERS for framework in found.frameworks)
    return ordering and len(found.view.scenario.options) > TWO


def _family(family: Family, found: PageData, said: list[TheoryText], columns: int) -> Html:
    rows = [
        _row(at, verdict, said[at], columns)
        for at, verdict in enumerate(found.weighing.verdicts)
        if verdict.about.family is family
    ]
    if not rows:
        return joined()
    label = element("th", {"colspan": str(columns + 1), "scope": "rowgroup"}, FAMILIES[family])
    return element("tbody", None, element("tr", {"class": "band"}, label), *rows)


def _row(at: int, verdict: Verdict, says: TheoryText, columns: int) -> Html:
    """Return a theory's row: a cell per option and its lead, or one phrase for all options."""
    link = element("a", {"href": f"#why-{verdict.about.id}"}, verdict.about.name)
    head = element("th", {"scope": "row"}, link)
    alike = not says.marks or verdict.silent
    cells = (
        [element("td", {"colspan": str(columns), "class": "remark"}, says.phrase)]
        if alike
        else [element("td", {"class": one.status}, mark(one.status, one.text)) for one in says.marks]
    )
    if not alike and columns > len(cells):
        cells.append(element("td", {"class": "lead"}, says.lead))
    return element("tr", {"data-theory": str(at)}, head, *cells)


def _reasons(found: PageData, said: list[TheoryText], names: Names) -> Html:
    claims = {framework.about.id: claim(framework) for framework in found.frameworks}
    items = (
        _reason(at, verdict, said[at], claims[verdict.about.id], names)
        for at, verdict in enumerate(found.weighing.verdicts)
    )
    return element("section", {"id": "why"}, element("h2", None, "Why"), *items)


def _reason(at: int, verdict: Verdict, says: TheoryText, holds: str, names: Names) -> Html:
    summary = element(
        "summary",
        None,
        element("span", {"class": "name"}, verdict.about.name),
        " ",
        element("span", {"class": "phrase"}, says.phrase),
    )
    options = (
        element("div", None, element("dt", None, names.option(answer.option)), _list(why))
        for answer, why in zip(verdict.answers, says.why, strict=True)
    )
    return element(
        "details",
        {"id": f"why-{verdict.about.id}", "data-theory": str(at)},
        summary,
        element("p", {"class": "claim"}, holds),
        element("p", {"class": "led"}, LEAD_TOLD.format(lead=says.lead) if says.lead else ""),
        element("dl", {"class": "why"}, *options),
    )


def _list(sentences: tuple[str, ...]) -> Html:
    return element("dd", None, element("ul", None, *(element("li", None, words) for words in sentences)))
