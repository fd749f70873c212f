"""Validation of an option's own probabilities of beliefs, which may depend on a state of the world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import matches_of, rows_at, texts_in
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.validation.consequences import belief_of

__all__ = ["event_problems", "givens_in_use"]


def event_problems(data: Mapping[str, Any], unsure: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of each event of each option; the `unsure` maps may be incomplete."""
    events = {str(path[-1]) for path, _ in matches_of(data, "options.*.beliefs.*")}
    for path, event in matches_of(data, "options.*.beliefs.*"):
        if not isinstance(event, dict):
            continue
        given = event.get("given")
        if given is None and event.get("probability") is None:
            yield Problem(
                (*path, "probability"), "missing", "'probability' is required (or 'given')", "parent"
            )
        if given is not None and event.get("probability") is not None:
            message = "'given' stands instead of 'probability': leave one of them out"
            yield Problem((*path, "given"), "given", message, "key")
        elif isinstance(given, dict) and "beliefs" not in unsure:
            yield from given_problems((*path, "given"), given, events, rows_at(data, "beliefs"))


def given_problems(
    path: Path, given: Mapping[str, Any], events: set[str], declared: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield the problem of what a probability depends on; unknown beliefs are reported elsewhere."""
    named = list(dict.fromkeys(map(belief_of, given)))
    if any(name not in declared for name in named):
        return
    for literal in given:
        if belief_of(literal) == path[3]:
            yield Problem((*path, literal), "given", f"'{path[3]}' cannot depend on itself", "key")
            return
        if belief_of(literal) in events:
            message = f"an option sets '{belief_of(literal)}': 'given' names a state, which no option sets"
            yield Problem((*path, literal), "given", message, "key")
            return
    state = named[0] if named else "STATE"
    if set(given) != {state, f"not {state}"}:
        message = f"should hold a probability for '{state}' and one for 'not {state}', and nothing else"
        yield Problem(path, "given", message, "key")


def givens_in_use(data: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each `given` with its path, if some consequence that its option lists depends on the event."""
    factors = rows_at(data, "consequences")
    for path, given in matches_of(data, "options.*.beliefs.*.given"):
        _, option, _, event, _ = path
        rows = rows_at(data, "options", str(option), "consequences")
        conditions = (
            text
            for id, row in rows.items()
            for entry in (row, factors.get(id))
            if isinstance(entry, dict)
            for text in texts_in(entry.get("when"))
        )
        if isinstance(given, dict) and str(event) in map(belief_of, conditions):
            yield path, given
