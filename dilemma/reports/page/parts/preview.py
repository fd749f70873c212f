"""The preview of the page: the question and the picture as one SVG, for where a link to it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.letters import letters

__all__ = ["preview"]

WIDE, HIGH = 1200, 630  # the size at which links are shown
LEFT, TOP = 60, 70
LINE: Final = 34  # characters of the question in a line
ROWS: Final = 14  # theories drawn
SHADE: Final = {
    "chosen": ("11", "#1d5f8a"),
    "among": ("7", "#1d5f8a"),
    "permitted": ("3", "#8a9097"),
    "plain": ("2", "#8a9097"),
}


def preview(found: PageData) -> str:
    """Return the SVG: the question on the left, the theories of the panel by options on the right."""
    scenario = found.view.scenario
    question = enumerate(wrap(scenario.question, LINE))
    parts = [
        element("rect", {"width": str(WIDE), "height": str(HIGH), "fill": "#fdfcfa"}),
        _text(LEFT, TOP, scenario.title, size=26, fill="#5d636b"),
        *(_text(LEFT, TOP + 70 + 52 * at, line, size=42) for at, line in question),
        *_rows(found),
    ]
    size = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDE} {HIGH}"}
    return element("svg", size | {"font-family": "Georgia, serif"}, joined(*parts)).markup


def _rows(found: PageData) -> Iterator[Html]:
    """Yield the letters of the options, and the marks of each theory in a row."""
    verdicts = [verdict for verdict in panel_of(found.weighing) if verdict.applicable][:ROWS]
    lettered = letters(tuple(found.view.scenario.options))
    step = min(38, (HIGH - 2 * TOP) // (len(verdicts) + 1))
    across = min(44, 260 // max(1, len(lettered)))
    for place, letter in enumerate(lettered.values()):
        yield _text(920 + across * place - 7, TOP, letter, size=20, fill="#5d636b")
    for at, verdict in enumerate(verdicts, 1):
        yield _text(700, TOP + step * at, verdict.about.short_name, size=20, fill="#1f2328")
        for place, answer in enumerate(verdict.answers):
            shade = SHADE.get(mark_of(answer, verdict))
            if shade:
                spot = {"cx": str(920 + across * place), "cy": str(TOP + step * at - 7)}
                yield element("circle", spot | {"r": shade[0], "fill": shade[1]})


def _text(x: int, y: int, words: str, *, size: int, fill: str = "#1f2328") -> Html:
    return element("text", {"x": str(x), "y": str(y), "font-size": str(size), "fill": fill}, words)
