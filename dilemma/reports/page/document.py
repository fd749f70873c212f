"""The page as one file: head, first screen, tabs, the strip of changes, data and scripts."""

from __future__ import annotations

import json
from base64 import b85encode
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote
from zlib import compress

from dilemma.reports.media.html.document import Meta, asset, compact, document, footer
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.data.model import model
from dilemma.reports.page.parts.cover import cover
from dilemma.reports.page.parts.dialog import dialog
from dilemma.reports.page.parts.picture import sprite
from dilemma.reports.page.parts.preview import preview
from dilemma.reports.page.parts.tabs import Tab, tabs
from dilemma.reports.page.phrases import theory_text
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.letters import letters

__all__ = ["page", "style_and_script"]

MOST_PACKED: Final = 9  # of zlib: smallest
SCRIPTS: Final = (
    *("figures.js", "verdicts.js", "tell.js", "state.js", "views.js"),
    *("picture.js", "wavering.js", "cards.js", "numbers.js", "why.js", "bears.js", "credences.js"),
    *("strip.js", "controls.js", "live.js"),
)
STYLES: Final = ("page.css", "parts.css", "print.css")


def page(found: PageData, paper: str = "a4") -> str:
    """Return the page of a view: self-contained, asking for nothing from anywhere.

    `paper` is what it is printed on: `a4` or `letter`.
    """
    style, script = style_and_script(paper)
    data = model(found.view, found.frameworks, found.cruxes, found.reconciliation, found.names)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    said = [theory_text(verdict, found.names.names) for verdict in found.weighing.verdicts]
    sections = [*tabs(found, said)]
    body = (
        element("a", {"class": "skip", "href": "#deciding"}, "To the numbers that decide"),
        sprite(),
        element("main", None, cover(found, said, data["views"]), _tabs(found, sections)),
        footer(CLOSING),
        _strip(),
        dialog(found),
        element("script", {"type": "text/plain", "id": "model"}, Html(_packed(text))),
    )
    scenario = found.view.scenario
    return document(scenario.language, scenario.title, style, script, body, _metas(found))


def style_and_script(paper: str = "a4") -> tuple[str, str]:
    """Return the style sheet and the script of every such page."""
    style = "\n".join(compact(_asset(f"styles/{name}")) for name in STYLES)
    own = (compact(_asset(f"scripts/{name}")) for name in SCRIPTS)
    licence = _asset("vendor/js-yaml.LICENSE").strip()
    yaml = _asset("vendor/js-yaml.min.js").strip()
    script = "\n".join((f"/*! js-yaml\n{licence}\n*/", yaml, _interpreter(), *own))
    return style.replace("size: A4", f"size: {paper}"), script


def _asset(name: str) -> str:
    return asset("dilemma.reports.page.assets", name)


def _interpreter() -> str:
    return compact(asset("dilemma.graph", "interpreter.js"))


def _packed(text: str) -> str:
    """Return JSON compressed and written in base 85, with commas in place of the sign that begins a tag.

    Half of a surrogate pair, which a file name may hold, becomes an escape of JSON.
    """
    raw = text.encode("utf-8", "backslashreplace")
    return b85encode(compress(raw, MOST_PACKED)).decode().replace("<", ",")


def _metas(found: PageData) -> Iterator[Meta]:
    """Yield what a link to the page is shown with."""
    scenario = found.view.scenario
    yield "name", "description", scenario.question
    yield "name", "twitter:card", "summary_large_image"
    yield "property", "og:type", "article"
    yield "property", "og:title", scenario.title
    yield "property", "og:description", scenario.question
    yield "property", "og:image", f"data:image/svg+xml,{quote(preview(found))}"


def _tabs(found: PageData, sections: Sequence[Tab]) -> Html:
    """Return the list of contents, which the script turns into tabs, and the sections."""
    contents = (
        element("li", None, element("a", {"href": f"#{tab.id}", "id": f"tab-{tab.id}"}, tab.title))
        for tab in sections
    )
    options = letters(tuple(found.view.scenario.options))
    key = (
        element("span", None, element("b", {"class": "letter"}, letter), f" {found.names.names.option(id)}")
        for id, letter in options.items()
    )
    panels = (
        element(
            "section",
            {"id": tab.id, "class": "tab", "aria-labelledby": f"title-{tab.id}"},
            element("h2", {"id": f"title-{tab.id}"}, tab.title),
            tab.content,
        )
        for tab in sections
    )
    nav = element(
        "nav", {"id": "contents", "aria-label": "Contents"}, element("ul", {"id": "tabs"}, *contents)
    )
    return joined(nav, element("p", {"id": "key"}, *key), *panels)


def _strip() -> Html:
    """Return the strip that tells what has changed, with the buttons to take it back and to keep it."""

    def button(id: str, words: str) -> Html:
        return element("button", {"type": "button", "id": id}, words)

    return element(
        "div",
        {"id": "strip", "role": "region", "aria-label": "Changes", "hidden": None},
        _arrow("undo", "Undo", "M7 3 3 7l4 4M3 7h6a4 4 0 0 1 0 8H7"),
        _arrow("redo", "Redo", "m9 3 4 4-4 4M13 7H7a4 4 0 0 0 0 8h2"),
        element("p", {"id": "changes", "role": "status"}),
        button("reset", "Reset"),
        element(
            "button",
            {"type": "button", "id": "mine"},
            "Save",
            element("span", {"class": "wide"}, " or share"),
        ),
    )


def _arrow(id: str, words: str, path: str) -> Html:
    """Return a button with an arrow, which stands alone where there is little room."""
    drawn = element("path", {"d": path, "fill": "none", "stroke": "currentColor", "stroke-width": "1.6"})
    icon = element("svg", {"viewBox": "0 0 16 18", "class": "icon", "aria-hidden": "true"}, drawn)
    return element(
        "button",
        {"type": "button", "id": id, "title": words},
        icon,
        element("span", {"class": "wide"}, words),
    )
