"""Alternative credences: what each method chooses with a few others than those in force."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Literal, NamedTuple

from dilemma.errors import BadSetting
from dilemma.reconciliation.credences import Credences, Voter, by_family, evenly
from dilemma.reconciliation.method import Method, elect
from dilemma.reconciliation.profile import Profile

__all__ = ["Alternative", "AlternativeId", "alternative_credences", "choices"]

AlternativeId = Literal["families", "theories", "panel"]
"""The same credence for every family, shared evenly within it; the same for every theory; as the first, but
only for the theories of the file's panel."""


class Alternative(NamedTuple):
    """Alternative credences, and the choice of each method that can use them, by its id."""

    id: AlternativeId
    credences: Credences
    choices: Mapping[str, tuple[str, ...]]


def alternative_credences(
    voters: Sequence[Voter], panel: Collection[str]
) -> Iterator[tuple[AlternativeId, Credences]]:
    """Yield the alternatives that there are: none by family where theories have none, or without a panel.

    Each is over the comprehensive theories that apply; an alternative without any is left out.
    """
    with suppress(BadSetting):
        if any(voter.family for voter in voters):
            yield "families", by_family(voters)
        yield "theories", evenly(voters)
        if panel:
            yield "panel", by_family([voter for voter in voters if voter.id in panel])


def choices(profile: Profile, methods: Sequence[Method]) -> dict[str, tuple[str, ...]]:
    """Return the choice of each method; one that would take too long is left out."""
    outcomes = {method.about.id: elect(method, profile) for method in methods}
    return {
        id: tuple(profile.options[o] for o in outcome.winners) for id, outcome in outcomes.items() if outcome
    }
