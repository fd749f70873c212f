"""What the page says of a theory: a phrase, a mark an option, and why. `words.js` says it live."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dilemma.frameworks.framework import About, Gives, Reason
from dilemma.quantity import total
from dilemma.reports.words.figures import aligned, figure, percent
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.templates import REST, VERDICTS
from dilemma.weighing import Answer, Verdict

__all__ = ["MOST_TERMS", "Mark", "Told", "told"]

MOST_TERMS = 3  # of a sum, told one by one
TWO = 2


class Mark(NamedTuple):
    """How an option stands: `chosen`, `permitted`, `forbidden` or `plain`; a figure, or the test it fails."""

    status: str
    text: str


class Told(NamedTuple):
    """What a theory says; without marks where it does not apply, or finds all options alike.

    `lead` is its margin as a percentage, "" where it has none.
    """

    phrase: str
    marks: tuple[Mark, ...]
    why: tuple[tuple[str, ...], ...]
    lead: str = ""


def told(verdict: Verdict, names: Names) -> Told:
    """Return what a verdict says, with a few reasons an option."""
    if not verdict.applicable:
        return Told(VERDICTS["absent"].format(missing="; ".join(verdict.missing)), (), ())
    why = tuple(tuple(_why(verdict, answer, names)) for answer in verdict.answers)
    options = listed([names.option(id) for id in verdict.choice])
    return Told(VERDICTS[_kind(verdict)].format(options=options), _marks(verdict), why, _lead(verdict))


def _lead(verdict: Verdict) -> str:
    """Return its margin in words; of two options one is ahead by the whole way, which says nothing."""
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
    """Yield the tests that decide, what binds, then the greatest terms and what the rest come to."""
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
