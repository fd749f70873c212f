"""My favourite theory: do as the theory you believe most says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from dilemma.quantity import Truth, any_of, negated
from dilemma.reconciliation.method import About, Direct, Outcome, exceeds, larger
from dilemma.reconciliation.profile import Ballot, Profile

__all__ = ["FAVOURITE_THEORY"]


def choose(profile: Profile) -> Outcome:
    """Return the options chosen in whole votes."""
    won = chosen(profile.ballots, profile.votes)
    return Outcome(tuple(option for option, wins in enumerate(won) if wins is True))


def chosen(ballots: Sequence[Ballot], credences: Sequence[Any]) -> list[Truth]:
    """Return whether each option is the choice of the theory with the most credence, or of one of several.

    A favourite that is silent or permits none adds nothing. If no favourite guides, every option is
    returned: a theory with less credence is never asked.
    """
    most = reduce(larger, credences)
    heard = [
        (ballot, negated(exceeds(most, credence)))
        for ballot, credence in zip(ballots, credences, strict=True)
        if ballot.guides
    ]
    choices = [
        any_of(*(leads for ballot, leads in heard if option in ballot.choice))
        for option in range(len(ballots[0].places))
    ]
    nothing = negated(any_of(*choices))
    return [any_of(wins, nothing) for wins in choices]


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
    winners=chosen,
)
