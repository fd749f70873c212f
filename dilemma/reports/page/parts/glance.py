"""The answer at a glance: a card for each option, the answer in a sentence, and the picture of theories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.parts.picture import idle, legend, picture
from dilemma.reports.page.phrases import TheoryText, answer_sentence
from dilemma.reports.page.wording import SCRIPT
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, counted
from dilemma.reports.words.options import options_block
from dilemma.robustness.cruxes.crux import Crux
from dilemma.scenario import model
from dilemma.weighing import Verdict

__all__ = ["Glance", "answer_sentences", "option_cards", "pictures"]


class Glance(NamedTuple):
    """What is seen at a glance: the verdicts of theories, the ids of those on the panel, what each says.

    `inside` are the cruxes inside stated ranges; None while they are not known.
    """

    scenario: model.Scenario
    verdicts: Sequence[Verdict]
    panel: frozenset[str]
    said: Sequence[TheoryText]
    inside: Sequence[Crux] | None


def option_cards(scenario: model.Scenario) -> Html:
    """Return a card for each option: its letter, its name and its sentence."""
    cards = (
        element(
            "li",
            None,
            element("h2", None, element("span", {"class": "letter"}, entry.letter), " ", entry.name),
            element("p", None, entry.text),
        )
        for entry in options_block(scenario).entries
    )
    return element("ol", {"id": "options", "aria-label": "Options"}, *cards)


def answer_sentences(seen: Glance, *, ranged: bool) -> Html:
    """Return the answer in a sentence; if the file states ranges, also how many theories waver."""
    verdicts = [verdict for verdict in seen.verdicts if verdict.about.id in seen.panel]
    lettered = letters(tuple(seen.scenario.options))
    parts: list[Html | str] = [element("strong", {"id": "choices"}, answer_sentence(verdicts, lettered)), " "]
    applying = {verdict.about.id for verdict in verdicts if verdict.applicable}
    if ranged and applying:
        parts.append(element("span", {"id": "wavers"}, _wavering(seen.inside, applying)))
    return element("p", {"id": "answer"}, *parts)


def _wavering(inside: Sequence[Crux] | None, applying: set[str]) -> str:
    if inside is None:
        return SCRIPT["wavers-wait"]
    turned = len(applying & {crux.about.id for crux in inside})
    key = {0: "wavers-none", 1: "wavers-one"}.get(turned, "wavers")
    return SCRIPT[key].format(count=turned, of=len(applying))


def pictures(seen: Glance, names: Names) -> Html:
    """Return the picture of the theories on the panel with its legend; those off it fold away."""
    inside = seen.inside or ()
    on = [at for at, verdict in enumerate(seen.verdicts) if verdict.about.id in seen.panel]
    off = [at for at, verdict in enumerate(seen.verdicts) if verdict.about.id not in seen.panel]
    shown = picture(seen.verdicts, on, seen.said, inside, names, "Theories by options")
    parts = [shown, legend(), idle(seen.verdicts, on)]
    if off:
        others = picture(
            seen.verdicts, off, seen.said, inside, names, "Theories off the file's panel by options"
        )
        summary = element("summary", None, counted(len(off), "more theory"))
        folded = idle(seen.verdicts, off)
        parts.append(element("details", {"id": "off-panel"}, summary, others, folded))
    return joined(*parts)
