"""Permissibility: how much credence lies on theories by which an option may be taken."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reconciling.method import About, Additive, Amounts
from dilemma.reconciling.profile import Ballot

__all__ = ["PERMISSIBILITY"]


def amounts(ballots: Sequence[Ballot]) -> Amounts:
    """Return 1 for what a theory permits, or finds best; a silent one permits all, some permit none."""
    return [marked(ballot.permitted, len(ballot.places)) for ballot in ballots]


def marked(positions: Sequence[int], count: int) -> list[int]:
    """Return 1 at the positions and 0 elsewhere."""
    return [int(o in positions) for o in range(count)]


PERMISSIBILITY = Additive(
    About(
        id="permissibility",
        name="Permissibility",
        claim="Take what is least likely to be wrong.",
        plainly="more credence lies on theories that permit it, or find it best, than for any other",
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
