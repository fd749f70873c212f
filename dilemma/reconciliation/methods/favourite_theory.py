"""My favourite theory: do as the theory you believe most says."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.reconciliation.method import About, Direct, Outcome
from dilemma.reconciliation.profile import Profile

__all__ = ["FAVOURITE_THEORY"]


def choose(profile: Profile) -> Outcome:
    """Return the choice of the theory with the most credence; of several, all that any of them chooses.

    A favourite that is silent or permits none adds nothing. If no favourite guides, every option is
    returned: a theory with less credence is never asked.
    """
    most = max(profile.votes)
    chosen = {o for ballot, votes in profile.guiding if votes == most > 0 for o in ballot.choice}
    return Outcome(tuple(sorted(chosen)) or tuple(range(len(profile.options))))


def thresholds(profile: Profile, which: int) -> Sequence[tuple[int, int]]:
    """Return the credence at which a theory catches up with the greatest of the others.

    With m the greatest credence and r the sum of the others, x = m (1 - x) / r.
    """
    others = [vote for place, vote in enumerate(profile.votes) if place != which]
    most = max(others, default=0)
    return [(most, sum(others) + most)] if most else []


FAVOURITE_THEORY = Direct(
    About(
        id="favourite-theory",
        name="My favourite theory",
        claim="Act on the theory you believe most, and on no other.",
        plainly="the theory with the most credence chooses it",
        formula="the choice of the theory with the greatest credence; every option if it gives no guidance",
        scale="",
        sources=("gracely-1996", "gustafsson-2014"),
        objections=(
            "A favourite that is silent or permits none leaves all options standing, whatever others say.",
            "It never hedges: what every other theory finds a grave wrong counts for nothing.",
            "Count one theory as two, and neither may be the favourite any more.",
        ),
        worst_added=(
            "changes nothing among the others, unless one of several favourites had set none of them "
            "apart: that one then chooses all of them"
        ),
        needs=("stated",),
    ),
    choose,
    thresholds,
)
