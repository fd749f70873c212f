"""Reconciliation: the choice of each method for theories with credences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from dilemma.reconciliation.agreement import Agreement, agreement
from dilemma.reconciliation.clones import ClonePair, clone_pairs
from dilemma.reconciliation.credences import Credences, Voter
from dilemma.reconciliation.method import A_PAIR, About, Method, elect
from dilemma.reconciliation.methods.defaults import VOTING
from dilemma.reconciliation.methods.lottery import chances
from dilemma.reconciliation.profile import Profile, restricted
from dilemma.reconciliation.sensitivity.alternatives import Alternative, alternative_credences, choices
from dilemma.reconciliation.sensitivity.margin_paths import MarginPaths
from dilemma.reconciliation.sensitivity.simplex import Simplex, simplex_shares
from dilemma.reconciliation.thresholds import thresholds

__all__ = ["Flip", "Reconciliation", "Result", "Subject", "WhyNot", "reconcile", "with_sensitivity"]

WhyNot = Literal["not-stated", "too-long", "one-scale"]
"""Credences are nobody's own; there are too many ties; nobody said that scores share one scale."""


class Subject(NamedTuple):
    """One subject of a reconciliation: the names of options by id, and the voters."""

    options: Mapping[str, str]
    voters: tuple[Voter, ...]


class Flip(NamedTuple):
    """A change of a method's choice to `to`, at credences in a theory above or below this one."""

    theory: str
    credence: float
    above: bool
    to: tuple[str, ...]


class Result(NamedTuple):
    """One method's choice, with a score per option if it has scores; `why_not` is set if it did not run.

    `dissenters` are the theories that have a choice, but none of the winners in it.
    """

    about: About
    choice: tuple[str, ...]
    scores: Mapping[str, float] | None
    dissenters: tuple[str, ...]
    flips: tuple[Flip, ...]
    why_not: WhyNot | None = None

    @property
    def ran(self) -> bool:
        return self.why_not is None


class Reconciliation(NamedTuple):
    """The results of all methods on one subject at some credences.

    `silent` and `permits_none` are the theories with credence that add nothing; `forbidden` is, by option,
    the theories that forbid it, with credence or without; `vetoed` the options set aside for that, none if
    that would leave none (`veto_void`); `veto` the share of credence it took. `alone` are the theories that
    hold their family's whole share, `one_vote` the methods that are one here. `simplex` has the shares of all
    credences, None where they were not asked for or there is one theory; `alternatives` other credences.
    """

    subject: Subject
    credences: Credences
    results: tuple[Result, ...]
    agreement: Agreement
    lottery: Mapping[str, float] | None
    silent: tuple[str, ...]
    permits_none: tuple[str, ...]
    forbidden: Mapping[str, tuple[str, ...]]
    veto: Fraction | None
    vetoed: tuple[str, ...]
    veto_void: bool
    one_vote: tuple[str, ...]
    twins: tuple[ClonePair, ...]
    alone: tuple[str, ...]
    simplex: Simplex | None = None
    alternatives: tuple[Alternative, ...] = ()

    def forbidden_share(self, option: str) -> float:
        """Return the share of credence in theories that forbid an option."""
        votes = sum(self.credences.votes.get(theory, 0) for theory in self.forbidden[option])
        return votes / self.credences.total_votes

    @property
    def quiet_favourites(self) -> tuple[str, ...]:
        """The theories with the most credence, if all of them are silent or permit none; else none."""
        most = max(self.credences.votes.values())
        favourites = tuple(id for id, votes in self.credences.votes.items() if votes == most)
        return favourites if {*favourites} <= {*self.silent, *self.permits_none} else ()


def profile_of(subject: Subject, credences: Credences) -> Profile:
    """Return the profile of theories that have credence or scores in a named unit."""
    counted = [
        (voter.ballot, credences.votes.get(voter.id, 0))
        for voter in subject.voters
        if voter.ballot and (credences.votes.get(voter.id) or voter.ballot.unit is not None)
    ]
    return Profile(
        tuple(subject.options), tuple(ballot for ballot, _ in counted), tuple(votes for _, votes in counted)
    )


def reconcile(
    subject: Subject,
    credences: Credences,
    methods: Sequence[Method],
    veto: Fraction | None = None,
    *,
    one_scale: bool = False,
) -> Reconciliation:
    """Return the choice, flips and dissenters of each method; options with a veto are left out."""
    whole = profile_of(subject, credences)
    vetoed = tuple(forbidden_by(whole, veto)) if veto is not None else ()
    remaining = [o for o in range(len(whole.options)) if o not in vetoed]
    veto_void, vetoed = not remaining, vetoed if remaining else ()
    profile = restricted(whole, remaining) if vetoed else whole
    paths = MarginPaths(profile)
    results = tuple(
        result(method, profile, why_not(method, credences, one_scale), paths) for method in methods
    )
    believed = [ballot for ballot, votes in zip(profile.ballots, profile.votes, strict=True) if votes]
    lottery = chances(profile)
    return Reconciliation(
        subject=subject,
        credences=credences,
        results=results,
        agreement=agreement({result.about.id: result.choice for result in results if result.ran}),
        lottery=None if lottery is None else dict(zip(profile.options, lottery, strict=True)),
        silent=tuple(ballot.id for ballot in believed if ballot.silent),
        permits_none=tuple(ballot.id for ballot in believed if ballot.permits_none),
        forbidden={id: tuple(forbidding(subject, o)) for o, id in enumerate(subject.options)},
        veto=veto,
        vetoed=tuple(whole.options[o] for o in vetoed),
        veto_void=veto_void,
        one_vote=tuple(one_vote(profile, results)),
        twins=tuple(clone_pairs(profile)),
        alone=tuple(sole_members(subject, credences)),
    )


