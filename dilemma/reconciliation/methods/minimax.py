"""Minimax: the option whose worst defeat is least."""

from __future__ import annotations

from functools import reduce
from typing import Any

from dilemma.reconciliation.method import About, Pairwise, Strengths, larger, scored_by

__all__ = ["MINIMAX"]


def worst_defeats(table: Strengths) -> list[Any]:
    """Return each option's score: the greatest margin against it, negated."""
    options = range(len(table))
    return [-reduce(larger, (table[b][a] for b in options if b != a)) for a in options]


least_beaten, winners = scored_by(worst_defeats)

MINIMAX = Pairwise(
    About(
        id="minimax",
        name="Minimax",
        claim="Take what loses by least where it loses most.",
        plainly="compared two by two, its worst defeat, by credence, is the slightest",
        formula="score(o) = - max over p of M(p,o)",
        scale="its worst margin against another option",
        sources=("simpson-1969", "kramer-1977"),
        objections=(
            "A theory more believed may unseat an option that it prefers to the new winner.",
            "It may choose what loses to every other option, if narrowly.",
        ),
        worst_added=(
            "changes nothing among the others: no majority puts it above any, so it is no one's worst defeat"
        ),
    ),
    least_beaten,
    in_votes=True,
    winners=winners,
)
