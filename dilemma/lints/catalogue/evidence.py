"""Lints about evidence: who states a number, and from what it is derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.scenario.model import Entry, Evidence, Scenario
from dilemma.scenario.numbers import Product, Range
from dilemma.scenario.problem import Path
from dilemma.scenario.structure.shapes import FACTORS

__all__ = ["evidence_untold", "source_question"]

ROWS = ("beliefs", *FACTORS)
"""The tables on whose entries an option has a standing of its own."""

TABLES = ("quantities", "parties", *ROWS)

FOUND: frozenset[Evidence] = frozenset({"stated", "measured"})
"""Evidence that somebody gives: the number itself is in a source."""

Number: TypeAlias = float | Range | Product

HOW = "'derived', and no 'because' says from what and how"


class Evidenced(NamedTuple):
    """An entry that writes `evidence`, with the sources and the reason of its own or of its factor."""

    path: Path
    evidence: Evidence
    sources: tuple[str, ...]
    because: str | None
    held_by: str | None
    numbers: tuple[Number, ...]

    @property
    def is_product(self) -> bool:
        """Whether a number is a product, which says by itself what it is derived from."""
        return any(isinstance(number, Product) for number in self.numbers)


@lint("evidence-untold", "warning", "'{0}', and it names no source")
def evidence_untold(file: Subject) -> Iterator[Question]:
    """A number is called stated or measured without a source, or derived without a word on how.

    Why: `evidence` tells the reader that a number is more than a judgement. A reader who is not told
    where it was found, or how it was worked out, must take that on trust.

    Mend: Name the source of a number that was stated or measured (`sources`). Say of a derived one from
    what and how (`because`). Leave `evidence` out of what is a judgement.

    Bad::

        deaths: {value: 40, evidence: measured}

    Good::

        deaths: {value: 40, evidence: measured, sources: [register]}
    """
    for entry in _evidenced(file.scenario):
        if entry.evidence == "derived" and not entry.because and not entry.is_product:
            yield Question(entry.path, sentence=HOW)
        elif entry.evidence in FOUND and not (entry.sources or entry.because or entry.held_by):
            yield Question(entry.path, (entry.evidence,))


@lint("source-question", "note", "is this very number in {each}?")
def source_question(file: Subject) -> Iterator[Question]:
    """A number is called stated or measured: does the source that is cited give that very number?

    Why: A source supports only what it says. If it gives another number, or the claim without the amount, to
    cite it makes a guess look supported. No program can read the source; the author can.

    Mend: Look the number up. If it was worked out from what the source gives, write `evidence: derived` and
    say how; if the source only makes the claim, leave `evidence` out, and say in `because` why this amount.

    Bad::

        toll: {value: 3, evidence: stated, sources: [army]}     # the army speaks of 100 killed or wounded

    Good::

        toll: {value: 3, evidence: derived, sources: [army], because: A quarter of its 100 killed or wounded.}
    """
    for entry in _evidenced(file.scenario):
        if entry.evidence in FOUND and entry.sources and entry.numbers:
            yield Question(entry.path, entry.sources)


def _evidenced(scenario: Scenario) -> Iterator[Evidenced]:
    """Yield every entry that writes `evidence`, each factor before its rows under the options."""
    for table in TABLES:
        entries: Mapping[str, Entry] = getattr(scenario, table)
        for id, entry in entries.items():
            found: dict[Path, Entry] = {(table, id): entry}
            for option, standing in scenario.options.items() if table in ROWS else ():
                row = getattr(standing, table).get(id)
                found |= {("options", option, table, id): row} if row else {}
            for path, one in found.items():
                if "evidence" in one.model_fields_set:
                    sources, because = one.sources or entry.sources, one.because or entry.because
                    held_by, numbers = one.held_by or entry.held_by, tuple(_numbers(one))
                    yield Evidenced(path, one.evidence, tuple(sources), because, held_by, numbers)


def _numbers(entry: Entry) -> Iterator[Number]:
    """Yield the numbers written in the fields of an entry."""
    for field in entry.model_fields_set:
        value = getattr(entry, field)
        for one in value.values() if isinstance(value, Mapping) else (value,):
            if isinstance(one, Number):
                yield one
