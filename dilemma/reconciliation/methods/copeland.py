"""Copeland: the option that beats the most others."""

from __future__ import annotations

from dilemma.reconciliation.method import About, Margins, Outcome, Pairwise, top

__all__ = ["COPELAND"]


def most_wins(table: Margins) -> Outcome:
    """Return the options with the most wins less losses, and that difference."""
    scores = tuple(sum((margin > 0) - (margin < 0) for margin in row) for row in table)
    return Outcome(top(scores), scores)


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
)
