"""The pages of what `dilemma check` says: the lints, from their docstrings, and the codes of errors."""

from __future__ import annotations

from dilemma.lints import EVERY_LINT, Lint, explanation
from dilemma.reports.check.error_codes import CLOSING, MISTAKES

from .markdown import code, escaped, fence, page, section, table

__all__ = ["errors_page", "lints_page"]

ABOUT_LINTS = (
    "A lint is a question that `dilemma check` asks of a valid file. A *warning* waits for an answer: change "
    "the file, or answer it in the file under `accepts`. A *note* only tells, and does not count "
    "with `--strict`. "
    "`dilemma check --explain CODE` prints an entry of this page. "
    "See [Check a file for fairness](../how-to/check-fairness.md)."
)
ABOUT_ERRORS = (
    "Every error of a file has a code. The code stands in the JSON, CSV and SARIF output of `dilemma check`, "
    "and `dilemma check --explain CODE` prints its meaning."
)


def lints_page() -> str:
    """Return the page of lints, in the order in which they are asked."""
    rows = ((f"[`{lint.code}`](#{lint.code})", lint.severity, explanation(lint).claim) for lint in EVERY_LINT)
    contents = table(("code", "kind", "what it finds"), rows)
    return page("Lints", ABOUT_LINTS, contents, *map(lint_section, EVERY_LINT))


def lint_section(lint: Lint) -> str:
    """Return what is said of one lint, with its two examples."""
    told = explanation(lint)
    return section(
        lint.code,
        escaped(told.claim),
        f"**Why it matters.** {escaped(told.why)}",
        f"**How to mend it.** {escaped(told.mend)}",
        "A file that raises it:",
        fence(told.bad, "yaml"),
        "A file that does not:",
        fence(told.good, "yaml"),
    )


def errors_page() -> str:
    """Return the page of error codes."""
    rows = ((code(name), meaning) for name, meaning in sorted(MISTAKES.items()))
    return page("Error codes", ABOUT_ERRORS, CLOSING, table(("code", "meaning"), rows))
