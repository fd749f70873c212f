"""Permissibility: the credence in theories by which an option is permissible."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.quantity import choose
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion

__all__ = ["PERMISSIBILITY"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return 1 for what a theory permits, or finds best; a silent one permits all, some permit none."""
    return [[choose(permitted, 1.0, 0.0) for permitted in theory.permitted] for theory in theories]


PERMISSIBILITY = Additive(
    About(
        id="permissibility",
        name="Permissibility",
        claim="Take what is least likely to be wrong.",
        plainly="more credence lies on theories that permit it, or find it best, than on those for any other",
        formula="score(o) = Σ credence of the theories by which o is permissible",
        scale="share of credence by which it is permitted, or best",
        sources=("elkin-2024", "lockhart-2000"),
        objections=(
            "It treats a slight wrong and a grave one alike: only whether, never how much.",
            "A theory that permits much decides little; one that always names a single best weighs more.",
            "An option that no theory finds best can never win it, however good by all of them.",
        ),
        worst_added="changes nothing among the others: who permits them, or finds them best, stays the same",
    ),
    amounts,
)
