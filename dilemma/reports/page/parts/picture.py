"""The picture of the answer: theories by options, a mark in each cell, and which marks waver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dilemma.frameworks.framework import Family
from dilemma.reports import blocks
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.phrases import Mark, TheoryText
from dilemma.reports.page.wavering import Wavering, remark_of, wavering
from dilemma.reports.page.wording import GAINED, LOST, MARKED, SCRIPT
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Verdict

__all__ = ["LEGEND", "SHAPES", "idle", "legend", "mark_name", "picture", "shape_of", "sprite"]

RING: Final = (
    '<circle cx="10" cy="10" r="6.4" class="ring" fill="none" stroke="currentColor" stroke-width="1" '
    'stroke-dasharray="1.6 2.4"/>'
)

SHAPES: Final[Mapping[str, str]] = {
    "chosen": '<circle cx="10" cy="10" r="6.5" fill="currentColor"/>',
    "chosen-lost": '<circle cx="10" cy="10" r="5.4" fill="none" stroke="currentColor" stroke-width="2.2"/>',
    "among": '<circle cx="10" cy="10" r="4" fill="currentColor"/>',
    "among-lost": '<circle cx="10" cy="10" r="3.4" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    "permitted": '<path d="M6.5 10h7" stroke="currentColor" stroke-width="1.6"/>',
    "plain": '<circle cx="10" cy="10" r="1.3" fill="currentColor"/>',
    "forbidden": '<path d="M6 6l8 8M14 6l-8 8" stroke="currentColor" stroke-width="1.7"/>',
    "absent": "",
}
"""The shape of each mark in a box of 20 by 20; `-lost` where a number in its range takes the choice away."""


def sprite() -> Html:
    """Return the shapes of all marks as symbols, for the cells and for a picture that is saved."""
    gained = (f"{name}-gained" for name in ("permitted", "plain", "forbidden", "absent"))
    symbols = (
        element("symbol", {"id": f"mark-{name}", "viewBox": "0 0 20 20"}, Html(shape_of(name)))
        for name in (*SHAPES, *gained)
    )
    return element("svg", {"id": "marks", "width": "0", "height": "0", "aria-hidden": "true"}, *symbols)


def shape_of(name: str) -> str:
    """Return the shape of a mark; with `-gained`, in the ring of what may join the choice."""
    return SHAPES[name] if name in SHAPES else SHAPES[name.removesuffix("-gained")] + RING


def mark_name(status: blocks.Mark, option: str, wavers: Wavering) -> str:
    """Return the name of the shape for a theory's answer on an option: the mark, and which way it wavers."""
    return f"{status}{_end(option, wavers)}"


def _end(option: str, wavers: Wavering) -> str:
    return "-lost" if option in wavers.lost else "-gained" if option in wavers.gained else ""


def mark_of_cell(mark: Mark, option: str, wavers: Wavering) -> Html:
    """Return the mark of a theory's answer on an option."""
    end = _end(option, wavers)
    words = {"-lost": f"; {LOST}", "-gained": f"; {GAINED}"}.get(end, "")
    said = {"role": "img", "aria-label": MARKED[mark.status] + words}
    use = element("use", {"href": f"#mark-{mark.status}{end}"})
    return joined(element("svg", said, use), element("small", None, mark.text))


def picture(
    verdicts: Sequence[Verdict],
    places: Sequence[int],
    said: Sequence[TheoryText],
    cruxes: Sequence[Crux],
    names: Names,
    label: str,
) -> Html:
    """Return the table of the theories at these places among `verdicts`, under their families.

    The rows of theories that do not apply are there, and not shown: `idle` lists them.
    """
    lettered = letters(tuple(names.scenario.options))
    head = (
        element(
            "th",
            {"scope": "col", "title": names.option(id)},
            element("span", {"class": "letter"}, letter),
            element("span", {"class": "said"}, f" {names.option(id)}"),
        )
        for id, letter in lettered.items()
    )
    top = element("thead", None, element("tr", None, element("td", None), *head, element("td", None)))
    bodies = []
    for family in Family:
        mine = [at for at in places if verdicts[at].about.family is family]
        rows = [
            _row(at, verdicts[at], said[at], wavering(verdicts[at], cruxes, lettered), lettered)
            for at in mine
        ]
        if rows:
            title = element("th", {"scope": "rowgroup", "colspan": str(len(lettered) + 2)}, FAMILIES[family])
            bodies.append(element("tbody", None, element("tr", {"class": "band"}, title), *rows))
    return element("table", {"class": "picture", "aria-label": label}, top, *bodies)


def _row(at: int, verdict: Verdict, text: TheoryText, wavers: Wavering, lettered: Mapping[str, str]) -> Html:
    """Return a theory's row: its name, a mark for each option, and what it turns to or why it has none."""
    about = verdict.about
    link = element("a", {"href": f"#why-{about.id}", "tabindex": "-1"}, about.short_name)
    if verdict.applicable:
        cells = [
            element("td", {"class": mark.status}, mark_of_cell(mark, answer.option, wavers))
            for answer, mark in zip(verdict.answers, text.marks, strict=True)
        ]
    else:
        cells = [element("td", {"class": "absent"}) for _ in lettered]
    remark = element("td", {"class": "remark"}, remark_of(verdict, wavers, lettered))
    head = element("th", {"scope": "row"}, link)
    kind = {} if verdict.applicable else {"class": "idle"}
    return element("tr", {"data-theory": str(at), "data-id": about.id} | kind, head, *cells, remark)


def idle(verdicts: Sequence[Verdict], places: Sequence[int]) -> Html:
    """Return the theories at these places that do not apply, folded away: each with what the file lacks."""
    rows = [
        element(
            "li",
            {"data-idle": str(at)},
            element("a", {"href": f"#why-{verdicts[at].about.id}"}, verdicts[at].about.name),
            ": ",
            "; ".join(verdicts[at].missing),
        )
        for at in places
        if not verdicts[at].applicable
    ]
    if not rows:
        return Html("")
    words = SCRIPT["idle-one" if len(rows) == 1 else "idle"].format(count=len(rows))
    return element("details", {"class": "idle"}, element("summary", None, words), element("ul", None, *rows))


LEGEND: Final[Mapping[str, str]] = {
    "chosen": "its one choice",
    "among": "one of several",
    "chosen-lost": "hollow: may be lost",
    "plain-gained": "dotted: may be gained",
    "forbidden": "forbidden",
    "permitted": "allowed, not best",
    "plain": "ranked lower",
}
"""What marks mean, by the name of the shape."""


def legend() -> Html:
    """Return what the marks mean, each beside its shape."""
    return element("p", {"class": "legend"}, *(_key(name, words) for name, words in LEGEND.items()))


def _key(name: str, words: str) -> Html:
    use = element("use", {"href": f"#mark-{name}"})
    shape = element("svg", {"aria-hidden": "true"}, use)
    return element("span", {"class": f"key {name.partition('-')[0]}"}, shape, words)
