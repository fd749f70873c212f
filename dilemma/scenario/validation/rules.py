"""Validation of a scenario as a whole: its format, and its options, factors and states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from dilemma.scenario.addresses.traversal import matches_of, rows_at, texts_in, texts_with_paths, values_at
from dilemma.scenario.phrases import describe, figure
from dilemma.scenario.problem import Problem
from dilemma.scenario.structure.shapes import FACTORS
from dilemma.scenario.validation.consequences import belief_of
from dilemma.scenario.validation.events import givens_in_use

__all__ = ["FEWEST_OPTIONS", "FORMAT", "format_problem", "scenario_problems"]

FORMAT = 1

FEWEST_OPTIONS = 2

MOST_STATES = 12
"""The most states, since all combinations are evaluated: 2 to the power of 12 is 4,096."""

CONDITIONS = ("consequences.*.when", "options.*.consequences.*.when")


def format_problem(data: Mapping[str, Any]) -> Problem | None:
    """Return the problem of the file's format, or None if it is supported or missing."""
    if "format" not in data:
        return None
    number = data["format"]
    if isinstance(number, bool) or not isinstance(number, int | float):
        return Problem(("format",), "format", f"should be {FORMAT}, not {describe(number)}")
    if number > FORMAT:
        message = f"this file is format {figure(number)}; this program reads format {FORMAT}"
        return Problem(("format",), "format", message)
    if number < FORMAT:
        return Problem(("format",), "format", f"should be {FORMAT}, not {figure(number)}")
    return None


def scenario_problems(data: Mapping[str, Any], unsure: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of the scenario as a whole; the `unsure` maps may be incomplete."""
    if "options" not in unsure and len(rows_at(data, "options")) < FEWEST_OPTIONS:
        yield Problem(("options",), "options", "a dilemma needs two options or more", "key")
    if unsure.isdisjoint(FACTORS) and not any(rows_at(data, table) for table in FACTORS):
        yield Problem((), "factors", "at least one consequence, duty or virtue is needed")
    yield from answer_problems(data)
    yield from state_problems(data)


def answer_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each finding that the file accepts without a reason."""
    for code, reason in rows_at(data, "accepts").items():
        if isinstance(reason, str) and not reason.strip():
            message = "should say in a sentence why the file is right"
            yield Problem(("accepts", code), "no-answer", message, "key")


def state_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem at the first condition that exceeds the limit of states."""
    found = values_at(data, CONDITIONS)
    conditions = (value for pattern in CONDITIONS for value in found[pattern])
    named = {text for value in conditions for text in texts_in(value)}
    given = {belief_of(text) for _, given in givens_in_use(data) for text in given}
    if len(named) + len(given) <= MOST_STATES:
        return
    declared = rows_at(data, "beliefs")
    set_by_options = (rows_at(data, "options", option, "beliefs") for option in rows_at(data, "options"))
    events = {belief for beliefs in set_by_options for belief in beliefs}
    states: set[str] = set()
    found_at = chain.from_iterable(matches_of(data, pattern) for pattern in CONDITIONS)
    for where, value in (*found_at, *givens_in_use(data)):
        for path, text in texts_with_paths(where, value):
            belief = belief_of(text)
            if belief in declared and belief not in events:
                states.add(belief)
            if len(states) > MOST_STATES:
                message = f"more than {MOST_STATES} beliefs that no option sets are used by 'when' or 'given'"
                yield Problem(path, "states", message)
                return