def with_sensitivity(
    found: Reconciliation,
    methods: Sequence[Method],
    panel: Collection[str],
    draws: int,
    *,
    one_scale: bool = False,
) -> Reconciliation:
    """Return a reconciliation with the choices at alternative credences, and with shares of all credences.

    Options that a veto set aside stay aside. No shares if `draws` is 0.
    """
    subject = found.subject
    usable = [method for method in methods if one_scale or "one-scale" not in method.about.needs]
    alternatives = tuple(
        Alternative(
            id,
            credences,
            choices(
                remaining_profile(found, credences),
                [method for method in usable if why_not(method, credences, one_scale) is None],
            ),
        )
        for id, credences in alternative_credences(subject.voters, panel)
    )
    open_to_credence = {
        voter.id: 1
        for voter in subject.voters
        if voter.ballot and (voter.comprehensive or found.credences.votes.get(voter.id))
    }
    drawn = remaining_profile(found, found.credences._replace(votes=open_to_credence))
    simplex = simplex_shares(drawn, usable, draws) if draws else None
    return found._replace(simplex=simplex, alternatives=alternatives)


def remaining_profile(found: Reconciliation, credences: Credences) -> Profile:
    """Return the profile at these credences without the options that a veto set aside."""
    whole = profile_of(found.subject, credences)
    kept = [o for o, option in enumerate(whole.options) if option not in found.vetoed]
    return restricted(whole, kept) if found.vetoed else whole


def forbidden_by(profile: Profile, veto: Fraction) -> Iterator[int]:
    """Yield the options forbidden by at least so much of the credence."""
    for option in range(len(profile.options)):
        against = sum(
            votes
            for ballot, votes in zip(profile.ballots, profile.votes, strict=True)
            if option in ballot.forbidden
        )
        if against and against >= veto * profile.total_votes:
            yield option


def forbidding(subject: Subject, option: int) -> Iterator[str]:
    """Yield the theories that forbid an option, whatever credence they have."""
    for voter in subject.voters:
        if voter.ballot and option in voter.ballot.forbidden:
            yield voter.id


def why_not(method: Method, credences: Credences, one_scale: bool) -> WhyNot | None:  # noqa: FBT001
    """Return why a method cannot run here, or None if it can."""
    needs = method.about.needs
    if "stated" in needs and not credences.are_stated:
        return "not-stated"
    return "one-scale" if "one-scale" in needs and not one_scale else None


def result(method: Method, profile: Profile, hindered: WhyNot | None, paths: MarginPaths) -> Result:
    """Return the result of one method; `paths` are those of the profile."""
    outcome = None if hindered else elect(method, profile)
    if outcome is None:
        return Result(method.about, (), None, (), (), hindered or "too-long")
    options = profile.options
    return Result(
        about=method.about,
        choice=tuple(options[o] for o in outcome.winners),
        scores=None
        if outcome.scores is None
        else dict(zip(options, map(float, outcome.scores), strict=True)),
        dissenters=tuple(dissenting(profile, outcome.winners)),
        flips=tuple(flips(method, profile, outcome.winners, paths)),
    )


def dissenting(profile: Profile, winners: Sequence[int]) -> Iterator[str]:
    """Yield the theories with credence that choose, but none of the winners."""
    for ballot, votes in profile.guiding:
        if votes and not set(winners) & set(ballot.choice):
            yield ballot.id


def flips(method: Method, profile: Profile, winners: tuple[int, ...], paths: MarginPaths) -> Iterator[Flip]:
    """Yield, for each theory with credence, the nearest one at which the winners differ."""
    of_theory = thresholds(method, profile, winners, paths)
    for which, (ballot, votes) in enumerate(zip(profile.ballots, profile.votes, strict=True)):
        for threshold in of_theory(which) if votes else ():
            yield Flip(
                ballot.id,
                threshold.credence,
                threshold.above,
                tuple(profile.options[o] for o in threshold.to),
            )


def one_vote(profile: Profile, results: Sequence[Result]) -> Iterator[str]:
    """Yield the methods that equal one vote by credence: with two options and no shared unit."""
    if len(profile.options) != A_PAIR:
        return
    units = [ballot.unit for ballot in profile.ballots if ballot.unit is not None]
    shared = len(units) > len(set(units))
    for result in results:
        if result.about.id in VOTING and not (shared and result.about.id == "one-step"):
            yield result.about.id


def sole_members(subject: Subject, credences: Credences) -> Iterator[str]:
    """Yield the theories that have all of their family's credence, where families were given the same."""
    if credences.origin != "families":
        return
    families = {voter.id: voter.family for voter in subject.voters if voter.id in credences.votes}
    held = [family for family in families.values() if family]
    for id, family in families.items():
        if family and held.count(family) == 1 and len(set(held)) < len(held):
            yield id
