"""The good and the bad file of each lint, by its code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dilemma import load
from dilemma.lints import ASKING, EVERY_LINT, LINTS, RaisedQuestion, check
from dilemma.scenario import Document

__all__ = ["CODES", "HERE", "document", "open_codes", "raised"]

HERE = Path(__file__).parent
CODES = tuple(lint.code for lint in EVERY_LINT)


@cache
def document(kind: str, code: str) -> Document:
    """Return the good or the bad file of a lint."""
    return load(HERE / kind / f"{code}.yaml")


def raised(document: Document, code: str) -> tuple[RaisedQuestion, ...]:
    """Return all that is raised about a file; of what is asked on request, only what has this code."""
    return check(document, (*LINTS, *(lint for lint in ASKING if lint.code == code)))


def open_codes(document: Document, code: str) -> set[str]:
    """Return the codes raised about a file that it does not answer."""
    return {item.lint.code for item in raised(document, code) if not item.answer}
