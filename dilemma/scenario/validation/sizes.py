"""Validation of counts against the stated size of the party that they are members of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.numbers import ABOVE_0, NOT_BELOW_0, is_distribution
from dilemma.scenario.phrases import figure
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.validation.amounts import Estimate, Estimates
from dilemma.scenario.validation.consequences import estimate_of

__all__ = ["size_problems"]


def size_problems(data: Mapping[str, Any], known: Estimates) -> Iterator[Problem]:
    """Yield a problem for each count above the size that the file states for its party.

    Best estimates are compared, and the high ends of ranges; a product has only its best estimate.
    """
    sizes = stated_sizes(data, known)
    for path, party, raw in counts_of(data) if sizes else ():
        count, size = estimate_of(raw, known, NOT_BELOW_0), sizes.get(party)
        if not count or not size:
            continue
        bound = f"the size of '{party}'"
        if count.best > size.best:
            message = f"{figure(count.best)} is above {figure(size.best)}, {bound}"
            yield Problem(path, "size-exceeded", message)
        elif count.high > size.high and not isinstance(raw, str):
            message = f"its high end {figure(count.high)} is above {figure(size.high)}, {bound}"
            if is_distribution(raw):
                drawn = f"draws may reach {count.high:.3g}, above {figure(size.high)}, {bound}"
                message = f"its {drawn}; give it `max: {figure(size.high)}`"
            yield Problem(path, "size-exceeded", message)


def stated_sizes(data: Mapping[str, Any], known: Estimates) -> dict[str, Estimate]:
    """Return the estimate of each party's size that the file states."""
    stated = {id: rows_at(party).get("size") for id, party in rows_at(data, "parties").items()}
    found = {id: estimate_of(raw, known, ABOVE_0) for id, raw in stated.items() if raw is not None}
    return {id: size for id, size in found.items() if size and size.low > 0}


def counts_of(data: Mapping[str, Any]) -> Iterator[tuple[Path, str, Any]]:
    """Yield the path, the party and the raw value of each count, of consequences and of options."""
    factors = rows_at(data, "consequences")
    for id, factor in factors.items():
        party = rows_at(factor).get("party")
        if isinstance(party, str):
            yield ("consequences", id, "count"), party, rows_at(factor).get("count", 1)
        yield from parts_of(("consequences", id), factor)
    for option in rows_at(data, "options"):
        for id, row in rows_at(data, "options", option, "consequences").items():
            party = rows_at(factors, id).get("party")
            if isinstance(party, str) and rows_at(row).get("count") is not None:
                yield ("options", option, "consequences", id, "count"), party, row["count"]
            yield from parts_of(("options", option, "consequences", id), row)


def parts_of(path: Path, entry: Any) -> Iterator[tuple[Path, str, Any]]:
    """Yield the path, the party and the raw value of each count in `falls_on`."""
    for party, count in rows_at(entry, "falls_on").items():
        yield (*path, "falls_on", party), party, count
