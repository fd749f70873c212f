"""Runs lints on one file; locates each question and finds the file's answer to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from dilemma.lints.lint import Lint, Question
from dilemma.lints.subject import Subject
from dilemma.scenario.document import Document
from dilemma.scenario.problem import Spot

__all__ = ["RaisedQuestion", "Watch", "run_lints"]


class RaisedQuestion(NamedTuple):
    """A question that a lint raises, its position in the text, and the answer in `accepts`, if any."""

    lint: Lint
    question: Question
    spot: Spot
    answer: str | None


Watch: TypeAlias = Callable[[Sequence[Lint]], Iterable[Lint]]
"""Passes lints through as they are run: a progress bar, say."""


def run_lints(
    document: Document,
    lints: Sequence[Lint],
    afterwards: Sequence[Lint],
    all_codes: frozenset[str],
    watch: Watch = iter,
) -> tuple[RaisedQuestion, ...]:
    """Return the questions of all lints about a document, sorted by position.

    `afterwards` are lints that need the findings of `lints`; `all_codes` are the codes of every lint. `watch`
    passes the lints through as they are run.
    """
    file = Subject(document)
    questions = [_locate(document, lint, question) for lint in watch(lints) for question in lint.find(file)]
    answered = replace(
        file,
        all_codes=all_codes,
        codes_run=frozenset(lint.code for lint in lints),
        codes_raised=frozenset(item.lint.code for item in questions),
    )
    questions += [
        _locate(document, lint, question) for lint in afterwards for question in lint.find(answered)
    ]
    return tuple(sorted(questions, key=lambda item: item.spot.order))


def _locate(document: Document, lint: Lint, question: Question) -> RaisedQuestion:
    spot = document.marks.spot(question.path, question.at)
    return RaisedQuestion(lint, question, spot, document.scenario.accepts.get(lint.code))
