"""The shipped dilemmas as blocks and records, by domain, each with its question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dilemma import __version__
from dilemma.reports.blocks import Block, Line, Paragraphs, Sentences
from dilemma.scenario import Document

if TYPE_CHECKING:
    from dilemma.reports.catalogue import schema

__all__ = ["library_blocks", "library_record"]

SCHEMA: Final = "dilemma.scenarios/1"

CLASSICS = "canonical"  # the domain of cases from the literature, listed last

TITLES = {None: "Small files, one idea each", CLASSICS: "Cases of the literature (canonical)"}
"""Headings of groups that are no field of practice. What ships without a domain are the small files."""

USE = "dilemma weigh NAME weighs one; dilemma new MINE --from NAME copies one to make your own."


def library_blocks(documents: Sequence[Document]) -> Iterator[Block]:
    """Yield the dilemmas by domain, each with its name for the command line and its question."""
    for domain in domains(documents):
        group = [document for document in documents if document.scenario.domain == domain]
        yield Sentences(titled(domain), tuple(Line(one.label, one.scenario.question) for one in group))
    yield Paragraphs("", (USE,))


def domains(documents: Sequence[Document]) -> list[str | None]:
    """Return None for the small files, then the domains, sorted by name, then that of the literature."""
    found = {document.scenario.domain for document in documents}
    return sorted(found, key=lambda domain: (domain is not None, domain == CLASSICS, domain or ""))


def titled(domain: str | None) -> str:
    """Return a domain as a heading."""
    name = domain or ""
    return TITLES.get(domain) or name[:1].upper() + name[1:]


def library_record(documents: Sequence[Document]) -> schema.Scenarios:
    """Return the dilemmas as the object that `scenarios --json` prints."""
    return {
        "schema": SCHEMA,
        "program": {"version": __version__},
        "scenarios": [record(document) for document in documents],
    }


def record(document: Document) -> schema.Scenario:
    """Return the record of one dilemma."""
    scenario = document.scenario
    return {
        "name": document.label,
        "id": document.id,
        "sha256": document.digest,
        "title": scenario.title,
        "question": scenario.question,
        "domain": scenario.domain,
        "tags": list(scenario.tags),
        "as_of": scenario.as_of,
        "options": list(scenario.options),
        "perspectives": list(scenario.perspectives),
    }
