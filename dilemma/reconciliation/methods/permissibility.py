"""Permissibility: how much credence lies on theories by which an option may be taken."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.quantity import Quantity, Truth, choose
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Ballot, whole_numbers

__all__ = ["PERMISSIBILITY", "permits"]


def permits(permissible: Sequence[Truth]) -> list[Quantity]:
    """Return 1 for what a theory permits, or finds best; a silent one permits all, some permit none."""
    return [choose(holds, 1.0, 0.0) for holds in permissible]


def amounts(ballots: Sequence[Ballot]) -> Amounts:
    """Return what each theory gives the options."""
    return [
        whole_numbers(permits([o in ballot.permitted for o in range(len(ballot.places))]))
        for ballot in ballots
    ]


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
    ),
    amounts,
)
