"""Lints about missing reasons, unused sources, and sources later than the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.scenario.addresses.entries import reasons_of
from dilemma.scenario.model import Entry, Scenario
from dilemma.scenario.structure.shapes import FACTORS

__all__ = ["hindsight", "no_reason", "unused_source"]

CITING = ("quantities", "parties", "beliefs", *FACTORS, "options")
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}\b", re.ASCII)


@lint("no-reason", "warning", "neither 'because' nor 'sources', here or under any option")
def no_reason(file: Subject) -> Iterator[Question]:
    """A factor has neither a source nor a reason, in itself or under any option.

    Why: A reader who doubts it has no reason to examine, and cannot tell a fact from a guess.

    Mend: Add `because`, one sentence that says why it is so and why these numbers; or `sources`.

    Bad::

        panic: {name: Panic spreads, party: town, value: -0.1}

    Good::

        panic: {name: Panic spreads, party: town, value: -0.1, because: It did when the siren failed in 2019.}
    """
    for table in FACTORS:
        factors: Mapping[str, Entry] = getattr(file.scenario, table)
        for id, factor in factors.items():
            rows = [getattr(option, table).get(id) for option in file.scenario.options.values()]
            listed = [row for row in rows if row is not None]
            if not _grounded(factor) and not (listed and any(_grounded(row) for row in listed)):
                yield Question((table, id))


def _grounded(entry: Entry) -> bool:
    return bool(entry.because or entry.sources)


@lint("unused-source", "warning", "nothing cites it")
def unused_source(file: Subject) -> Iterator[Question]:
    """A source is cited by nothing.

    Why: A list of sources lends weight to a file. A source that no number and no reason rests on
    adds nothing; or the factor it was meant for lost its citation.

    Mend: Cite it where it was used (`sources: [ID]`), or leave it out.

    Bad::

        sources: {census: {title: Census of the town}, memoir: {title: A memoir}}
        consequences: {deaths: {party: town, value: -1, sources: [census]}}

    Good::

        sources: {census: {title: Census of the town}}
    """
    cited = set(_cited(file.scenario))
    for id in file.scenario.sources:
        if id not in cited:
            yield Question(("sources", id))


def _cited(scenario: Scenario) -> Iterator[str]:
    for table in CITING:
        entries: Mapping[str, Entry] = getattr(scenario, table)
        for entry in entries.values():
            yield from entry.sources
    for option in scenario.options.values():
        for table in ("beliefs", *FACTORS):
            for row in getattr(option, table).values():
                yield from row.sources
    for perspective in scenario.perspectives.values():
        yield from perspective.sources
        yield from chain.from_iterable(reason.sources for reason in reasons_of(perspective).values())
    yield from (published.source for published in scenario.literature)


@lint("hindsight", "warning", "dated {0}, and the decision {1}")
def hindsight(file: Subject) -> Iterator[Question]:
    """A source is dated after the moment of decision.

    Why: Those who chose could not know what came later. Judged by it, a choice seems wise or foolish
    by luck.

    Mend: Rest the number on what was known by `as_of`. If the source is used only for arguments, or for
    facts known before, accept it in the file and say so.

    Bad::

        as_of: 2023-07-07
        sources: {toll: {title: The toll of the summer, date: 2023-11-02}}

    Good::

        as_of: 2023-07-07
        sources: {toll: {title: The toll of the spring, date: 2023-06-19}}
    """
    moment = file.scenario.as_of
    for id, source in file.scenario.sources.items():
        dated = DATE.match(source.date or "")
        if moment and dated and dated[0] > moment[: len(dated[0])]:
            yield Question(("sources", id, "date"), (dated[0], moment), at="value")
