"""The good and the bad file of each lint, by its code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dilemma.api import load
from dilemma.lints import ASKING, EVERY_LINT, LINTS, RaisedQuestion, check
from dilemma.scenario import Document

__all__ = ["CODES", "HERE", "document", "open_codes", "raised"]

HERE = Path(__file__).parent
CODES = tuple(lint.code for lint in EVERY_LINT)
ON_REQUEST = {lint.code for lint in ASKING}


@cache
def document(kind: str, code: str) -> Document:
    """Return the good or the bad file of a lint."""
    return load(HERE / kind / f"{code}.yaml")


def raised(document: Document, code: str) -> tuple[RaisedQuestion, ...]:
    """Return all that is raised about a file; what is asked on request only where the code is one of it."""
    return check(document, (*LINTS, *ASKING) if code in ON_REQUEST else LINTS)


def open_codes(document: Document, code: str) -> set[str]:
    """Return the codes raised about a file that it does not answer."""
    return {item.lint.code for item in raised(document, code) if not item.answer}
