"""Schulze: the option whose chains of majorities are at least as strong as those against it."""

from __future__ import annotations

from dilemma.quantity import Truth, any_of, negated
from dilemma.reconciliation.method import About, Pairwise, Strengths, elected_by, exceeds
from dilemma.reconciliation.methods.strengths import strengths

__all__ = ["SCHULZE"]


def unsurpassed(table: Strengths) -> list[Truth]:
    """Return whether from each option the strongest chain to every other is no weaker than the one back."""
    strongest = strengths(table)
    options = range(len(table))
    return [negated(any_of(*(exceeds(strongest[b][a], strongest[a][b]) for b in options))) for a in options]


SCHULZE = Pairwise(
    About(
        id="schulze",
        name="Schulze",
        claim="Take what beats every other, at once or in a chain, at least as strongly as it is beaten.",
        plainly="compared two by two, in chains of majorities of the credence, it holds against every other",
        formula="a wins if for every b the strongest chain from a to b is at least the strongest from b to a",
        scale="",
        sources=("schulze-2011",),
        objections=(
            "A theory more believed may unseat an option that it prefers to the new winner.",
            "Any majority, however thin, outweighs a minority to which all is at stake.",
        ),
        worst_added=(
            "changes nothing among the others: no majority puts it above any, so no chain runs through it"
        ),
    ),
    elected_by(unsurpassed),
    winners=unsurpassed,
)
