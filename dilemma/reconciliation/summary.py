"""A summary of the default methods, short enough to end the output of `weigh`."""

from __future__ import annotations

from dilemma.frameworks.framework import Standing
from dilemma.reconciliation.agreement import Agreement, agreement
from dilemma.reconciliation.families import votes_by_family
from dilemma.reconciliation.method import A_PAIR, Method, elect
from dilemma.reconciliation.methods.borda import BORDA
from dilemma.reconciliation.methods.one_step import ONE_STEP
from dilemma.reconciliation.methods.permissibility import PERMISSIBILITY
from dilemma.reconciliation.methods.split_cycle import SPLIT_CYCLE
from dilemma.reconciliation.profile import Profile, ballot_of
from dilemma.weighing import Verdict, Weighing

__all__ = ["has_credences", "methods_in_short", "summary"]

FEWEST = 2  # theories that guide: with fewer there is nothing to reconcile


def has_credences(weighing: Weighing) -> bool:
    """Return whether the perspective of a weighing states credences."""
    view = weighing.view
    return bool(view.perspective and view.scenario.perspectives[view.perspective].credences)


def summary(weighing: Weighing) -> Agreement | None:
    """Return the agreement of the default methods; None if too few theories with credence guide.

    Methods that come to one vote with two options count as one.
    """
    stated, options = has_credences(weighing), tuple(weighing.view.scenario.options)
    verdicts = {verdict.about.id: verdict for verdict in weighing.verdicts if verdict.applicable}
    votes = own_votes(weighing, verdicts) if stated else even_votes(verdicts)
    ballots = []
    for id in votes:
        about, answers = verdicts[id].about, verdicts[id].answers
        ballots.append(ballot_of((id, about.name, about.family.value), about.gives, answers))
    profile = Profile(options, tuple(ballots), tuple(votes.values()))
    if len(profile.guiding) < FEWEST:
        return None
    outcomes = {
        method.about.id: elect(method, profile) for method in methods_in_short(len(options), stated=stated)
    }
    return agreement(
        {id: tuple(options[o] for o in outcome.winners) for id, outcome in outcomes.items() if outcome}
    )


def methods_in_short(options: int, *, stated: bool) -> tuple[Method, ...]:
    """Return the default methods, with only the first of those that are equivalent here."""
    voting = (BORDA,) if options == A_PAIR else (BORDA, ONE_STEP, SPLIT_CYCLE)
    if not stated:
        return (PERMISSIBILITY, *voting)
    from dilemma.reconciliation.methods.favourite_theory import FAVOURITE_THEORY

    return (PERMISSIBILITY, FAVOURITE_THEORY, *voting)


def even_votes(verdicts: dict[str, Verdict]) -> dict[str, int]:
    """Return the same credence for every family of comprehensive theories that apply."""
    whole = {id: v for id, v in verdicts.items() if v.about.standing is Standing.COMPREHENSIVE}
    return votes_by_family({id: verdict.about.family for id, verdict in whole.items()}) if whole else {}


def own_votes(weighing: Weighing, verdicts: dict[str, Verdict]) -> dict[str, int]:
    """Return the perspective's own credences in theories that apply."""
    from dilemma.reconciliation.credences import integer_votes, perspective_credences

    own = perspective_credences(weighing.view)
    believed = {id: own[id] for id in verdicts if own.get(id)}
    return integer_votes(believed) if believed else {}
