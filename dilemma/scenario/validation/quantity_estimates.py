"""Estimates of the named quantities, in the order of their dependencies, and circular references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.numbers import Number, terms_of
from dilemma.scenario.problem import Problem
from dilemma.scenario.validation.amounts import Estimate, Estimates, estimate, number_or_none

__all__ = ["Quantities", "quantities_of"]

LONGEST_CHAIN = 100
"""The longest chain of quantities that depend on each other; a longer one would help no reader."""

Numbers = Mapping[str, Number | None]


class Quantities(NamedTuple):
    """The estimate of each quantity, and the problems found."""

    estimates: Estimates
    problems: tuple[Problem, ...]


def quantities_of(data: Mapping[str, Any]) -> Quantities:
    """Return the estimates of the quantities of canonical data, and their problems."""
    rows = rows_at(data, "quantities")
    numbers = {
        name: number_or_none(row.get("value") if isinstance(row, dict) else None)
        for name, row in rows.items()
    }
    known: dict[str, Estimate | None] = dict.fromkeys(numbers)
    problems: list[Problem] = []
    estimated: set[str] = set()
    for name in in_order(numbers):
        found = estimate_quantity(name, numbers[name], known)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            known[name] = found
        estimated.add(name)
    problems.extend(circular(circle) for circle in circles(numbers, estimated))
    return Quantities(known, tuple(problems))


def estimate_quantity(name: str, number: Number | None, known: Estimates) -> Estimate | Problem | None:
    """Return the estimate of one quantity, or its problem; `known` has those that it depends on."""
    if number is None:
        return None
    path = ("quantities", name, "value")
    found = estimate(number, path, known)
    if not isinstance(found, Estimate):
        return found
    if too_large := found.too_large():
        return Problem(path, "out-of-range", too_large)
    if found.chain > LONGEST_CHAIN:
        too_long = f"depends on a chain of more than {LONGEST_CHAIN} quantities; write one as a number"
        return Problem(path, "depth", too_long)
    return found._replace(chain=found.chain + 1)


def in_order(numbers: Numbers) -> Iterator[str]:
    """Yield the quantities, each after those that it depends on; without circles and their dependents."""
    users: dict[str, list[str]] = {name: [] for name in numbers}
    waiting: dict[str, int] = {}
    for name, number in numbers.items():
        needed = [term for term in terms_of(number) if term in numbers]
        waiting[name] = len(needed)
        for term in needed:
            users[term].append(name)
    ready = [name for name, count in waiting.items() if count == 0]
    while ready:
        name = ready.pop()
        yield name
        for user in users[name]:
            waiting[user] -= 1
            if waiting[user] == 0:
                ready.append(user)


def circles(numbers: Numbers, estimated: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield each circle among the quantities that could not be estimated."""
    left = {name for name in numbers if name not in estimated}
    following = {
        name: next(term for term in terms_of(numbers[name]) if term in left) for name in sorted(left)
    }
    seen: set[str] = set()
    for start in following:
        trail: dict[str, None] = {}
        name = start
        while name not in seen:
            seen.add(name)
            trail[name] = None
            name = following[name]
        if name in trail:
            steps = list(trail)
            yield tuple(steps[steps.index(name) :])


def circular(circle: tuple[str, ...]) -> Problem:
    """Return the problem of a circular reference between quantities."""
    path = ("quantities", circle[0], "value")
    return Problem(path, "circle", "names itself in a circle: " + " -> ".join((*circle, circle[0])))
