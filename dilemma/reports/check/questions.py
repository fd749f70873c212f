"""The questions of lints as findings, with place and sentence."""

from __future__ import annotations

from dilemma.errors import Finding
from dilemma.lints import RaisedQuestion, explanation
from dilemma.reports.words.figures import figure, percent
from dilemma.reports.words.names import counted, listed
from dilemma.scenario import phrases
from dilemma.scenario.document import Document
from dilemma.scenario.problem import address_of
from dilemma.scenario.syntax.characters import lines_of
from dilemma.scenario.validation.findings import source_line

__all__ = ["findings_raised"]


def findings_raised(document: Document, raised: tuple[RaisedQuestion, ...]) -> tuple[Finding, ...]:
    """Return the questions about a document as findings, with place, sentence, mend and answer."""
    lines = lines_of(document.text)
    return tuple(
        Finding(
            file=document.label,
            line=item.spot.line,
            column=item.spot.column,
            end_column=item.spot.end,
            severity=item.lint.severity,
            code=item.lint.code,
            address=address_of(item.question.path),
            message=sentence(item),
            suggestion=explanation(item.lint).mend,
            source_line=source_line(item.spot, lines),
            answer=item.answer,
            sheet=item.spot.cell.sheet if item.spot.cell else None,
            cell=item.spot.cell.name if item.spot.cell else None,
        )
        for item in raised
    )


def sentence(item: RaisedQuestion) -> str:
    """Return the sentence of a question, from the template of its lint."""
    question = item.question
    return (question.sentence or item.lint.question).format(
        *question.words,
        each=listed([f"'{word}'" for word in question.words]),
        amount=Amount(question.amount or 0.0),
        against=Amount(question.against or 0.0),
    )


class Amount(float):
    """A number in a lint's sentence, as the author would write it unless the slot has a format."""

    def __format__(self, spec: str) -> str:
        number = float(self)
        if spec == "figure":
            return figure(number)
        if spec == "%":
            return percent(number)
        return counted(number, spec) if spec else phrases.figure(number)
