"""The first screen of the page: question, options, answer, picture, and the numbers that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.data.model import FIRST
from dilemma.reports.page.data.numbers import deciding
from dilemma.reports.page.parts.glance import Glance, answer_sentences, option_cards, pictures
from dilemma.reports.page.parts.number_cards import number_card
from dilemma.reports.page.phrases import TheoryText
from dilemma.reports.weigh.wavering import turning_numbers
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted

__all__ = ["cover"]


def cover(found: PageData, said: Sequence[TheoryText], views: Sequence[Mapping[str, Any]]) -> Html:
    """Return the first screen."""
    scenario = found.view.scenario
    inside = [crux for crux in found.cruxes.cruxes if crux.inside]
    seen = Glance(scenario, found.weighing.verdicts, found.panel, said, inside)
    date = date_in_words(scenario.as_of)
    kicker = element(
        "p", {"class": "kicker"}, scenario.title, *([element("time", None, date)] if date else [])
    )
    return element(
        "section",
        {"id": "cover", "aria-label": "The answer"},
        element("header", None, kicker, element("h1", None, scenario.question), *_for_print(found)),
        option_cards(scenario),
        element(
            "div",
            {"class": "board"},
            answer_sentences(seen, ranged=found.ranged),
            _picture(seen, found, views),
            _deciding(found),
        ),
    )


def _for_print(found: PageData) -> list[Html]:
    """Return who decides and the background, which on the screen stand in the last tab."""
    scenario = found.view.scenario
    told = (scenario.agent and f"{scenario.agent} decides.", " ".join((scenario.about or "").split()))
    return [element("p", {"class": "for-print"}, text) for text in told if text]


def _picture(seen: Glance, found: PageData, views: Sequence[Mapping[str, Any]]) -> Html:
    """Return the picture with its controls."""
    return element(
        "section",
        {"id": "picture", "aria-label": "Theories by options"},
        _controls(views),
        pictures(seen, found.names.names),
    )


def _controls(views: Sequence[Mapping[str, Any]]) -> Html:
    """Return the choice of a view, apart by camps and what-ifs, and the button for figures."""
    own, *others = views
    camps = [view for view in others if not view["what_if"]]
    suppositions = [view for view in others if view["what_if"]]
    groups = [
        element("optgroup", {"label": label}, *map(_choice, members))
        for label, members in (("Camps", camps), ("What if …", suppositions))
        if members
    ]
    select = element("select", {"id": "view"}, _choice(own), *groups)
    label = element("label", {"for": "view"}, "By the numbers of")
    yours = element("span", {"id": "yours"})
    figures = element("button", {"type": "button", "id": "figures", "aria-pressed": "false"}, "Figures")
    return element(
        "div", {"class": "controls", "hidden": None}, *((label, select) if others else ()), yours, figures
    )


def _choice(view: Mapping[str, Any]) -> Html:
    name = view["name"].removeprefix("What if ")
    return element("option", {"value": view["id"]}, name[:1].upper() + name[1:])


def _others(found: PageData) -> list[Html | str]:
    """Return how many other numbers turn a theory of the panel within their ranges, as a link to them all."""
    inside = (crux for crux in found.cruxes.cruxes if crux.inside and crux.about.id in found.panel)
    count = len(turning_numbers(inside)) - FIRST
    words = f"and {counted(count, 'other number')}"
    return [" ", element("a", {"href": "#decides"}, words)] if count > 0 else []


def _deciding(found: PageData) -> Html:
    """Return the numbers that decide, as cards that the script completes with sliders."""
    scenario = found.view.scenario
    lettered = DialNames(found.view, found.frameworks, letters(tuple(scenario.options)))
    dials = deciding(found.cruxes, FIRST)
    inside = bool(dials) and any(crux.inside and crux.dial == dials[0] for crux in found.cruxes.cruxes)
    title = "What decides" if inside else "The nearest turns"
    cards = (number_card(dial, found.cruxes.cruxes, found.panel, lettered) for dial in dials)
    return element(
        "section",
        {"id": "deciding", "aria-labelledby": "deciding-title"},
        element("h2", {"id": "deciding-title"}, title, *_others(found)),
        *cards,
    )
