"""Split cycle: majorities by credence, with the weakest step of every circle left out."""

from __future__ import annotations

from dilemma.quantity import Truth, any_of, negated
from dilemma.reconciliation.method import About, Pairwise, Strengths, elected_by, exceeds
from dilemma.reconciliation.methods.strengths import strengths

__all__ = ["SPLIT_CYCLE"]


def undefeated(table: Strengths) -> list[Truth]:
    """Return whether each option is one that no other defeats.

    b defeats a where it leads by more than the strongest chain of majorities back from a to b.
    """
    strongest = strengths(table)
    options = range(len(table))
    return [
        negated(any_of(*(exceeds(table[b][a], strongest[a][b]) for b in options if b != a))) for a in options
    ]


SPLIT_CYCLE = Pairwise(
    About(
        id="split-cycle",
        name="Split cycle",
        claim="Take what no other option beats by most of the credence, weighed pair by pair.",
        plainly="compared two by two, no other option has most of the credence on its side "
        "(where majorities run in a circle, the narrowest is left out)",
        formula="b defeats a if M(b,a) > 0 exceeds every chain from a to b; what is undefeated wins",
        scale="",
        sources=("holliday-pacuit-2023",),
        objections=(
            "Any majority, however thin, outweighs a minority to which all is at stake.",
            "It often leaves several options standing.",
        ),
        worst_added=(
            "changes nothing among the others: no majority puts it above any, so no chain runs through it"
        ),
    ),
    elected_by(undefeated),
    winners=undefeated,
)
