"""Maximin: the option whose worst score by any theory is greatest; credences are not used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Any

from dilemma.quantity import Truth
from dilemma.reconciliation.method import About, Direct, Outcome, WinnersOfTheory, as_floats, nearly_top
from dilemma.reconciliation.methods.expected_range import ranged
from dilemma.reconciliation.profile import Ballot, Profile, opinion

__all__ = ["MAXIMIN"]


def best_worst(profile: Profile) -> Outcome:
    """Return the options whose least score, each theory's from 0 to 1, is greatest; and those scores.

    Theories given no credence at all are left out, and so are those that do not guide.
    """
    rows = [as_floats(ranged(opinion(ballot))) for ballot, votes in profile.guiding if votes]
    scores = tuple(min((row[o] for row in rows), default=0.0) for o in range(len(profile.options)))
    return Outcome(nearly_top(scores, measure=1.0), scores)


def winners(ballots: Sequence[Ballot], _credences: Sequence[Any]) -> list[Truth]:
    """Return whether each option wins where every theory has some credence, however little."""
    options = tuple(map(str, range(len(ballots[0].places))))
    won = best_worst(Profile(options, tuple(ballots), (1,) * len(ballots))).winners
    return [option in won for option in range(len(options))]


def never(_profile: Profile, _which: int) -> tuple[tuple[int, int], ...]:
    """Return no thresholds, since credences do not affect the winners."""
    return ()


def along(profile: Profile, _offsets: Collection[Fraction]) -> WinnersOfTheory:
    """Return the same winners at every credence that is more than none and less than all."""
    found = best_worst(profile).winners
    return lambda _which: lambda _credence: found


MAXIMIN = Direct(
    About(
        id="maximin",
        name="Maximin",
        claim="Take what fares least badly by the theory that likes it least; how likely it is, is ignored.",
        plainly="the theory that likes it least likes it better than the theory that likes any other least "
        "(credences are ignored)",
        formula="score(o) = min over theories of (score - its least) / (its greatest - its least)",
        scale="0 to 1 by the theory that likes it least",
        sources=("wald-1950-decision",),
        objections=(
            "A theory believed by one in a hundred has the same veto as one believed by all.",
            "With opposed theories every option is worst by some, and it is mute.",
        ),
        worst_added=(
            "may change the choice among the others: every theory's 0 is moved down to it, and what "
            "parts the others shrinks, by some theories more than by others"
        ),
        needs=("scores",),
    ),
    best_worst,
    never,
    winners=winners,
    along=along,
)
