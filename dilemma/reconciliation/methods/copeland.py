"""Copeland: the option that beats the most others."""

from __future__ import annotations

from dilemma.quantity import Quantity, tally
from dilemma.reconciliation.method import About, Pairwise, Strengths, exceeds, scored_by

__all__ = ["COPELAND"]


def wins_less_losses(table: Strengths) -> list[Quantity]:
    """Return each option's score: how many others it beats, less how many beat it."""
    options = range(len(table))
    beats = [[exceeds(table[a][b], table[b][a]) for b in options] for a in options]
    return [tally(beats[a]) - tally(row[a] for row in beats) for a in options]


most_wins, winners = scored_by(wins_less_losses)

COPELAND = Pairwise(
    About(
        id="copeland",
        name="Copeland",
        claim="Take what beats the most other options.",
        plainly="compared two by two, it has most of the credence on its side against the most others",
        formula="score(o) = options that o beats - options that beat o",
        scale="options it beats less options that beat it",
        sources=("copeland-1951",),
        objections=(
            "With few options it often leaves several level.",
            "Near copies of an option that it beats push it up.",
        ),
        worst_added="changes nothing among the others: all that could win beat it, and gain the same",
    ),
    most_wins,
    winners=winners,
)
