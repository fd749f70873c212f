"""The choice that a person's own numbers and credences imply, by the default methods of `reconcile`.

Credences are those that the view states; without any, every family of theories gets the same, as in
`reconcile`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from dilemma.frameworks.framework import Gives, Standing
from dilemma.reconciliation.agreement import Agreement, agreement
from dilemma.reconciliation.credences import integer_votes
from dilemma.reconciliation.families import votes_by_family
from dilemma.reconciliation.method import elect
from dilemma.reconciliation.profile import Ballot, Profile, ballot, in_order
from dilemma.reconciliation.summary import methods_in_short
from dilemma.robustness.collection.verdicts import DOES_NOT_APPLY, Verdicts, members

__all__ = ["Implied", "implied_choices", "implied_of"]

MOST_KEPT = 4096  # profiles whose result is kept, since many views share one


class Implied(NamedTuple):
    """The choice implied by a view: what most methods choose, none where they do not agree.

    `stated` is true if the credences are the view's own. `agreement` is None if no theory with credence
    sets options apart.
    """

    stated: bool
    agreement: Agreement | None

    @property
    def choice(self) -> tuple[str, ...]:
        """The options that the methods agree on; none if they do not agree or have nothing to go by."""
        return self.agreement.choice if self.agreement else ()


def implied_choices(verdicts: Verdicts, credences: Sequence[Mapping[str, Fraction]]) -> tuple[Implied, ...]:
    """Return the choice that each view implies; `credences` has those of each view, by theory."""
    return implied_of(verdicts, enumerate(credences))


def implied_of(
    verdicts: Verdicts, asked: Iterable[tuple[int, Mapping[str, Fraction]]]
) -> tuple[Implied, ...]:
    """Return what the verdicts of each of these rows imply with the credences beside it."""
    voting = _Voting(verdicts)
    return tuple(voting.implied(row, stated) for row, stated in asked)


class _Voting:
    """Elections by the verdicts of a view, with the results of equal profiles kept."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._elected = lru_cache(maxsize=MOST_KEPT)(self._agreement)
        self._ballot = lru_cache(maxsize=MOST_KEPT)(self._made)

    def implied(self, row: int, stated: Mapping[str, Fraction]) -> Implied:
        """Return the choice that a view implies at its own credences, or at the same for every family."""
        applying = self._verdicts.chosen[row] != DOES_NOT_APPLY
        abouts = {about.id: at for at, about in enumerate(self._verdicts.theories) if applying[at]}
        believed = {id: stated[id] for id in abouts if stated.get(id)}
        if any(stated.values()) and not believed:
            return Implied(stated=True, agreement=None)  # credences only in theories that do not apply
        votes = integer_votes(believed) if believed else dict(self._even_votes(abouts))
        ballots = tuple(self._ballot(*self._key(row, abouts[id])) for id in votes)
        return Implied(bool(believed), self._elected(ballots, tuple(votes.values()), bool(believed)))

    def _even_votes(self, abouts: Mapping[str, int]) -> Mapping[str, int]:
        theories = (self._verdicts.theories[at] for at in abouts.values())
        whole = {about.id: about.family for about in theories if about.standing is Standing.COMPREHENSIVE}
        return votes_by_family(whole) if whole else {}

    def _key(self, row: int, at: int) -> tuple[int, tuple[int, ...], tuple[float, ...] | None, int | None]:
        """Return what a theory's ballot in a view is made from."""
        verdicts = self._verdicts
        cardinal = verdicts.theories[at].gives is Gives.CARDINAL
        scores = tuple(verdicts.scores[row, at].tolist()) if cardinal else None
        permitted = int(verdicts.permitted[row, at]) if verdicts.tested[at] else None
        return at, tuple(verdicts.ranks[row, at].tolist()), scores, permitted

    def _made(
        self, at: int, ranks: tuple[int, ...], scores: tuple[float, ...] | None, permitted: int | None
    ) -> Ballot:
        about, options = self._verdicts.theories[at], self._verdicts.options
        allowed = None
        if permitted is not None:
            within = members(options, permitted)
            allowed = tuple(option in within for option in options)
        return ballot((about.id, about.name, about.family.value), ranks, in_order(scores, ranks), allowed)

    def _agreement(
        self,
        ballots: tuple[Ballot, ...],
        votes: tuple[int, ...],
        stated: bool,  # noqa: FBT001
    ) -> Agreement | None:
        options = self._verdicts.options
        profile = Profile(options, ballots, votes)
        if not profile.guiding:
            return None
        outcomes = {
            method.about.id: elect(method, profile)
            for method in methods_in_short(len(options), stated=stated)
        }
        return agreement(
            {id: tuple(options[o] for o in outcome.winners) for id, outcome in outcomes.items() if outcome}
        )
