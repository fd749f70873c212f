"""A form for a dilemma: the headings of a table in which people answer, as `collect` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dilemma.frameworks.framework import Framework
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.reports.words.turns import PROBABILITIES, best_and_range
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.dials.dial import Dial
from dilemma.robustness.dials.inventory import Kind
from dilemma.scenario.model import Condition, Scenario, condition_of
from dilemma.scenario.views.view import View

__all__ = ["form_headings"]

MOST_NUMBERS: Final = 6  # that are asked for


MANY: Final = re.compile(r"\b(?:dozen|hundred|thousand|million|billion)s?\b|\d")
"""In the words for a unit: that one of it is many, so that one affected may stand for many."""

COUNTED: Final = frozenset({"count", "value"})
"""Kinds of number whose question is about those affected one by one."""

QUESTIONS: Final[Mapping[Kind, str]] = {
    "belief": "how likely is it that this is true: {subject}?",
    "event": "how likely is it that this is true: {subject}?",
    "chance": "how likely is it that this happens: {subject}?",
    "count": "how many are affected if this happens: {subject}?",
    "value": "how good (above 0) or bad (below 0) is this for each one affected: {subject}?",
    "delay": "after how many years does this happen, if it does: {subject}?",
    "size": "how many members does this group have: {subject}?",
    "duty-weight": "how much does this duty count, from 0 to 10: {subject}?",
    "virtue-weight": "how much does this virtue count, from 0 to 10: {subject}?",
    "degree": "how far does it fulfil this duty (1) or violate it (-1): {subject}?",
    "virtue": "how far does it express this virtue (1) or its vice (-1): {subject}?",
}
"""The question for a kind of number; a kind that is not here is asked for by its name."""

OF_A_PARTY: Final = "how many of {party} are affected if this happens: {subject}?"


def form_headings(view: View, frameworks: Sequence[Framework]) -> tuple[str, ...]:
    """Return the headings of a form: who answers, the numbers that turn most theories, and a choice.

    If the file states no ranges, no numbers are asked for.
    """
    return ("Who are you? [name]", *_questions(view, frameworks), _choice(view), SURE, WHY)


SURE: Final = "How sure are you of your choice? [confidence] (%)"
WHY: Final = "Why do you see it so? [because]"


def _questions(view: View, frameworks: Sequence[Framework]) -> Iterator[str]:
    """Yield a question for each number that turns most theories within its stated range."""
    turned: dict[str, set[str]] = {}
    dials: dict[str, Dial] = {}
    for crux in cruxes_in_ranges(view, frameworks) or ():
        turned.setdefault(crux.dial.address, set()).add(crux.about.id)
        dials[crux.dial.address] = crux.dial
    names = DialNames(view, frameworks)
    for address in sorted(turned, key=lambda one: -len(turned[one]))[:MOST_NUMBERS]:
        yield _question(dials[address], names, view)


def _question(dial: Dial, names: DialNames, view: View) -> str:
    """Return a number as a question, with what the file says, its unit and its address."""
    best, plausible = best_and_range(dial)
    asked = _asked(dial, names, view.scenario) or names.full(dial)
    told = f"{asked} (the file says {best}, plausible {plausible}"
    if dial.kind in PROBABILITIES:
        return f"{told}) [{dial.address}] (%)"
    amounts = dial.kind in ("value", "quantity") and dial.best < 0
    unit = f"; in {view.scenario.unit}" if amounts else ""
    return f"{told}{unit}) [{dial.address}]"


def _asked(dial: Dial, names: DialNames, scenario: Scenario) -> str:
    """Return a number as a question in plain words; empty for a kind without a good one."""
    question = QUESTIONS.get(dial.kind)
    if question is None or (dial.kind in COUNTED and MANY.search(scenario.unit)):
        return ""
    option, *path = _without_option(dial.address)
    subject = names.of(dial)
    if option:
        subject = subject.removeprefix(f"{names.names.option(option)}: ")
    held = list(_held(option, path, scenario))
    if dial.kind in ("belief", "event"):
        subject = f"“{scenario.beliefs[path[1]].claim.rstrip('.')}”"
    party = ""
    if path[2:3] == ["falls_on"]:
        question, subject, party = OF_A_PARTY, names.names.factor(path[1]), names.names.party(path[3])
    asked = question.format(subject=subject, party=party)
    under = [f"the choice is {names.names.option(option)}"] if option else []
    if not under and not held:
        return f"{asked[0].upper()}{asked[1:]}"
    return f"If {' and '.join([*under, *held])}, {asked}"


def _without_option(address: str) -> tuple[str, ...]:
    """Return the option of an address, empty if it is of none, and the path below it."""
    head, *path = address.split(".")
    return (path[0], *path[1:]) if head == "options" else ("", head, *path)


def _held(option: str, path: Sequence[str], scenario: Scenario) -> Iterator[str]:
    """Yield what holds where a chance or a probability is asked for: the beliefs that it is given."""
    table, id, *rest = path
    given: Sequence[Condition] = ()
    if table == "beliefs" and rest[:1] == ["given"]:
        given = (condition_of(rest[1]),)
    elif table == "consequences" and rest == ["chance"]:
        given = scenario.consequences[id].when
        if option:
            given = (*given, *scenario.options[option].consequences[id].when)
    for belief, holds in given:
        yield f"it is {'true' if holds else 'false'} that “{scenario.beliefs[belief].claim.rstrip('.')}”"


def _choice(view: View) -> str:
    """Return the question for one's own choice, with the options."""
    names = Names(view.scenario)
    options = (f"{letter} {names.option(id)}" for id, letter in letters(tuple(view.scenario.options)).items())
    return f"What would you choose: {', '.join(options)}? [choice]"
