"""The picture of theories by options as an SVG of its own; `picture.js` makes the same of the page.

Dark on white, in whatever sans-serif type there is, and readable at a width of 600 pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dilemma.errors import Named, TooLarge
from dilemma.frameworks.framework import Family
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.parts.picture import LEGEND, mark_name, shape_of
from dilemma.reports.page.phrases import answer_sentence
from dilemma.reports.page.wavering import remark_of, wavering
from dilemma.reports.weigh.answer import mark_of
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.changes import settings_changed
from dilemma.reports.words.characters import xml_line
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.crux import Crux
from dilemma.scenario.model import Scenario
from dilemma.weighing import Verdict, Weighing

__all__ = ["require_drawable", "saved_picture"]

EDGE, ROW, LEFT, COLUMN, TOP, BOX, LEAST = 24, 26, 190, 40, 96, 20, 680  # pixels, as in `picture.js`
REMARK: Final = 270  # pixels of the remarks
LINE, KEYS, NOTES = 22, 18, 17  # pixels of a line of the question, of the legend, of the options and notes
QUESTION, NOTE, KEY = 8.4, 6.2, 6.0  # pixels of a letter, about, by which lines are broken

MOST_CHANGES: Final = 4  # settings that the picture tells
MOST_OPTIONS: Final = 200  # each has a column
MOST_LINES: Final = 20  # of the question, of the options, of what is changed: pixels take memory

PAPER, INK, QUIET, ACCENT, AGAINST = "#fff", "#1f2328", "#4f555c", "#1d5f8a", "#9a4a32"
COLOURS: Final = {"chosen": ACCENT, "among": ACCENT, "forbidden": AGAINST}


class _Row(NamedTuple):
    """A theory's row: its name, the shapes of its marks, and what it turns to."""

    name: str
    shapes: tuple[str, ...]
    remark: str


def require_drawable(scenario: Scenario) -> None:
    """Raise TooLarge if a scenario has more options than the picture has columns."""
    if len(scenario.options) > MOST_OPTIONS:
        raise TooLarge(
            f"the picture has a column for each option, at most {MOST_OPTIONS}, and this file has "
            f"{len(scenario.options):,}: use ",
            Named("format"),
            " html or docx",
        )


def saved_picture(weighing: Weighing, cruxes: Sequence[Crux]) -> str:
    """Return the SVG: the question, the theories of the panel by options, and the options by letter.

    `cruxes` are those inside stated ranges.
    """
    scenario = weighing.view.scenario
    lettered, names = letters(tuple(scenario.options)), Names(scenario)
    shown = panel_of(weighing)
    rows = _rows(shown, cruxes, lettered)
    wide = max(LEAST, LEFT + COLUMN * len(lettered) + REMARK)
    lines = wrapped(scenario.question, int((wide - 2 * EDGE) / QUESTION))
    top = TOP + LINE * (len(lines) - 1)
    keys, below = _legend(wide, top + ROW * len(rows) + 8)
    options = " · ".join(f"{letter} {names.option(id)}" for id, letter in lettered.items())
    most = int((wide - 2 * EDGE) / NOTE)
    foot = [*wrapped(options, most), *wrapped(_note(weighing), most)]
    high = below + NOTES * len(foot) + 36
    size = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {wide} {high}"}
    size |= {"width": str(wide), "height": str(high), "font-family": "system-ui, sans-serif", "role": "img"}
    drawn = element(
        "svg",
        size,
        element("title", None, xml_line(f"{scenario.title}: {scenario.question}")),
        element("desc", None, answer_sentence(shown, lettered)),
        element("rect", {"width": str(wide), "height": str(high), "fill": PAPER}),
        *(_text(EDGE, 32, line, QUIET, 13) for line in wrapped(scenario.title, most, 1)),
        *(_text(EDGE, 58 + LINE * at, line, INK, 17) for at, line in enumerate(lines)),
        *_heads([*lettered.values()], top - 8),
        *_marks(rows, top),
        joined(*keys),
        *(_text(EDGE, below + 22 + NOTES * at, line, QUIET, 12) for at, line in enumerate(foot)),
    )
    return f"{drawn.markup}\n"


def _rows(verdicts: Sequence[Verdict], cruxes: Sequence[Crux], lettered: dict[str, str]) -> tuple[_Row, ...]:
    """Return the rows of the theories that apply, by families."""
    applying = [verdict for verdict in verdicts if verdict.applicable]
    ordered = (one for family in Family for one in applying if one.about.family is family)
    rows = []
    for verdict in ordered:
        wavers = wavering(verdict, cruxes, lettered)
        shapes = tuple(
            mark_name(mark_of(answer, verdict), answer.option, wavers) for answer in verdict.answers
        )
        rows.append(_Row(verdict.about.short_name, shapes, remark_of(verdict, wavers, lettered)))
    return tuple(rows)


def _note(weighing: Weighing) -> str:
    """Return what the view changes of the file: the first few settings."""
    told = [f"{line.label}: {line.text}" for line in settings_changed(weighing.view)]
    more = len(told) - MOST_CHANGES
    return "; ".join([*told[:MOST_CHANGES], *([f"and {more} more"] if more > 0 else [])])


def _heads(named: Sequence[str], y: int) -> Iterator[Html]:
    for at, letter in enumerate(named):
        where = {"text-anchor": "middle", "font-weight": "600"}
        yield _text(LEFT + COLUMN * at, y, letter, INK, 14, where)


def _marks(rows: Sequence[_Row], top: int) -> Iterator[Html]:
    """Yield the rows: the name of a theory, its marks, its remark."""
    columns = max((len(row.shapes) for row in rows), default=0)
    for line, row in enumerate(rows):
        y = top + ROW * line + 14
        yield _text(EDGE, y, row.name, INK, 14)
        for at, name in enumerate(row.shapes):
            yield _mark(name, LEFT + COLUMN * at - BOX // 2, y - 15)
        yield _text(LEFT + COLUMN * columns, y, row.remark, QUIET, 13)


def _mark(name: str, x: int, y: int) -> Html:
    colour = COLOURS.get(name.partition("-")[0], QUIET)
    return element("g", {"transform": f"translate({x} {y})", "color": colour}, Html(shape_of(name)))


def _legend(wide: int, y: int) -> tuple[list[Html], int]:
    """Return what the marks mean, and where the last line of it ends."""
    parts, across = [], EDGE
    for name, words in LEGEND.items():
        room = 36 + int(KEY * len(words))
        if across > EDGE and across + room > wide:
            across, y = EDGE, y + KEYS
        parts += [_mark(name, across - 4, y), _text(across + 18, y + 14, words, QUIET, 12)]
        across += room
    return parts, y + KEYS


def _text(x: int, y: int, words: str, fill: str, size: int, more: dict[str, str] | None = None) -> Html:
    where = {"x": str(x), "y": str(y), "font-size": str(size), "fill": fill} | (more or {})
    return element("text", where, xml_line(words))


def wrapped(words: str, most: int, lines: int = MOST_LINES) -> list[str]:
    """Return a text in lines of at most `most` characters; none of no text.

    A longer word is broken. Of more than so many lines the last that is kept ends in "…".
    """
    found = [""]
    for word in words.split(" "):
        longer = f"{found[-1]} {word}".strip()
        if len(longer) <= most:
            found[-1] = longer
        else:
            found += [word[at : at + most] for at in range(0, len(word), most)]
        if len(found) > lines + 1:
            break
    kept = [line for line in found if line]
    return kept if len(kept) <= lines else [*kept[: lines - 1], f"{kept[lines - 1][: most - 1]}…"]
