"""Credences in theories: as stated, or the same share for every family or theory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import gcd, lcm
from typing import TYPE_CHECKING, Literal, NamedTuple

from dilemma.errors import BadSetting, Named, UnknownName
from dilemma.frameworks.framework import Standing
from dilemma.frameworks.registry import framework_id
from dilemma.reconciliation.families import votes_by_family
from dilemma.reconciliation.profile import Ballot, ballot_of
from dilemma.scenario.addresses.names import ids_meant, the_id
from dilemma.weighing import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from dilemma.scenario.views.view import View

__all__ = [
    "Credences",
    "Origin",
    "SetAside",
    "Voter",
    "by_family",
    "evenly",
    "integer_votes",
    "perspective_credences",
    "stated_credences",
    "voter_of",
]

Origin = Literal["families", "even", "stated", "perspective", "table"]


class Voter(NamedTuple):
    """A theory that may have credence: its ballot, or what the case lacks for it to apply."""

    id: str
    name: str
    family: str | None
    comprehensive: bool
    ballot: Ballot | None
    missing: str = ""


class SetAside(NamedTuple):
    """Credence in a theory that does not apply, as a share of all stated credence."""

    theory: str
    credence: float
    because: str


class Credences(NamedTuple):
    """The credence in each theory, by id, as integer votes out of their sum.

    `stated_sum` is the sum of the credences as they were stated; None if none were.
    """

    votes: Mapping[str, int]
    origin: Origin
    set_aside: tuple[SetAside, ...] = ()
    stated_sum: float | None = None

    @property
    def are_stated(self) -> bool:
        """Whether the credences were stated, not the same for every family or theory."""
        return self.origin not in ("families", "even")

    @property
    def total_votes(self) -> int:
        return sum(self.votes.values())

    def share(self, theory: str) -> float:
        return self.votes.get(theory, 0) / self.total_votes


def voter_of(verdict: Verdict) -> Voter:
    """Return the theory of a verdict as a voter."""
    about = verdict.about
    family, comprehensive = about.family.value, about.standing is Standing.COMPREHENSIVE
    if verdict.missing:
        return Voter(about.id, about.name, family, comprehensive, None, "; ".join(verdict.missing))
    ballot = ballot_of((about.id, about.name, family), about.gives, verdict.answers)
    return Voter(about.id, about.name, family, comprehensive, ballot)


def by_family(voters: Iterable[Voter]) -> Credences:
    """Return the same credence for every family, and within one for every comprehensive theory that applies.

    Constraints and rules for doubt get none, since they are not comprehensive. Raises BadSetting where no
    comprehensive theory applies.
    """
    return Credences(votes_by_family({voter.id: voter.family for voter in comprehensive(voters)}), "families")


def evenly(voters: Iterable[Voter]) -> Credences:
    """Return the same credence for every comprehensive theory that applies; raises as `by_family`."""
    return Credences({voter.id: 1 for voter in comprehensive(voters)}, "even")


def comprehensive(voters: Iterable[Voter]) -> list[Voter]:
    """Return the comprehensive theories that apply; BadSetting where there are none."""
    found = [voter for voter in voters if voter.comprehensive and voter.ballot]
    if not found:
        raise BadSetting(
            "no comprehensive theory applies here, so there is nothing to reconcile; give credences to "
            "others by ",
            Named("credences"),
        )
    return found


def stated_credences(stated: Mapping[str, Fraction], voters: Sequence[Voter], origin: Origin) -> Credences:
    """Return credences as stated, each 0 or more; theories not named have none.

    Raises UnknownName for an unknown theory, BadSetting if no theory that applies has credence.
    """
    known = {voter.id: voter for voter in voters}
    stated = _by_id(stated, known)
    whole = sum(stated.values())
    applying = {voter.id: stated[voter.id] for voter in voters if voter.ballot and voter.id in stated}
    aside = tuple(
        SetAside(voter.id, float(stated[voter.id] / whole), voter.missing)
        for voter in voters
        if voter.ballot is None and stated.get(voter.id)
    )
    if not any(applying.values()):
        raise BadSetting(nothing_left(aside, known))
    return Credences(integer_votes(applying), origin, aside, float(whole))


def _by_id(stated: Mapping[str, Fraction], known: Mapping[str, Voter]) -> dict[str, Fraction]:
    """Return the credences by id of a theory, each of which may be stated by a name that is shown.

    Raises UnknownName for an unknown theory, BadSetting for one that is stated under two names.
    """
    names = {id: (voter.name,) for id, voter in known.items()}
    by_id: dict[str, Fraction] = {}
    for name, credence in stated.items():
        found = ids_meant(name, names) or (framework_id(name),)
        if found[0] not in known:
            raise UnknownName("theory", name, tuple(known), aside="among those judged here")
        id = the_id("theory", name, names) if len(found) > 1 else found[0]
        if id in by_id:
            raise BadSetting(f"credence in {name}: {id} is given twice")
        by_id[id] = credence
    return by_id


def perspective_credences(view: View) -> dict[str, Fraction]:
    """Return the credences of the view's perspective; none if it states none."""
    stated = view.scenario.perspectives[view.perspective].credences if view.perspective else {}
    if not stated:
        return {}
    from dilemma.case.estimates import best_estimate
    from dilemma.scenario.numbers.fractions import exact

    return {theory: exact(best_estimate(view.scenario, credence)) for theory, credence in stated.items()}


def nothing_left(aside: Sequence[SetAside], known: Mapping[str, Voter]) -> str:
    """Return the message that no theory that applies has credence."""
    if not aside:
        return "no theory has a credence above 0"
    named = "; ".join(f"{known[item.theory].name}: {item.because}" for item in aside)
    return f"no theory that was given a credence applies here ({named})"


def integer_votes(stated: Mapping[str, Fraction]) -> dict[str, int]:
    """Return fractions as the smallest integers in the same proportions."""
    denominator = lcm(*(credence.denominator for credence in stated.values()))
    votes = {name: int(credence * denominator) for name, credence in stated.items()}
    common = gcd(*votes.values())
    return {name: number // common for name, number in votes.items()}
