"""Cards of numbers: name, value, the slider's picture, reason, source, and where theories turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from dilemma.reports.cruxes.words import file_and_range
from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.page.data.numbers import Slider, Turn, slider_of, turn_in_words, turns
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.turns import stated_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.dials.dial import Dial

__all__ = ["number_card"]

MOST_TURNS: Final = 4  # values told on a card
WIDE: Final = 400  # units of the view box of a slider's picture


def number_card(dial: Dial, cruxes: Iterable[Crux], panel: AbstractSet[str], lettered: DialNames) -> Html:
    """Return the card of a number: its name, its value and range, why, and where theories turn.

    Of the theories on the panel those turns are told that lie inside the stated range, if any does.
    """
    names, options = lettered.names, letters(tuple(lettered.view.scenario.options))
    mine = [crux for crux in cruxes if crux.dial.address == dial.address]
    every = turns([crux for crux in mine if crux.about.id in panel], options)
    told = [turn for turn in every if not turn.outside] or every
    cited = [names.cited(id) for id in names.sources(dial.address)]
    source = (" ", element("cite", None, ", ".join(cited))) if cited else ()
    return element(
        "article",
        {"class": "number", "data-address": dial.address},
        element("h3", None, lettered.full(dial)),
        element("p", {"class": "value"}, stated_in_words(dial, dial.best)),
        element("div", {"class": "rail"}, _rail(dial, slider_of(dial, mine), told)),
        element("p", {"class": "stated"}, file_and_range(dial, "file")),
        element("p", {"class": "because"}, names.because(dial.address) or "", *source),
        element("ul", {"class": "turns"}, *(element("li", None, text) for text in _in_words(told))),
    )


def _in_words(told: Sequence[Turn]) -> Iterator[str]:
    """Yield the first turns in sentences, and how many more there are."""
    yield from map(turn_in_words, told[:MOST_TURNS])
    if more := len(told[MOST_TURNS:]):
        yield SCRIPT["more-turns" if more > 1 else "more-turns-one"].format(count=more)


def _rail(dial: Dial, slider: Slider, told: Sequence[Turn]) -> Html:
    """Return the picture under a slider: the stated range, the best estimate, and a tick for each turn."""
    ticks = [slider.along(turn.at) for turn in told if slider.low <= turn.at <= slider.high]
    best = slider.along(dial.best)
    shapes = []
    if dial.range:
        low, high = map(slider.along, dial.range)
        shapes.append(_bar(low, high, "range"))
    shapes += [_bar(tick, tick, "tick") for tick in ticks]
    return element(
        "svg",
        {"viewBox": f"0 0 {WIDE} 10", "preserveAspectRatio": "none", "aria-hidden": "true"},
        *shapes,
        _bar(best, best, "best"),
    )


LEAST: Final[Mapping[str, float]] = {"range": 0.0, "tick": 2.0, "best": 4.0}
"""The width of a mark on a rail, in units of its view box, where it has no extent of its own."""


def _bar(low: float, high: float, kind: str) -> Html:
    width = max(LEAST[kind], WIDE * (high - low))
    start = WIDE * (low + high) / 2 - width / 2
    return element(
        "rect", {"class": kind, "x": f"{start:.1f}", "width": f"{width:.1f}", "y": "0", "height": "10"}
    )
