"""My favourite option: the option that most credence finds best."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.quantity import choose
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion

__all__ = ["FAVOURITE_OPTION"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return 1 for each option a theory chooses; 0 from a theory that does not guide."""
    return [
        theory.if_it_guides([choose(chosen, 1.0, 0.0) for chosen in theory.chosen]) for theory in theories
    ]


FAVOURITE_OPTION = Additive(
    About(
        id="favourite-option",
        name="My favourite option",
        claim="Take what is most likely to be best.",
        plainly="more of the credence lies on theories that choose it than on those for any other",
        formula="score(o) = Σ credence of the theories that choose o",
        scale="share of credence that chooses it",
        sources=("lockhart-2000", "macaskill-bykvist-ord-2020"),
        objections=(
            "Likeness splits votes: two good options share what one alone would have had.",
            "What is second best by every theory has no chance, however near the best.",
        ),
        worst_added="changes nothing among the others: by no theory that sets options apart is it best",
    ),
    amounts,
)
