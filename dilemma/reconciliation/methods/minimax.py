"""Minimax: the option whose worst defeat is least."""

from __future__ import annotations

from dilemma.reconciliation.method import About, Margins, Outcome, Pairwise, top

__all__ = ["MINIMAX"]


def least_beaten(table: Margins) -> Outcome:
    """Return the options whose greatest margin against them is least; the score is that margin, negated."""
    options = range(len(table))
    scores = tuple(-max(table[b][a] for b in options if b != a) for a in options)
    return Outcome(top(scores), scores)


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
)
