"""The page in small, as an SVG: a preview where a link to it is shown, a thumbnail for a list of pages."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple

from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import PageData
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.letters import letters

__all__ = ["SMALL", "preview", "thumbnail"]

WIDE, HIGH = 1200, 630  # the size at which links are shown
LEFT, TOP = 60, 70
SMALL: Final = (600, 450)  # a thumbnail, which is shown at about half of it
LINE: Final = 34  # characters of the question in a line
ROWS: Final = 14  # theories drawn
SHADE: Final = {
    "chosen": ("11", "#1d5f8a"),
    "among": ("7", "#1d5f8a"),
    "permitted": ("3", "#8a9097"),
    "plain": ("2", "#8a9097"),
}


class Layout(NamedTuple):
    """Where the picture is drawn: its columns, its lines, and the size of its letters."""

    names: int
    first: int  # the marks of the first option
    top: int
    high: int
    step: int  # from one line to the next, at most
    across: int  # from one option to the next, at most
    wide: int  # of all options, at most
    letter: int


BESIDE: Final = Layout(700, 920, TOP, HIGH - 2 * TOP, 38, 44, 260, 20)
ALONE: Final = Layout(24, 240, 40, SMALL[1] - 60, 34, 60, 330, 21)


def preview(found: PageData) -> str:
    """Return the SVG: the question on the left, the theories of the panel by options on the right."""
    scenario = found.view.scenario
    question = enumerate(wrap(scenario.question, LINE))
    parts = [
        element("rect", {"width": str(WIDE), "height": str(HIGH), "fill": "#fdfcfa"}),
        _text(LEFT, TOP, scenario.title, size=26, fill="#5d636b"),
        *(_text(LEFT, TOP + 70 + 52 * at, line, size=42) for at, line in question),
        *_rows(found, BESIDE),
    ]
    size = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDE} {HIGH}"}
    return element("svg", size | {"font-family": "Georgia, serif"}, joined(*parts)).markup


def thumbnail(found: PageData) -> str:
    """Return the SVG of the picture alone, with letters that can be read where it is small."""
    wide, high = SMALL
    size = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {wide} {high}"}
    return element("svg", size | {"font-family": "system-ui, sans-serif"}, *_rows(found, ALONE)).markup


def _rows(found: PageData, where: Layout) -> Iterator[Html]:
    """Yield the letters of the options, and the marks of each theory in a row."""
    verdicts = [verdict for verdict in panel_of(found.weighing) if verdict.applicable][:ROWS]
    lettered = letters(tuple(found.view.scenario.options))
    step = min(where.step, where.high // (len(verdicts) + 1))
    across = min(where.across, where.wide // max(1, len(lettered)))
    size = where.letter
    for place, letter in enumerate(lettered.values()):
        yield _text(where.first + across * place - 7, where.top, letter, size=size, fill="#5d636b")
    for at, verdict in enumerate(verdicts, 1):
        yield _text(where.names, where.top + step * at, verdict.about.short_name, size=size)
        for place, answer in enumerate(verdict.answers):
            shade = SHADE.get(mark_of(answer, verdict))
            if shade:
                spot = {"cx": str(where.first + across * place), "cy": str(where.top + step * at - 7)}
                yield element("circle", spot | {"r": shade[0], "fill": shade[1]})


def _text(x: int, y: int, words: str, *, size: int, fill: str = "#1f2328") -> Html:
    return element("text", {"x": str(x), "y": str(y), "font-size": str(size), "fill": fill}, words)
