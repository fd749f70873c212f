"""The text of a theory on the page: a phrase, a mark per option, and reasons.

`words.js` makes the same text when a slider moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dilemma.frameworks.framework import About, Gives, Reason
from dilemma.quantity import total
from dilemma.reports import blocks
from dilemma.reports.words.figures import aligned, figure, percent
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.templates import REST, VERDICTS
from dilemma.weighing import Answer, Verdict

__all__ = ["MOST_TERMS", "Mark", "TheoryText", "theory_text"]

MOST_TERMS = 3  # terms of a sum that are listed
TWO = 2


class Mark(NamedTuple):
    """The status of an option, as a mark of a table; a figure or a failed test."""

    status: blocks.Mark
    text: str


class TheoryText(NamedTuple):
    """The text of a theory: phrase, a mark and reasons per option, and its margin.

    Without marks if the theory does not apply. `lead` is the margin as a percentage, "" if there is none.
    """

    phrase: str
    marks: tuple[Mark, ...]
    why: tuple[tuple[str, ...], ...]
    lead: str = ""


def theory_text(verdict: Verdict, names: Names) -> TheoryText:
    """Return the text of a verdict, with a few reasons per option."""
    if not verdict.applicable:
        return TheoryText(VERDICTS["absent"].format(missing="; ".join(verdict.missing)), (), ())
    why = tuple(tuple(_why(verdict, answer, names)) for answer in verdict.answers)
    options = listed([names.option(id) for id in verdict.choice])
    return TheoryText(VERDICTS[_kind(verdict)].format(options=options), _marks(verdict), why, _lead(verdict))


def _lead(verdict: Verdict) -> str:
    """Return the margin in words; "" if there are only two options, where it is always 100 %."""
    return percent(verdict.margin) if verdict.margin is not None and len(verdict.answers) > TWO else ""


def _kind(verdict: Verdict) -> str:
    if verdict.silent:
        return "silent-tiers" if verdict.about.gives is Gives.TIERS else "silent"
    if verdict.permits_none:
        return "none"
    if verdict.about.gives is Gives.TIERS:
        return "tiers"
    return "one" if len(verdict.choice) == 1 else "several"


def _marks(verdict: Verdict) -> tuple[Mark, ...]:
    figures = aligned([answer.score for answer in verdict.answers])
    if verdict.about.gives is Gives.TIERS:
        figures = [""] * len(verdict.answers)
    return tuple(
        _mark(answer, text, verdict.about) for answer, text in zip(verdict.answers, figures, strict=True)
    )


def _mark(answer: Answer, text: str, about: About) -> Mark:
    if answer.status == "forbidden":
        return Mark("forbidden", about.test(answer.failed[0]).name)
    if answer.chosen:
        return Mark("chosen", text)
    return Mark("permitted" if answer.permissible else "plain", text)


def _why(verdict: Verdict, answer: Answer, names: Names) -> Iterator[str]:
    """Yield the tests that decide, binding reasons, then the greatest terms and the sum of the rest."""
    tests = [reason for reason in answer.reasons if reason.kind == "test"]
    failed = [test for test in tests if not test.holds]
    binding = [r for r in answer.reasons if r.kind == "binding" and r.test is None]
    facts = [reason for reason in binding if reason.key not in ("if-so", "if-not")]
    for reason in (*(failed or tests), *facts):
        yield sentence(reason, answer.reasons, verdict.about, names)
    yield from _terms(verdict, answer, names)


def _terms(verdict: Verdict, answer: Answer, names: Names) -> Iterator[str]:
    terms = [reason for reason in answer.reasons if reason.kind == "term" and reason.amount]
    ordered = sorted(terms, key=lambda term: -abs(_amount(term)))
    for reason in ordered[:MOST_TERMS]:
        yield sentence(reason, answer.reasons, verdict.about, names)
    rest = [_amount(reason) for reason in ordered[MOST_TERMS:]]
    if len(rest) == 1:
        yield sentence(ordered[MOST_TERMS], answer.reasons, verdict.about, names)
    elif rest and verdict.about.sums:
        yield REST.format(count=len(rest), amount=figure(total(rest) + 0.0))  # type: ignore[arg-type]


def _amount(reason: Reason) -> float:
    assert isinstance(reason.amount, float)
    return reason.amount
