"""Suggestions for misspelt names, from the known names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dilemma.errors import nearest
from dilemma.scenario.phrases import some
from dilemma.scenario.problem import Problem

__all__ = ["allowed_names", "suggestions"]

MOST_HINTS = 50  # looking for what is near takes milliseconds; so many mistakes need other help

MOST_CANDIDATES = 1000

LISTS = {"unknown-id": "there are", "unknown-key": "its keys are", "unknown-setting": "there are"}
"""The words before the names allowed, by the codes of problems whose message lists them."""


def suggestions(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Yield each problem of a misspelt name with the nearest known name, up to a limit."""
    named = ((problem, problem.name) for problem in problems if problem.name and problem.known)
    for problem, name in islice(named, MOST_HINTS):
        meant = problem.code == "unknown-address"  # where the one name known is the address that is meant
        hint = problem.known[0] if meant else nearest(name, problem.known[:MOST_CANDIDATES])
        if hint:
            yield problem, hint


def allowed_names(problem: Problem) -> str:
    """Return the names allowed in place of an unknown one, to end its message; "" for another problem."""
    words = LISTS.get(problem.code)
    return f"; {words} {some(problem.known)}" if words and problem.name and problem.known else ""
