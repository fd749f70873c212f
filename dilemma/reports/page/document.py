"""The page as one file: head, header, verdicts, reasons, dials, sections, data and scripts."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Final
from zlib import compress

from dilemma import __version__
from dilemma.reports.html.blocks import render
from dilemma.reports.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.model import model
from dilemma.reports.page.sections import Part, parts
from dilemma.reports.page.verdicts import interactive_section, views
from dilemma.reports.words.commands import command
from dilemma.reports.words.figures import date_in_words

__all__ = ["page"]

MOST_PACKED: Final = 9  # of zlib: smallest
SCRIPTS: Final = ("words.js", "credences.js", "dials.js", "live.js")


def page(found: PageData) -> str:
    """Return the page of a view: self-contained, asking for nothing from anywhere."""
    style = _asset("page", "page.css")
    script = "\n".join((_asset("graph", "interpreter.js"), *(_asset("page", name) for name in SCRIPTS)))
    data = model(found.view, found.frameworks, found.cruxes, found.reconciliation, found.names)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    packed = b64encode(compress(text.encode(), MOST_PACKED)).decode()
    body = element(
        "body",
        None,
        element("a", {"class": "skip", "href": "#verdicts"}, "To the verdicts"),
        _header(found),
        element("main", None, views(data["views"]), interactive_section(found), *map(_part, parts(found))),
        _footer(found),
        element("script", {"type": "text/plain", "id": "model"}, packed),
        element("script", None, Html(script)),
    )
    language = found.view.scenario.language
    return (
        "<!doctype html>\n"
        + element("html", {"lang": language}, _head(found, style, script), body).markup
        + "\n"
    )


def _asset(room: str, name: str) -> str:
    package = "dilemma.graph" if room == "graph" else "dilemma.reports.page.assets"
    return files(package).joinpath(name).read_text("utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _head(found: PageData, style: str, script: str) -> Html:
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


def _header(found: PageData) -> Html:
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


def _part(part: Part) -> Html:
    stale = (element("p", {"class": "as-written", "hidden": None}, part.stale),) if part.stale else ()
    return element("section", {"id": part.id}, element("h2", None, part.title), *stale, render(part.blocks))


def _footer(found: PageData) -> Html:
    return element("footer", None, *_closing(found))


def _closing(found: PageData) -> Iterator[Html]:
    yield element(
        "p",
        None,
        "To reproduce these verdicts: ",
        element("code", {"id": "again"}, command(found.view, frameworks=found.only)),
    )
    yield element(
        "p", {"class": "made"}, f"Made by dilemma {__version__}. This page asks nothing of any network."
    )
