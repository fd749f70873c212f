"""Proportional chances: draw a theory by its credence, and do as it says."""

from __future__ import annotations

from dilemma.reconciliation.profile import Profile

__all__ = ["chances"]


def chances(profile: Profile) -> tuple[float, ...] | None:
    """Return each option's chance; None where no theory guides.

    Each theory's credence is split evenly over its choice; those that are silent or permit none are left
    out, and the rest brought to 1. Source: Newberry and Ord 2021.
    """
    whole = sum(votes for _, votes in profile.guiding)
    if not whole:
        return None
    lottery = [0.0] * len(profile.options)
    for ballot, votes in profile.guiding:
        for option in ballot.choice:
            lottery[option] += votes / (whole * len(ballot.choice))
    return tuple(lottery)
