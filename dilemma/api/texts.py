"""A scenario as a text to share, and the findings in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from dilemma.api.documents import Scenario, document_of
from dilemma.api.settings import Source, asked, with_settings
from dilemma.errors import BadSetting, InvalidScenario
from dilemma.scenario.views.settings import Changes

if TYPE_CHECKING:
    from dilemma.api.results.findings import Findings

__all__ = ["check", "report"]

FORMATS = ("html", "md")


@with_settings
def report(document: Source, format: str = "html", *, full: bool = False, **changes: Unpack[Changes]) -> str:  # noqa: A002
    """Return a report on a scenario as text: a page of HTML with sliders, or a memo in Markdown.

    The page is one file that asks for nothing from anywhere. `format` is `"html"` or `"md"`; with `md` and
    `full`, everything that the page tells, not a memo of two pages. The other arguments, and the errors
    raised, are those of `weigh`. Raises BadSetting for another format.
    """
    from dilemma.reports.page.text import full_memo_text, memo_text, page_text

    if format not in FORMATS:
        raise BadSetting(f"format: should be {' or '.join(map(repr, FORMATS))}, not {format!r}")
    question = asked(document, changes)
    write = page_text if format == "html" else full_memo_text if full else memo_text
    return question.answers(lambda theories: write(question.view, theories))


def check(source: Scenario, *, ask: bool = False) -> Findings:
    """Return every error in a scenario or, if it is valid, questions about its fairness, as findings.

    With `ask`, also the questions that only the author can answer. An invalid file raises nothing: its errors
    are what is returned. Raises UnknownName where there is no such file, CannotRead where it cannot be read.
    """
    from dilemma.api.results.findings import Findings
    from dilemma.lints import ASKING, LINTS
    from dilemma.lints import check as raised
    from dilemma.reports.check.questions import findings_raised

    try:
        document = document_of(source)
    except InvalidScenario as error:
        return Findings(error.findings[0].file, error.findings, asked=ask)
    questions = raised(document, (*LINTS, *ASKING) if ask else LINTS)
    return Findings(document.label, findings_raised(document, questions), asked=ask)
