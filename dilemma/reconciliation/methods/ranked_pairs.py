"""Ranked pairs: majorities locked in from the widest down, unless they close a circle."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reconciliation.method import About, Margins, Outcome, Pairwise

__all__ = ["RANKED_PAIRS"]

Reach = tuple[int, ...]
"""For each option the set of those below it, as bits: the order locked in so far."""

Edge = tuple[int, int]

MOST_WORK = 400_000
"""Edges looked at times options, past which ties among margins would take longer than a tenth of a second."""


def unbeaten(table: Margins) -> Outcome | None:
    """Return the options with none above them after some order of locking; None if there are too many.

    Equal margins are locked in every order they allow.
    """
    orders = {(0,) * len(table)}
    work = 0
    for edges in by_margin(table):
        waiting, seen, orders = list(orders), set(orders), set()
        while waiting:
            order = waiting.pop()
            work += len(edges) * len(table)
            if work > MOST_WORK:
                return None
            following = steps(order, edges)
            waiting += following - seen
            seen |= following
            if not following:
                orders.add(order)
    return Outcome(tuple(sorted({option for order in orders for option in tops(order)})))


def by_margin(table: Margins) -> list[list[Edge]]:
    """Return the majorities in groups of one margin, the widest first."""
    groups: dict[int, list[Edge]] = {}
    for a, row in enumerate(table):
        for b, margin in enumerate(row):
            if margin > 0:
                groups.setdefault(margin, []).append((a, b))
    return [groups[margin] for margin in sorted(groups, reverse=True)]


def undecided(order: Reach, edges: list[Edge]) -> list[Edge]:
    """Return the edges that the order neither holds already nor contradicts."""
    return [(a, b) for a, b in edges if not order[a] >> b & 1 and not order[b] >> a & 1]


def steps(order: Reach, edges: list[Edge]) -> set[Reach]:
    """Return the orders after one more edge, or after all those that can close no circle, if there are any.

    Such edges are locked in whatever sequence, so that locking them first loses nothing.
    """
    waiting = undecided(order, edges)
    widest = with_all(order, waiting)
    safe = [(a, b) for a, b in waiting if not widest[b] >> a & 1]
    return {with_all(order, safe)} if safe else {with_all(order, [edge]) for edge in waiting}


def with_all(order: Reach, edges: list[Edge]) -> Reach:
    """Return the order with each edge locked in: a above b, and all above a above all below b."""
    for a, b in edges:
        gained = order[b] | 1 << b
        order = tuple(
            below | gained if option == a or below >> a & 1 else below for option, below in enumerate(order)
        )
    return order


def tops(order: Reach) -> Iterator[int]:
    """Yield the options with none above them."""
    under = 0
    for below in order:
        under |= below
    return (option for option in range(len(order)) if not under >> option & 1)


RANKED_PAIRS = Pairwise(
    About(
        id="ranked-pairs",
        name="Ranked pairs",
        claim="Heed majorities of credence from the widest down, leaving out any that would close a circle.",
        plainly="with majorities of the credence heeded from the widest down, nothing stands above it",
        formula="lock in a above b by falling margin unless b already stands above a; what is on top wins",
        scale="",
        sources=("tideman-1987",),
        objections=(
            "A theory more believed may unseat an option that it prefers to the new winner.",
            "Where margins tie, as they do with few theories, every order of locking must be tried.",
        ),
        worst_added=(
            "changes nothing among the others: no majority puts it above any, so it is locked in above none"
        ),
    ),
    unbeaten,
)
