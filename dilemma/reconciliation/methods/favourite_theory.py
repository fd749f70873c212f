"""My favourite theory: do as the theory you believe most says."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reconciliation.method import About, Direct, Outcome
from dilemma.reconciliation.profile import Profile

__all__ = ["FAVOURITE_THEORY"]


def choose(profile: Profile) -> Outcome:
    """Return the choice of the most credible theory that guides; of several, all that any of them chooses."""
    most = max((votes for _, votes in profile.guiding), default=0)
    chosen = {o for ballot, votes in profile.guiding if votes == most > 0 for o in ballot.choice}
    return Outcome(tuple(sorted(chosen)) or tuple(range(len(profile.options))))


def thresholds(profile: Profile, which: int) -> Sequence[tuple[int, int]]:
    """Return the credence at which a theory catches up with the greatest of the others.

    With m the greatest credence and r the sum of the others, x = m (1 - x) / r.
    """
    others = [vote for place, vote in enumerate(profile.votes) if place != which]
    rivals = [
        vote
        for place, (ballot, vote) in enumerate(zip(profile.ballots, profile.votes, strict=True))
        if place != which and ballot.guides
    ]
    most = max(rivals, default=0)
    return [(most, sum(others) + most)] if most else []


FAVOURITE_THEORY = Direct(
    About(
        id="favourite-theory",
        name="My favourite theory",
        claim="Act on the theory you believe most, and on no other.",
        plainly="the theory with the most credence chooses it",
        formula="the choice of the theory with the greatest credence",
        scale="",
        sources=("gracely-1996", "gustafsson-2014"),
        objections=(
            "It never hedges: what every other theory finds a grave wrong counts for nothing.",
            "Count one theory as two, and neither may be the favourite any more.",
        ),
        needs=("stated",),
    ),
    choose,
    thresholds,
)
