"""Perspectives beside the file in a memo: why each is held, how many theories it turns, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Line
from dilemma.reports.weigh.comparison import divides_among
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted, cut, first_sentence, listed
from dilemma.robustness.comparison import Comparison, Divide
from dilemma.weighing import Weighing

__all__ = ["Perspectives", "told_of"]

NAME: Final = 85  # characters of the name of a number


class Perspectives(NamedTuple):
    """A weighing, the theories it was made with, and the comparison with the file's perspectives, if any."""

    weighing: Weighing
    frameworks: Sequence[Framework]
    compared: Comparison | None


def told_of(found: Perspectives) -> Iterator[Line]:
    """Yield each perspective compared: why it is held, how many theories it turns, by which settings most."""
    if not found.compared:
        return
    scenario = found.weighing.view.scenario
    lettered = letters(tuple(scenario.options))
    shown = {verdict.about.id for verdict in panel_of(found.weighing)}
    for place, weighing in enumerate(found.compared.weighings[1:], 1):
        id = weighing.view.perspective or ""
        perspective = scenario.perspectives[id]
        because = f"{first_sentence(perspective.because)} " if perspective.because else ""
        divides = tuple(divides_among(shown, found.compared.divides[0, place]))
        turned = _divided(divides, DialNames(weighing.view, found.frameworks, lettered))
        yield Line(perspective.name or id, f"{because}{turned}")


def _divided(divides: Sequence[Divide], words: DialNames) -> str:
    """Return how many theories a perspective turns, and the settings that turn most of them."""
    count = sum(len(divide.frameworks) for divide in divides)
    if not count:
        return "Under it each theory answers as by the file."
    told = f"It turns {counted(count, 'theory')}"
    few = [divide for divide in divides if divide.few]
    if not few:
        return f"{told}, none of them by one or two settings alone."
    most = max(few, key=lambda divide: len(divide.frameworks))
    numbers = [cut(_name(address, words), NAME) for address in most.settings]
    return f"{told}, {len(most.frameworks)} of them by {listed(numbers)} alone."


def _name(address: str, words: DialNames) -> str:
    """Return the name of the setting at an address; the address itself if it is no number."""
    try:
        return words.at(address)
    except (KeyError, IndexError):
        return address
