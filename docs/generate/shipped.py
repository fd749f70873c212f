"""The page of the dilemmas that ship, by domain, with the question and the perspectives of each."""

from __future__ import annotations

from dilemma import library
from dilemma.reports.catalogue.scenarios import domains, titled
from dilemma.scenario import Document

from .markdown import code, page, section, table

__all__ = ["shipped_page"]

ABOUT = (
    "`dilemma scenarios` prints this list. A name works wherever a command wants a scenario "
    "(`dilemma weigh triage`); `dilemma new MINE --from NAME` copies one. "
    "The small files are the first to copy. "
    "Files of the domain `canonical` are cases of the literature: each states the verdicts that its sources "
    "publish, and the tests hold the theories to them."
)


def shipped_page() -> str:
    """Return the page."""
    documents = library()
    groups = (
        section(titled(domain), table(("name", "question", "`--as`"), rows(documents, domain)))
        for domain in domains(documents)
    )
    return page("Scenarios that ship", ABOUT, *groups)


def rows(documents: tuple[Document, ...], domain: str | None) -> list[tuple[str, ...]]:
    """Return a row for each dilemma of a domain."""
    return [
        (code(one.label), one.scenario.question, ", ".join(map(code, one.scenario.perspectives)))
        for one in documents
        if one.scenario.domain == domain
    ]
