"""A scenario as a report to share, and the findings in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack, overload

from dilemma.api.documents import Scenario, document_of
from dilemma.api.settings import Source, asked, with_settings
from dilemma.errors import BadSetting, InvalidScenario
from dilemma.scenario.views.settings import Changes

if TYPE_CHECKING:
    from dilemma.api.results.findings import Findings

__all__ = ["check", "report"]


@overload
def report(
    document: Source,
    format: Literal["html", "md", "svg"] = "html",
    *,
    full: bool = False,
    paper: Literal["a4", "letter"] = "a4",
    **changes: Unpack[Changes],
) -> str: ...
@overload
def report(
    document: Source,
    format: Literal["docx", "pdf", "png"],
    *,
    full: bool = False,
    paper: Literal["a4", "letter"] = "a4",
    **changes: Unpack[Changes],
) -> bytes: ...
@with_settings
def report(
    document: Source,
    format: str = "html",  # noqa: A002
    *,
    full: bool = False,
    paper: str = "a4",
    **changes: Unpack[Changes],
) -> str | bytes:
    """Return a report on a scenario: a page with sliders, a memo, or the picture alone.

    `format` is `"html"` (the page, one file that asks for nothing from anywhere), `"md"`, `"docx"` or `"pdf"`
    (a memo of two pages; everything that the page tells with `full`), or `"svg"` or `"png"` (the picture).
    `docx`, `pdf` and `png` return bytes, the others text. `paper` is `"a4"` or `"letter"`, for `docx` and
    `pdf`. The other arguments, and the errors raised, are those of `weigh`. Raises BadSetting for another
    format or paper, CannotWrite if a package or a browser that a format needs is missing.
    """
    from dilemma.reports.page.form import FORMATS, PAPERS, PICTURES, Form
    from dilemma.reports.page.formats import report_in

    for name, value, known in (("format", format, FORMATS), ("paper", paper, PAPERS)):
        if value not in known:
            raise BadSetting(f"{name}: should be {' or '.join(map(repr, known))}, not {value!r}")
    if full and format in PICTURES:
        raise BadSetting(f"full: goes with 'md', 'docx' or 'pdf'; {format!r} is the picture alone")
    question = asked(document, changes)
    return question.answers(lambda theories: report_in(Form(format, paper, full), question.view, theories))


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
        return Findings(error.findings[0].file, error.findings, error.digest, asked=ask)
    questions = raised(document, (*LINTS, *ASKING) if ask else LINTS)
    return Findings(document.label, findings_raised(document, questions), document.digest, asked=ask)
