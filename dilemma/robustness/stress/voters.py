"""Votes of theories in a draw: their credences, given which of them apply in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from dilemma.errors import BadSetting, Named
from dilemma.frameworks.framework import Standing
from dilemma.reconciliation.credences import Voter
from dilemma.reconciliation.method import Additive
from dilemma.reconciliation.methods.catalogue import METHODS
from dilemma.reconciliation.methods.defaults import DEFAULTS
from dilemma.reconciliation.profile import ballot
from dilemma.reconciliation.reconciliation import Subject
from dilemma.reconciliation.request import Request, credences_in_force, names_of_methods, request
from dilemma.weighing import Verdict, Weighing

__all__ = ["COUNTED", "IN_DRAWS", "Electorate", "request_for_draws"]

COUNTED: Final[tuple[Additive, ...]] = tuple(
    method for method in METHODS if isinstance(method, Additive) and "one-scale" not in method.about.needs
)
"""Methods that can be counted in draws: those that sum amounts and need no common scale."""

IN_DRAWS: Final = tuple(method.about.id for method in COUNTED if method in DEFAULTS)
"""Ids of the methods that are counted by default."""


def request_for_draws(
    *,
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    methods: Iterable[str] = (),
) -> Request | None:
    """Return the request to methods in draws; None if no method is named.

    Raises BadSetting for credences without methods, and for a method that cannot be counted in draws.
    """
    wanted = names_of_methods(methods)
    if not wanted:
        if credences or even:
            raise BadSetting("credences are for the methods: name some by ", Named("methods"))
        return None
    counted = [method.about.id for method in COUNTED]
    for method in wanted:
        if method not in counted:
            raise BadSetting(f"methods: in draws there are {', '.join(counted)}, not '{method}'")
    return request(credences=credences, even=even, methods=wanted)


class Electorate(NamedTuple):
    """A weighing whose theories have credences, and the request for methods."""

    weighing: Weighing
    request: Request

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(self.weighing.view.scenario.options)

    @property
    def methods(self) -> tuple[Additive, ...]:
        return tuple(method for method in COUNTED if method.about.id in self.request.methods)

    @property
    def may_vote(self) -> tuple[str, ...]:
        """The ids of theories that have credence in some draw: those that have it if all apply."""
        return tuple(self.votes([verdict.about.id for verdict in self.weighing.verdicts]))

    def votes(self, applying: Collection[str]) -> Mapping[str, int]:
        """Return the votes of each theory that has any if only these apply; empty if none can vote."""
        voters = tuple(self._voter(verdict, applying) for verdict in self.weighing.verdicts)
        subject = Subject(dict.fromkeys(self.options, ""), voters)
        try:
            credences = credences_in_force(self.weighing, subject, self.request)
        except BadSetting:
            return {}
        return {theory: votes for theory, votes in credences.votes.items() if votes}

    def _voter(self, verdict: Verdict, applying: Collection[str]) -> Voter:
        """Return a theory as a voter; only the presence of its ballot matters, not its content."""
        about = verdict.about
        known = (about.id, about.name, about.family.value)
        some = ballot(known, (1,)) if about.id in applying else None
        return Voter(*known, about.standing is Standing.COMPREHENSIVE, some)
