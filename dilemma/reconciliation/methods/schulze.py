"""Schulze: the option whose chains of majorities are at least as strong as those against it."""

from __future__ import annotations

from dilemma.reconciliation.method import About, Margins, Outcome, Pairwise, strengths

__all__ = ["SCHULZE"]


def unsurpassed(table: Margins) -> Outcome:
    """Return the options from which the strongest chain to each other is no weaker than the one back."""
    strongest = strengths(table)
    options = range(len(table))
    return Outcome(tuple(a for a in options if all(strongest[a][b] >= strongest[b][a] for b in options)))


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
    unsurpassed,
)
