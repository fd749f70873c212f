"""Names of ballots: what each puts first, second and so on; what it ties last is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["distinct_names"]

LONGEST: Final = 72  # characters

Ranking = tuple[tuple[str, ...], ...]


def distinct_names(orders: Sequence[Ranking]) -> list[str]:
    """Return a name for each order, such as `Ann > Bob = Cid`; a number tells apart those cut short."""
    names, taken = [], set[str]()
    for number, order in enumerate(orders, 1):
        name = name_of(order)
        if name in taken:
            name = f"{name} (ballot {number})"
        taken.add(name)
        names.append(name)
    return names


def name_of(order: Ranking) -> str:
    """Return the name of an order."""
    tiers = [" = ".join(tier) for tier in order]
    if len(order[-1]) > 1:
        tiers = tiers[:-1] or ["all alike"]
    name = " > ".join(tiers)
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip(' >=')}…"
