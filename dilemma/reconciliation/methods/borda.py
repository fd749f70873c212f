"""Borda: an option scores the number of options below it less those above it, by credence."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion, borda_counts

__all__ = ["BORDA"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return the Borda count of each option by each theory; 0 from a theory that does not guide."""
    return [theory.if_it_guides(borda_counts(theory.ranks)) for theory in theories]


BORDA = Additive(
    About(
        id="borda",
        name="Borda",
        claim="Take what stands highest on average in the orders that theories give.",
        plainly="over all theories, weighted by the credence, it stands above the most other options",
        formula="score(o) = Σ credence × (number of options below o - number above o)",
        scale="options below it less options above it, on average",
        sources=("macaskill-2016",),
        objections=(
            "Describe one option as two and the result may change: near copies push each other up.",
            "By how much a theory prefers one option to the next is ignored.",
        ),
        worst_added=(
            "changes nothing among the others if it is alone in last place; where a theory ties others "
            "with it, it raises the rest, and may change the choice"
        ),
    ),
    amounts,
)
