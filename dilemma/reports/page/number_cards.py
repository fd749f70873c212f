"""Cards of numbers: name, value, the slider's picture, reason, source, and where theories turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dilemma.reports.cruxes.words import file_and_range
from dilemma.reports.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.data.numbers import along, turn_in_words, turns
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.turns import stated_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.dials.dial import Dial

__all__ = ["number_card"]

MOST_TURNS: Final = 4  # values told on a card
WIDE: Final = 400  # units of the view box of a slider's picture


def number_card(dial: Dial, found: PageData, lettered: DialNames) -> Html:
    """Return the card of a number: its name, its value and range, why, and where theories turn."""
    names, options = lettered.names, letters(tuple(found.view.scenario.options))
    mine = [crux for crux in found.cruxes.cruxes if crux.dial.address == dial.address]
    because = names.because(dial.address) or ""
    on_panel = [crux for crux in mine if crux.about.id in found.panel]
    told = turns(on_panel, options)
    shown = [turn for turn in told if not turn.outside] or told
    cited = [names.cited(id) for id in names.sources(dial.address)]
    source = (" ", element("cite", None, ", ".join(cited))) if cited else ()
    return element(
        "article",
        {"class": "number", "data-address": dial.address},
        element("h3", None, lettered.full(dial)),
        element("p", {"class": "value"}, stated_in_words(dial, dial.best)),
        element(
            "div", {"class": "rail"}, rail(dial, [crux for crux in mine if crux.about.id in found.panel])
        ),
        element("p", {"class": "stated"}, file_and_range(dial, "file")),
        element("p", {"class": "because"}, because, *source),
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
