"""Sources of a memo: numbered, those of the numbers that decide first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dilemma.reports.blocks import Line
from dilemma.reports.weigh.wavering import Turning
from dilemma.reports.words.names import Names, cut
from dilemma.scenario.model import Scenario

__all__ = ["Citations"]

LONGEST: Final = 150  # characters of a source, without its address


class Citations:
    """The sources that a memo lists, at most `most`: those of its numbers, then the file's others in order.

    `lines` are the sources with their numbers, and `more` how many of the file are not listed.
    """

    def __init__(self, scenario: Scenario, numbers: Sequence[Turning], most: int) -> None:
        self.scenario, self.names = scenario, Names(scenario)
        cited = (id for number in numbers for id in self.names.sources(number.dial.address))
        ids = [*dict.fromkeys((*cited, *scenario.sources))][:most]
        self.places = {id: place for place, id in enumerate(ids, 1)}
        self.lines = tuple(self._lines())
        self.more = len(scenario.sources) - len(ids)

    def marks(self, address: str) -> str:
        """Return the numbers of the sources listed for a number, as ` [1, 2]`; "" if there are none."""
        listed = [str(self.places[id]) for id in self.names.sources(address) if id in self.places]
        return f" [{', '.join(listed)}]" if listed else ""

    def _lines(self) -> Iterator[Line]:
        for id, place in self.places.items():
            source = self.scenario.sources[id]
            parts = [source.author or source.publisher, source.title, source.date]
            text = ". ".join(part.rstrip(".") for part in parts if part).replace("?. ", "? ")
            short = cut(text, LONGEST)
            told = [short if short.endswith(("…", "?")) else f"{short}.", source.url or ""]
            yield Line(f"[{place}]", " ".join(told).strip())
