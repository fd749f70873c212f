"""Reasons as short sentences, filled from templates with names and figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from dilemma.frameworks.framework import About, Reason
from dilemma.frameworks.wording import GROUNDS, TERM, TestWords
from dilemma.quantity import equal
from dilemma.reports.words.figures import contrast, figure
from dilemma.reports.words.names import Names, by_factor, listed
from dilemma.reports.words.templates import FAILED, PASSES

__all__ = ["failure", "sentence"]


def sentence(reason: Reason, reasons: Sequence[Reason], about: About | None, names: Names) -> str:
    """Return the reason in words, without a full stop.

    `reasons` are all reasons of the option, since a failed test is worded by its grounds. `about` is the
    theory's title block; None for the residue, which belongs to no theory.
    """
    if reason.kind == "term":
        wording = about.term(reason.key) if about else TERM
        return wording.format(where=names.at(reason.address), amount=figure(_amount(reason)))
    if reason.kind == "binding":
        return _ground(reason, reasons, about, names)
    test = _words(reason.key, about)
    if test.failed is not None:
        return _compared(reason, test, reasons, names)
    if reason.holds:
        return test.passed or PASSES.format(test=test.name)
    found = _grounds_in_words(_grounds(reason, reasons), reasons, about, names)
    return "; ".join(dict.fromkeys(found)) or failure(reason, about)


def failure(test: Reason, about: About | None) -> str:
    """Return the sentence for a failed test without grounds."""
    return FAILED.format(test=_words(test.key, about).name)


def _words(test: str, about: About | None) -> TestWords:
    """Return the templates of a theory's test."""
    return about.test(test) if about else TestWords(test, test, test)


def _wording(ground: str, about: About | None) -> str | None:
    """Return the template of a ground: the theory's own, else the common one; None if there is none."""
    return about.ground(ground) if about else GROUNDS.get(ground)


def _grounds_in_words(
    grounds: Sequence[Reason], reasons: Sequence[Reason], about: About | None, names: Names
) -> Iterator[str]:
    """Yield grounds in words; those of one kind whose template ends with the name are joined."""
    for key, same in groupby(grounds, attrgetter("key")):
        wording = _wording(key, about)
        if wording is not None and wording.endswith(" {where}"):
            yield wording.format(where=listed(by_factor(names.at(one.address) for one in same)))
        else:
            yield from (_ground(one, reasons, about, names) for one in same)


def _amount(reason: Reason) -> float:
    amount = reason.amount
    assert isinstance(amount, float)
    return amount


def _against(reason: Reason) -> float:
    assert isinstance(reason.against, float)
    return reason.against


def _ground(reason: Reason, reasons: Sequence[Reason], about: About | None, names: Names) -> str:
    """Return a ground in words; only the slots of its template are computed."""
    wording, where = _wording(reason.key, about) or "{where}", names.at(reason.address)
    if "{against}" in wording:
        amount, against = contrast(_amount(reason), _against(reason))
        return wording.format(where=where, amount=amount, against=against)
    if "{amount}" not in wording:
        return wording.format(where=where)
    amount = figure(reason.amount) if isinstance(reason.amount, float) else ""
    if "{facts}" not in wording:
        return wording.format(where=where, amount=amount)
    facts = "".join([f" {told}" for told in _facts(reasons, names)])
    return wording.format(where=where, amount=amount, facts=facts)


def _facts(reasons: Sequence[Reason], names: Names) -> Iterator[str]:
    """Yield the states of the binding world: `if X and not Y`; nothing if it has none.

    The word "not" comes before the state, so that a sentence that is cut short does not say the opposite.
    """
    holding = [names.at(reason.address) for reason in reasons if reason.key == "if-so"]
    failing = [f"not {names.at(reason.address)}" for reason in reasons if reason.key == "if-not"]
    if holding or failing:
        yield f"if {listed([*holding, *failing])}"


def _grounds(test: Reason, reasons: Sequence[Reason]) -> list[Reason]:
    return [r for r in reasons if r.kind == "binding" and r.test == test.key]


def _compared(test: Reason, words: TestWords, reasons: Sequence[Reason], names: Names) -> str:
    """Return the result of a test that compares two amounts, in words."""
    grounds = _grounds(test, reasons)
    rivals = [r for r in grounds if r.key == "rival"]
    wording = _outcome(test, words, rivals) or PASSES.format(test=words.name)
    if "{" not in wording:
        return wording
    amount, against = ("", "") if test.amount is None else contrast(_amount(test), _against(test))
    return wording.format(amount=amount, against=against, **_named(grounds, names))


def _named(grounds: Sequence[Reason], names: Names) -> dict[str, str]:
    """Return the slots for the rival with the largest excess, the breaches, and the main objectors."""
    worst = max((r for r in grounds if r.key == "rival"), key=_excess, default=None)
    holders = [r for r in grounds if worst and r.key == "objection" and r.amount == worst.amount]
    return {
        "worst": names.at(worst.address) if worst else "",
        "breaches": listed([names.at(r.address) for r in grounds if r.key == "breach"]),
        "holders": listed(list(dict.fromkeys([names.at(r.address) for r in holders]))),
    }


def _outcome(test: Reason, words: TestWords, rivals: Sequence[Reason]) -> str | None:
    """Return the template of a test that fits its result."""
    if test.amount is None and words.unopposed:
        return words.unopposed
    if test.holds:
        nought = None if test.amount else words.nought
        return nought or (words.beside if rivals else None) or words.passed
    same = words.equal and equal(_amount(test), _against(test))
    return words.equal if same else words.failed


def _excess(rival: Reason) -> tuple[float, float]:
    return _amount(rival) - _against(rival), _amount(rival)
