"""Proportional chances: draw a theory by its credence, and do as it says.

Each theory's credence is split evenly over its choice; those that are silent or permit none are left out,
and the rest is scaled to a sum of 1. Source: Newberry and Ord 2021.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from dilemma.quantity import Quantity, Truth, choose, ratio, tally, total
from dilemma.reconciliation.method import as_floats
from dilemma.reconciliation.profile import Profile

__all__ = ["chances", "chances_of_credences", "chances_of_shares"]

Credence = TypeVar("Credence")


def split(
    choices: Sequence[Sequence[Truth]],
    credences: Sequence[Credence],
    share: Callable[[Credence, Quantity], Quantity],
) -> list[Quantity]:
    """Return each option's chance, from the choices of theories and their credences.

    `share` returns the part of all credence for each of a number of chosen options.
    """
    each = [share(credence, tally(chosen)) for chosen, credence in zip(choices, credences, strict=True)]
    return [
        total(choose(holds, part, 0.0) for holds, part in zip(column, each, strict=True))
        for column in zip(*choices, strict=True)
    ]


def chances_of_credences(choices: Sequence[Sequence[Truth]], credences: Sequence[Quantity]) -> list[Quantity]:
    """Return each option's chance, by the credences of theories that guide, 0 for those that do not."""
    whole = total(credences)

    def share(credence: Quantity, tied: Quantity) -> Quantity:
        return ratio(credence, whole * tied, 0.0)

    return split(choices, credences, share)


def chances_of_shares(choices: Sequence[Sequence[bool]], shares: Sequence[Fraction]) -> list[float]:
    """Return each option's chance, by exact shares of the credence of theories that guide.

    What an option is given of each is rounded once.
    """

    def share(whole: Fraction, tied: Quantity) -> Quantity:
        (options,) = as_floats([tied])
        return whole.numerator / (whole.denominator * int(options))

    return as_floats(split(choices, shares, share))


def chances(profile: Profile) -> tuple[float, ...] | None:
    """Return each option's chance; None where no theory guides."""
    options = range(len(profile.options))
    choices = [[option in ballot.choice for option in options] for ballot, _ in profile.guiding]
    votes = [votes for _, votes in profile.guiding]
    shares = [Fraction(vote, sum(votes)) for vote in votes if sum(votes)]
    return tuple(chances_of_shares(choices, shares)) if shares else None
