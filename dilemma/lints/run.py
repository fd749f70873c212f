"""Lints put to one file: what they raise, placed, with the file's own answer where it gives one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dilemma.lints.lint import Lint, Question
from dilemma.lints.subject import Dossier
from dilemma.scenario.document import Document
from dilemma.scenario.problem import Spot

__all__ = ["Raised", "raised"]


class Raised(NamedTuple):
    """A question one lint raises, where it stands in the file, and what the file answers (`accepts`)."""

    lint: Lint
    question: Question
    spot: Spot
    answer: str | None


def raised(
    document: Document, lints: Sequence[Lint], afterwards: Sequence[Lint], known: frozenset[str]
) -> tuple[Raised, ...]:
    """Return what the lints raise, then what the later ones make of the file's answers; sorted by place."""
    file = Dossier(document)
    found = [_placed(document, lint, question) for lint in lints for question in lint.find(file)]
    answered = replace(
        file,
        known=known,
        asked=frozenset(lint.code for lint in lints),
        raised=frozenset(item.lint.code for item in found),
    )
    found += [_placed(document, lint, question) for lint in afterwards for question in lint.find(answered)]
    return tuple(sorted(found, key=lambda item: item.spot))


def _placed(document: Document, lint: Lint, question: Question) -> Raised:
    spot = document.marks.spot(question.path, question.at)
    return Raised(lint, question, spot, document.scenario.accepts.get(lint.code))
