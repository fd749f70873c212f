"""The page as one file: head, header, verdicts, reasons, dials, sections, data and scripts."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final
from zlib import compress

from dilemma import __version__
from dilemma.framework import Family, claim
from dilemma.report.commands import command
from dilemma.report.figures import date_in_words
from dilemma.report.guards import CLOSING
from dilemma.report.names import Names
from dilemma.report.page.contents import Part, parts
from dilemma.report.page.drawing import drawn, line, mark
from dilemma.report.page.gathered import Gathered
from dilemma.report.page.markup import Html, element, joined
from dilemma.report.page.model import model
from dilemma.report.page.telling import TWO, Told, told
from dilemma.report.supporters import supporters
from dilemma.report.weighing import FAMILIES
from dilemma.report.wordings import LEAD as LEAD_TOLD
from dilemma.weighing import Verdict

__all__ = ["page"]

MOST_PACKED: Final = 9  # of zlib: smallest
LEAD: Final = "Lead"
MARKED: Final = (
    "● chosen or permitted   ○ permitted, another is better   ✕ forbidden, by which test. "
    "Higher figures are better, each theory on a scale of its own."
)
LED: Final = (
    " Lead: by how much the best is ahead of the next that is permitted, as a share of the way from the "
    "theory's lowest figure to its highest."
)
SCRIPTS: Final = ("words.js", "credences.js", "live.js")


def page(found: Gathered) -> str:
    """Return the page of a view: self-contained, asking for nothing from anywhere."""
    style = _asset("page", "page.css")
    script = "\n".join((_asset("graph", "interpreter.js"), *(_asset("page", name) for name in SCRIPTS)))
    live = model(found.view, found.frameworks, found.cruxes, found.reconciliation)
    data = json.dumps(live, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    packed = b64encode(compress(data.encode(), MOST_PACKED)).decode()
    body = element(
        "body",
        None,
        element("a", {"class": "skip", "href": "#verdicts"}, "To the verdicts"),
        _header(found),
        element("main", None, _views(live["views"]), _live(found), *map(_part, parts(found))),
        _footer(found),
        element("script", {"type": "text/plain", "id": "model"}, packed),
        element("script", None, Html(script)),
    )
    return (
        "<!doctype html>\n" + element("html", {"lang": "en"}, _head(found, style, script), body).markup + "\n"
    )


def _asset(room: str, name: str) -> str:
    package = "dilemma.graph" if room == "graph" else "dilemma.report.page"
    return files(package).joinpath(name).read_text("utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _head(found: Gathered, style: str, script: str) -> Html:
    scenario = found.view.scenario
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("meta", {"name": "generator", "content": f"dilemma {__version__}"}),
        element("meta", {"name": "description", "content": scenario.question}),
        element("link", {"rel": "icon", "href": "data:,"}),
        element("title", None, scenario.title),
        element("style", None, Html(style)),
    )


def _header(found: Gathered) -> Html:
    scenario = found.view.scenario
    facts = (
        ("Who decides", scenario.agent),
        ("As of", date_in_words(scenario.as_of) if scenario.as_of else None),
        ("Measured in", scenario.unit),
    )
    told_ = (element("div", None, element("dt", None, k), element("dd", None, v)) for k, v in facts if v)
    about = (element("p", {"class": "about"}, scenario.about.strip()),) if scenario.about else ()
    return element(
        "header",
        None,
        element(
            "div",
            None,
            element("h1", None, scenario.title),
            element("p", {"class": "question"}, scenario.question),
            element("dl", {"class": "facts"}, *told_),
        ),
        *about,
    )


def _views(views: list[dict[str, Any]]) -> Html:
    """Return the views to choose from; shown where scripts run, before they do, so that nothing shifts."""
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


def _live(found: Gathered) -> Html:
    """Return what follows the dials, beside the place where they are built."""
    names = Names(found.view.scenario)
    said = [told(verdict, names) for verdict in found.weighing.verdicts]
    return element(
        "div",
        {"class": "live"},
        _verdicts(found, said),
        element("aside", {"id": "dials", "aria-label": "Dials", "hidden": None}),
        _reasons(found, said, names),
    )


def _verdicts(found: Gathered, said: list[Told]) -> Html:
    names = Names(found.view.scenario)
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


def _led(found: Gathered) -> bool:
    """Whether a lead says anything: of two options one is ahead by the whole way."""
    return len(found.view.scenario.options) > TWO


def _family(family: Family, found: Gathered, said: list[Told], columns: int) -> Html:
    rows = [
        _row(at, verdict, said[at], columns)
        for at, verdict in enumerate(found.weighing.verdicts)
        if verdict.about.family is family
    ]
    if not rows:
        return joined()
    label = element("th", {"colspan": str(columns + 1), "scope": "rowgroup"}, FAMILIES[family])
    return element("tbody", None, element("tr", {"class": "band"}, label), *rows)


def _row(at: int, verdict: Verdict, says: Told, columns: int) -> Html:
    """Return a theory's line: a cell an option and its lead, or what it says of all alike."""
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


def _reasons(found: Gathered, said: list[Told], names: Names) -> Html:
    claims = {framework.about.id: claim(framework) for framework in found.frameworks}
    items = (
        _reason(at, verdict, said[at], claims[verdict.about.id], names)
        for at, verdict in enumerate(found.weighing.verdicts)
    )
    return element("section", {"id": "why"}, element("h2", None, "Why"), *items)


def _reason(at: int, verdict: Verdict, says: Told, holds: str, names: Names) -> Html:
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


def _part(part: Part) -> Html:
    stale = (element("p", {"class": "as-written", "hidden": None}, part.stale),) if part.stale else ()
    return element("section", {"id": part.id}, element("h2", None, part.title), *stale, drawn(part.blocks))


def _footer(found: Gathered) -> Html:
    return element("footer", None, *_closing(found))


def _closing(found: Gathered) -> Iterator[Html]:
    yield element(
        "p", None, "To reproduce these verdicts: ", element("code", {"id": "again"}, command(found.view))
    )
    yield element(
        "p", {"class": "made"}, f"Made by dilemma {__version__}. This page asks nothing of any network."
    )
