"""Suggestions for misspelt names, from the known names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dilemma.errors import nearest
from dilemma.scenario.problem import Problem

__all__ = ["suggestions"]

MOST_HINTS = 50  # looking for what is near takes milliseconds; so many mistakes need other help

MOST_CANDIDATES = 1000


def suggestions(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Yield each problem of a misspelt name with the nearest known name, up to a limit."""
    named = ((problem, problem.name) for problem in problems if problem.name and problem.known)
    for problem, name in islice(named, MOST_HINTS):
        hint = nearest(name, problem.known[:MOST_CANDIDATES])
        if hint:
            yield problem, hint
