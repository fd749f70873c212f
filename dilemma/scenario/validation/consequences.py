"""Validation of consequences and options' entries for them: parties, conditions and amounts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import rows_at, texts_with_paths
from dilemma.scenario.model import condition_of
from dilemma.scenario.numbers import ANY, NOT_BELOW_0, FieldBounds
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.validation.amounts import Estimate, Estimates, estimate, number_or_none

__all__ = ["AMOUNTS", "belief_of", "estimate_of", "factor_problems"]

CONCERNED = {"when", "value", "count", "falls_on"}

AMOUNTS = frozenset({"value", "count", "falls_on"})
"""The fields whose numbers make an amount: count times value."""


def factor_problems(data: Mapping[str, Any], known: Estimates) -> Iterator[Problem]:
    """Yield the problems of consequences and of each option's entries for them."""
    for name, factor in rows_at(data, "consequences").items():
        if isinstance(factor, dict):
            path = ("consequences", name)
            yield from bearer_problems(path, factor)
            yield from repeated_beliefs(path, {}, factor)
            yield from amount_problems(path, factor, factor, known)
    factors, parties = rows_at(data, "consequences"), rows_at(data, "parties")
    for option, entry in rows_at(data, "options").items():
        for name, row in rows_at(entry, "consequences").items():
            factor = rows_at(factors, name)
            if factor and isinstance(row, dict) and not CONCERNED.isdisjoint(row):
                place = ("options", option, "consequences", name)
                yield from share_problems(place, factor, row, parties)
                yield from repeated_beliefs(place, factor, row)
                yield from amount_problems(place, factor, row, known)


def bearer_problems(path: Path, factor: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of the parties of a consequence: one `party`, or several in `falls_on`."""
    several = factor.get("falls_on")
    if several is None:
        if factor.get("party") is None:
            yield Problem((*path, "party"), "missing", "'party' is required (or 'falls_on')", "parent")
        return
    if several == {}:
        yield Problem((*path, "falls_on"), "falls-on", "should name at least one party")
    if factor.get("party") is not None:
        message = "'falls_on' stands instead of 'party': leave one of them out"
        yield Problem((*path, "party"), "falls-on", message, "key")
    if "count" in factor:
        message = "'falls_on' holds the counts: leave 'count' out"
        yield Problem((*path, "count"), "falls-on", message, "key")


def share_problems(
    path: Path, factor: Mapping[str, Any], row: Mapping[str, Any], parties: Collection[str]
) -> Iterator[Problem]:
    """Yield the problems of an option's own counts; an unknown party is reported elsewhere."""
    parts = factor.get("falls_on")
    if isinstance(parts, dict) and row.get("count") is not None:
        message = "this consequence falls on several parties: give 'falls_on', part by part"
        yield Problem((*path, "count"), "falls-on", message, "key")
    ours = row.get("falls_on")
    if ours is None:
        return
    if parts is None:
        message = "this consequence falls on one party: give 'count'"
        yield Problem((*path, "falls_on"), "falls-on", message, "key")
    elif isinstance(parts, dict) and parts:
        for part in ours if isinstance(ours, dict) else ():
            if part not in parts and part in parties:
                message = f"this consequence does not fall on '{part}'"
                yield Problem((*path, "falls_on", part), "falls-on", message, "key", part, tuple(parts))


def repeated_beliefs(path: Path, factor: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each belief that is named twice in the conditions of a consequence."""
    if "when" not in row:
        return
    seen = {belief_of(text) for _, text in texts_with_paths((), factor.get("when"))}
    for place, text in texts_with_paths((*path, "when"), row.get("when")):
        belief = belief_of(text)
        if belief in seen:
            message = f"'{belief}' is named twice in the conditions of this consequence"
            yield Problem(place, "repeated-belief", message)
        seen.add(belief)


def belief_of(text: str) -> str:
    """Return the id of the belief in a condition."""
    return condition_of(text).belief


def amount_problems(
    path: Path, factor: Mapping[str, Any], row: Mapping[str, Any], known: Estimates
) -> Iterator[Problem]:
    """Yield a problem if count times value, as set in the row, is too large for a file."""
    own = {key: value for key, value in row.items() if key in AMOUNTS and value is not None}
    if not own:
        return
    value = estimate_of(own.get("value", factor.get("value")), known)
    parts = {**rows_at(factor, "falls_on"), **rows_at(own, "falls_on")}
    counts = parts.values() or (own.get("count", factor.get("count", 1)),)
    for count in (estimate_of(raw, known, NOT_BELOW_0) for raw in counts):
        too_large = value.times(count).too_large() if value and count else None
        if too_large:
            yield Problem((*path, next(iter(own))), "amount", f"count times value {too_large}")
            return


def estimate_of(raw: Any, known: Estimates, field: FieldBounds = ANY) -> Estimate | None:
    """Return the estimate of a raw value in a field, or None if it has a problem (reported elsewhere)."""
    number = number_or_none(raw, field)
    found = None if number is None else estimate(number, (), known)
    return found if isinstance(found, Estimate) else None
