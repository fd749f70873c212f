"""Validation of correlations: that they are of drawn numbers, each pair once, and possible at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import Any

from dilemma.errors import UnknownName
from dilemma.scenario.addresses.lookup import path_of, unknown_address
from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.correlations.groups import Pair, allowed_ranks, full_address, groups
from dilemma.scenario.numbers import Range
from dilemma.scenario.phrases import figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.structure.shapes import Figure, Theories, shape_at

__all__ = ["correlation_problems", "not_drawn_problems"]

MOST_CORRELATED = 50
"""The most numbers that are correlated: their matrix is gone through once for each pair that may be wrong."""

MOST_NAMED = 5  # correlations in one message

TOLD = 100  # parts of 1 in which possible correlations are told


def correlation_problems(
    data: Mapping[str, Any], theories: Theories | None, unsure: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Yield the problems of correlations in canonical data, whatever the numbers are.

    The ids in the `unsure` maps are not reliable, so that an address in them may be unknown.
    """
    pairs: dict[frozenset[str], Pair] = {}
    wrong = False
    for id, entry in rows_at(data, "correlations").items():
        known = (one for one in pair_problems(id, entry, data, theories) if not is_in(one, unsure))
        found = tuple(known)
        yield from found
        pair = None if found else pair_at(id, entry)
        if pair is None:
            wrong = True
            continue
        first = pairs.setdefault(frozenset((pair.one, pair.other)), pair)
        if first is not pair:
            message = f"'{first.id}' correlates these two already"
            yield Problem(("correlations", id, "between"), "correlation", message)
            wrong = True
    numbers = {address for pair in pairs for address in pair}
    if len(numbers) > MOST_CORRELATED:
        message = f"more than {MOST_CORRELATED} numbers are correlated"
        yield Problem(("correlations",), "correlation", message, "key")
    elif not wrong:
        yield from impossible_pairs(tuple(pairs.values()))


def is_in(problem: Problem, unsure: frozenset[str]) -> bool:
    """Return whether a problem is of an unknown address that leads into an unsure map."""
    return problem.code == "unknown-address" and (problem.name or "").partition(".")[0] in unsure


def pair_problems(
    id: str, entry: Any, data: Mapping[str, Any], theories: Theories | None
) -> Iterator[Problem]:
    """Yield the problems of the addresses of one correlation."""
    named = addresses_in(entry)
    for position, address in enumerate(named):
        path: Path = ("correlations", id, "between", position)
        try:
            full = path_of(full_address(address), data, theories)
        except UnknownName as error:
            known = (error.suggestion,) if error.suggestion else ()
            message = unknown_address(error)
            yield Problem(path, "unknown-address", message, "value", address, known)
            continue
        if not isinstance(shape_at(full), Figure) or full[0] in {"perspectives", "correlations"}:
            yield Problem(path, "correlation", f"'{address}' is not the address of a number")
        elif position and full_address(address) == full_address(named[0]):
            yield Problem(path, "correlation", "names the same number twice")


def addresses_in(entry: Any) -> tuple[str, ...]:
    """Return the addresses in a correlation; none if they are not all texts, which is reported elsewhere."""
    between = entry.get("between") if isinstance(entry, dict) else None
    return between if isinstance(between, tuple) and all(isinstance(one, str) for one in between) else ()


def pair_at(id: str, entry: Any) -> Pair | None:
    """Return the pair in a correlation; None if a part of it is missing or of another type."""
    match entry:
        case {"between": (str(one), str(other)), "rank": int() | float() as rank}:
            return Pair(id, full_address(one), full_address(other), float(rank)) if -1 < rank < 1 else None
    return None


def impossible_pairs(pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    """Yield a problem for each group of correlations that no numbers can have at once."""
    for group in groups(pairs):
        if group.factor is None:
            yield impossible_pair([pair for pair in pairs if pair.one in group.addresses])


def impossible_pair(pairs: list[Pair]) -> Problem:
    """Return the problem of correlations that no numbers can have at once.

    It is at the last pair, in the order of the file, of which another value would do, and names the values;
    at the last of all if there is none.
    """
    for pair in reversed(pairs):
        allowed = allowed_ranks(pair, pairs)
        low, high = (ceil(allowed.low * TOLD), floor(allowed.high * TOLD)) if allowed else (1, 0)
        if low <= high:
            within = f"from {low / TOLD:g} to {high / TOLD:g}"
            message = (
                f"cannot be {figure(pair.rank)} beside the other correlations, only {within} "
                "(two numbers that no entry names have the correlation 0)"
            )
            return Problem(("correlations", pair.id, "rank"), "correlation", message)
    ids = ", ".join(f"'{pair.id}'" for pair in pairs[:MOST_NAMED])
    more = f" and {len(pairs) - MOST_NAMED} more" if len(pairs) > MOST_NAMED else ""
    message = f"no numbers can have all of these correlations: {ids}{more}; bring them nearer to 0"
    return Problem(("correlations", pairs[-1].id, "rank"), "correlation", message)


def not_drawn_problems(data: Mapping[str, Any], unsure: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Yield a problem for each correlated number that the file does not draw, those in `unsure` maps apart.

    A perspective or a flag may make such a number certain; its correlations then fall away.
    """
    for id, entry in rows_at(data, "correlations").items():
        for position, address in enumerate(addresses_in(entry)):
            why = why_not_drawn(data, address)
            if why and address.partition(".")[0] not in unsure:
                path: Path = ("correlations", id, "between", position)
                yield Problem(path, "correlation", f"'{address}' {why}")


def why_not_drawn(data: Mapping[str, Any], address: str) -> str | None:
    """Return why the number at an address is not drawn; None if it is, or there is none."""
    path = tuple(full_address(address).split("."))
    shape, *above = shape_at(path), *path[:-1]
    if not isinstance(shape, Figure):
        return None
    row = rows_at(data, *above)
    raw = row.get(path[-1])
    if raw is None and path[-1] in row:
        return None  # it is refused where it stands
    if raw is None:
        return "is not written in the file, so it is not drawn: write a range or a distribution there"
    if isinstance(raw, str):
        return "is a product: correlate the quantities that it names"
    number = shape.bounds(raw) if shape.bounds.admits(raw) else None
    certain = number is not None and not (isinstance(number, Range) and number.low < number.high)
    return "is certain: write a range or a distribution there" if certain else None
