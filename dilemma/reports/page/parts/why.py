"""Why: each theory's verdict, by the amounts and tests that make it and what would turn it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.frameworks.description import claim
from dilemma.reports.explain.brief import condition
from dilemma.reports.media.html.blocks import line
from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.page.phrases import TheoryText
from dilemma.reports.weigh.wavering import change_in_words
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted
from dilemma.reports.words.turns import best_and_range
from dilemma.robustness.cruxes.crux import share_of_way

__all__ = ["why_tab"]

MOST_TURNS: Final = 2  # numbers named that turn a theory within their stated ranges


def why_tab(found: PageData, said: Sequence[TheoryText]) -> Html:
    """Return the reasons of all theories, those off the panel folded away."""
    articles = [_article(at, found, said[at]) for at, _ in enumerate(found.frameworks)]
    ids = [framework.about.id for framework in found.frameworks]
    on = [article for article, id in zip(articles, ids, strict=True) if id in found.panel]
    off = [article for article, id in zip(articles, ids, strict=True) if id not in found.panel]
    folded: tuple[Html, ...] = ()
    if off:
        summary = element("summary", None, counted(len(off), "more theory"))
        folded = (
            element("details", {"class": "more"}, summary, element("div", {"class": "theories"}, *off)),
        )
    return element("div", None, element("div", {"class": "theories"}, *on), *folded)


def _article(at: int, found: PageData, text: TheoryText) -> Html:
    """Return what a theory says and why, and what would turn it."""
    framework, verdict = found.frameworks[at], found.weighing.verdicts[at]
    name = element("h3", None, verdict.about.name)
    turns = [*_turns(verdict.about.id, found)]
    return element(
        "details",
        {"id": f"why-{verdict.about.id}", "data-theory": str(at), "open": None},
        element("summary", None, name, " ", element("span", {"class": "phrase"}, text.phrase)),
        element("p", {"class": "claim"}, claim(framework)),
        element("dl", {"class": "why"}, *map(line, text.why)),
        *((element("p", {"class": "turned-by"}, *turns),) if turns else ()),
    )


def _turns(id: str, found: PageData) -> Iterator[Html | str]:
    """Yield the nearest numbers that turn a theory, each with a link to it; those in their ranges first."""
    mine = [crux for crux in found.cruxes.cruxes if crux.about.id == id and crux.nearest]
    inside = sorted((crux for crux in mine if crux.inside), key=share_of_way)
    outside = sorted((crux for crux in mine if not crux.inside), key=share_of_way)
    lettered = letters(tuple(found.view.scenario.options))
    words = DialNames(found.view, found.frameworks, lettered)
    if found.ranged and outside and not inside:
        yield "No number turns it within its stated range. "
    for crux in inside[:MOST_TURNS] or outside[:1]:
        change = change_in_words(crux.before, crux.after, crux.about, lettered)
        link = element(
            "a",
            {"href": "#decides", "data-address": crux.dial.address},
            condition(crux, words.full(crux.dial)),
        )
        yield f"{change[:1].upper()}{change[1:]} "
        yield link
        yield f" (file {best_and_range(crux.dial)[0]}). "
