"""The first screen of the page: question, options, answer, picture, and the numbers that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dilemma.reports.cruxes.words import file_and_range
from dilemma.reports.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.data.model import FIRST
from dilemma.reports.page.data.numbers import along, deciding, turn_in_words, turns
from dilemma.reports.page.phrases import TheoryText, answer_sentence
from dilemma.reports.page.picture import legend, picture
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted, first_sentence
from dilemma.reports.words.options import options_block
from dilemma.reports.words.turns import stated_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.dials.dial import Dial

__all__ = ["cover"]

MOST_TURNS: Final = 4  # values told on a card
WIDE: Final = 400  # units of the view box of a slider's picture


def cover(found: PageData, said: Sequence[TheoryText], views: Sequence[Mapping[str, Any]]) -> Html:
    """Return the first screen."""
    scenario = found.view.scenario
    date = date_in_words(scenario.as_of)
    kicker = element(
        "p", {"class": "kicker"}, scenario.title, *([element("time", None, date)] if date else [])
    )
    return element(
        "section",
        {"id": "cover", "aria-label": "The answer"},
        element("header", None, kicker, element("h1", None, scenario.question), *_for_print(found)),
        _options(found),
        element(
            "div",
            {"class": "board"},
            element("p", {"id": "answer"}, *_answer(found)),
            _picture(found, said, views),
            _deciding(found),
        ),
    )


def _for_print(found: PageData) -> list[Html]:
    """Return who decides and the background, which on the screen stand in the last tab."""
    scenario = found.view.scenario
    told = (scenario.agent and f"{scenario.agent} decides.", " ".join((scenario.about or "").split()))
    return [element("p", {"class": "for-print"}, text) for text in told if text]


def _options(found: PageData) -> Html:
    """Return a card for each option: its letter, its name and its sentence."""
    cards = (
        element(
            "li",
            None,
            element("h2", None, element("span", {"class": "letter"}, entry.letter), " ", entry.name),
            element("p", None, entry.text),
        )
        for entry in options_block(found.view.scenario).entries
    )
    return element("ol", {"id": "options", "aria-label": "Options"}, *cards)


def _inside(found: PageData) -> list[Crux]:
    return [crux for crux in found.cruxes.cruxes if crux.inside]


def panel_of_page(found: PageData) -> frozenset[str]:
    """Return the ids of the theories that the page shows where nobody asks for more."""
    return panel_ids(found.view.scenario, [framework.about.id for framework in found.frameworks])


def _answer(found: PageData) -> list[Html | str]:
    """Return the answer in a sentence, and how many theories waver."""
    panel = panel_of_page(found)
    verdicts = [verdict for verdict in found.weighing.verdicts if verdict.about.id in panel]
    lettered = letters(tuple(found.view.scenario.options))
    parts: list[Html | str] = [element("strong", {"id": "choices"}, answer_sentence(verdicts, lettered)), " "]
    applying = {verdict.about.id for verdict in verdicts if verdict.applicable}
    if found.ranged and applying:
        turned = len(applying & {crux.about.id for crux in _inside(found)})
        key = {0: "wavers-none", 1: "wavers-one"}.get(turned, "wavers")
        parts.append(element("span", {"id": "wavers"}, SCRIPT[key].format(count=turned, of=len(applying))))
    return parts


def _picture(found: PageData, said: Sequence[TheoryText], views: Sequence[Mapping[str, Any]]) -> Html:
    """Return the picture with its controls; theories off the panel fold away."""
    panel, names, cruxes = panel_of_page(found), found.names.names, _inside(found)
    verdicts = found.weighing.verdicts
    on = [at for at, verdict in enumerate(verdicts) if verdict.about.id in panel]
    off = [at for at, verdict in enumerate(verdicts) if verdict.about.id not in panel]
    rest: tuple[Html, ...] = ()
    if off:
        rest = (
            element(
                "details",
                {"id": "off-panel"},
                element("summary", None, f"{counted(len(off), 'theory')} off the file’s panel"),
                picture(verdicts, off, said, cruxes, names, "Theories off the file's panel by options"),
            ),
        )
    return element(
        "section",
        {"id": "picture", "aria-label": "Theories by options"},
        _controls(views),
        picture(verdicts, on, said, cruxes, names, "Theories by options"),
        legend(()),
        *rest,
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
    figures = element("button", {"type": "button", "id": "figures", "aria-pressed": "false"}, "Figures")
    return element(
        "div", {"class": "controls", "hidden": None}, *((label, select) if others else ()), figures
    )


def _choice(view: Mapping[str, Any]) -> Html:
    name = view["name"].removeprefix("What if ")
    return element("option", {"value": view["id"]}, name[:1].upper() + name[1:])


def _deciding(found: PageData) -> Html:
    """Return the numbers that decide, as cards that the script completes with sliders."""
    scenario = found.view.scenario
    lettered = DialNames(found.view, found.frameworks, letters(tuple(scenario.options)))
    dials = deciding(found.cruxes, FIRST)
    inside = bool(dials) and any(crux.inside and crux.dial == dials[0] for crux in found.cruxes.cruxes)
    title = "What decides" if inside else "The nearest turns"
    cards = (number_card(dial, found, lettered) for dial in dials)
    return element(
        "section", {"id": "deciding", "aria-labelledby": "deciding-title"},
        element("h2", {"id": "deciding-title"}, title),
        *cards,
    )  # fmt: skip


def number_card(dial: Dial, found: PageData, lettered: DialNames) -> Html:
    """Return the card of a number: its name, its value and range, why, and where theories turn."""
    names, options = lettered.names, letters(tuple(found.view.scenario.options))
    mine = [crux for crux in found.cruxes.cruxes if crux.dial.address == dial.address]
    because = names.because(dial.address) or ""
    panel = panel_of_page(found)
    told = turns([crux for crux in mine if crux.about.id in panel], options)
    shown = [turn for turn in told if not turn.outside] or told
    cited = [names.cited(id) for id in names.sources(dial.address)]
    source = (" ", element("cite", None, ", ".join(cited))) if cited else ()
    return element(
        "article",
        {"class": "number", "data-address": dial.address},
        element("h3", None, lettered.full(dial)),
        element("p", {"class": "value"}, stated_in_words(dial, dial.best)),
        element("div", {"class": "rail"}, rail(dial, [crux for crux in mine if crux.about.id in panel])),
        element("p", {"class": "stated"}, file_and_range(dial, "file")),
        element("p", {"class": "because"}, first_sentence(because), *source),
        element(
            "ul",
            {"class": "turns"},
            *(element("li", None, turn_in_words(turn)) for turn in shown[:MOST_TURNS]),
        ),
    )


def rail(dial: Dial, cruxes: Sequence[Crux]) -> Html:
    """Return the picture under a slider: the stated range, the best estimate, and a tick for each turn."""
    shapes = []
    if dial.range:
        low, high = (along(dial, end) for end in dial.range)
        shapes.append(_bar(low, high, "range"))
    ticks = (along(dial, crux.at) for crux in cruxes if crux.inside or crux.nearest)
    shapes += [_bar(tick, tick, "tick") for tick in ticks]
    shapes.append(_bar(along(dial, dial.best), along(dial, dial.best), "best"))
    return element(
        "svg",
        {"viewBox": f"0 0 {WIDE} 10", "preserveAspectRatio": "none", "aria-hidden": "true"},
        *shapes,
    )


LEAST: Final[Mapping[str, float]] = {"range": 0.0, "tick": 2.0, "best": 4.0}
"""The width of a mark on a rail, in units of its view box, where it has no extent of its own."""


def _bar(low: float, high: float, kind: str) -> Html:
    width = max(LEAST[kind], WIDE * (high - low))
    start = WIDE * (low + high) / 2 - width / 2
    return element(
        "rect", {"class": kind, "x": f"{start:.1f}", "width": f"{width:.1f}", "y": "0", "height": "10"}
    )
