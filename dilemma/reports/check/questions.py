"""What a lint asks, in a sentence: one wording a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dilemma.errors import Finding, nearest
from dilemma.lints import Question, Raised, explanation
from dilemma.reports.words.figures import figure, percent
from dilemma.reports.words.names import counted, listed
from dilemma.scenario import phrases
from dilemma.scenario.document import Document
from dilemma.scenario.problem import address_of
from dilemma.scenario.syntax.characters import lines_of

__all__ = ["WORDS", "findings_raised"]


def findings_raised(document: Document, raised: tuple[Raised, ...]) -> tuple[Finding, ...]:
    """Return what was raised about a document as findings: placed, worded, with the mend and the answer."""
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
            message=WORDS[item.lint.code](item.question),
            suggestion=explanation(item.lint).mend,
            source_line=lines[item.spot.line - 1] if item.spot.line <= len(lines) else "",
            answer=item.answer,
        )
        for item in raised
    )


def _number(amount: float | None) -> str:
    """Return a number as the author would write it."""
    return phrases.figure(amount or 0.0)


def _uneven_options(question: Question) -> str:
    (other,), mine, theirs = question.words, question.amount or 0.0, question.against or 0.0
    return f"it lists {counted(mine, 'factor')}, '{other}' lists {_number(theirs)}"


def _wins_nowhere(question: Question) -> str:
    views = listed([f"'{id}'" for id in question.words])
    told = f", nor in the view of {views}" if views else "; the file has no perspective in which one would"
    return f"no theory puts it first, or permits it alone{told}"


def _decoy(question: Question) -> str:
    first, second, theory = question.words
    return f"with it, {theory} puts '{first}' above '{second}'; without it, below"


def _mixed_party(question: Question) -> str:
    option, first, second = question.words
    if question.amount is None:
        return f"under '{option}', '{first}' is good for them and '{second}' is bad"
    mine, other = figure(question.amount), figure(question.against or 0.0)
    return f"under '{option}', '{first}' strikes {mine} of them and '{second}' {other}"


def _one_signed_rule(question: Question) -> str:
    kind, option = question.words
    return f"every row by rule is {kind}, and in each '{option}' comes off best"


def _overlap_counted(question: Question) -> str:
    one, other, option = question.words
    return f"'{one}' and '{other}' overlap, and both count under '{option}'"


def _remote_chance(question: Question) -> str:
    likelihood, share = question.amount or 0.0, question.against or 0.0
    return f"a chance of {percent(likelihood)} carries {percent(share)} of what the option brings"


def _hindsight(question: Question) -> str:
    dated, moment = question.words
    return f"dated {dated}, and the decision {moment}"


def _false_precision(question: Question) -> str:
    return f"{_number(question.amount)} has {_number(question.against)} significant digits"


def _skewed_range(question: Question) -> str:
    mean, best = figure(question.amount or 0.0), figure(question.against or 0.0)
    return f"the mean over its range is {mean}, the best estimate {best}"


def _mostly_judgements(question: Question) -> str:
    return f"{_number(question.amount)} of its {_number(question.against)} numbers are judgements"


def _unknown_answer(question: Question) -> str:
    (code,) = question.words
    meant = nearest(code, tuple(WORDS))
    return f"no finding has the code '{code}'" + (f"; did you mean '{meant}'?" if meant else "")


def _role_question(question: Question) -> str:
    option, harm, role = question.words
    called = {"side-effect": "a side effect", "means": "a means", "end": "an end"}[role]
    return f"'{harm}' is taken for {called}: would the plan of '{option}' still work if it did not happen?"


WORDS: Mapping[str, Callable[[Question], str]] = {
    "uneven-options": _uneven_options,
    "no-cost": lambda _: "it does no harm, infringes no duty and expresses no vice",
    "no-benefit": lambda _: "in no row does it do better than any other option",
    "empty-baseline": lambda _: "it is the baseline, and lists nothing",
    "baseline-without-consequences": lambda _: (
        "it is the baseline, and only the other options list consequences"
    ),
    "wins-nowhere": _wins_nowhere,
    "decoy": _decoy,
    "near-identical": lambda asked: (
        f"it differs from '{asked.words[0]}' by less than a twentieth in every row"
    ),
    "mixed-party": _mixed_party,
    "default-agency": lambda asked: (
        f"no 'agency': under '{asked.words[0]}' it counts as the agent's own doing"
    ),
    "one-sided-harms": lambda asked: f"all {_number(asked.amount)} harms are held by '{asked.words[0]}'",
    "one-signed-rule": _one_signed_rule,
    "restated-duty": lambda asked: f"it says '{asked.words[0]}': do the consequences not say that already?",
    "exchange-not-stated": lambda _: "not written, and so taken to be 1",
    "broken-by-all": lambda _: "every option infringes it",
    "overlap-counted": _overlap_counted,
    "duplicate-factor": lambda asked: f"the same as '{asked.words[0]}' in all but names and reasons",
    "remote-chance": _remote_chance,
    "tail-counted": lambda _: "tagged 'tail', and part of every sum",
    "no-reason": lambda _: "neither 'because' nor 'sources', here or under any option",
    "unused-source": lambda _: "nothing cites it",
    "hindsight": _hindsight,
    "false-precision": _false_precision,
    "skewed-range": _skewed_range,
    "mostly-judgements": _mostly_judgements,
    "unknown-answer": _unknown_answer,
    "idle-answer": lambda asked: f"'{asked.words[0]}' does not arise in this file",
    "role-question": _role_question,
}
