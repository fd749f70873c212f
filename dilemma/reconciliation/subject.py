"""The subject of a reconciliation, from a weighing, a printed weighing, or a table."""

from __future__ import annotations

from typing import TypeAlias

from dilemma.frameworks.framework import Standing
from dilemma.reconciliation.credences import Voter, voter_of
from dilemma.reconciliation.input.printed import PrintedVerdict, PrintedWeighing
from dilemma.reconciliation.input.table import Table, TableTheory
from dilemma.reconciliation.profile import Ballot, ballot, ballot_of
from dilemma.reconciliation.reconciliation import Subject
from dilemma.weighing import Weighing

__all__ = ["Source", "subject_of"]

Source: TypeAlias = Weighing | PrintedWeighing | Table


def subject_of(source: Source) -> Subject:
    """Return the subject for a source."""
    match source:
        case Table():
            return subject_of_table(source)
        case PrintedWeighing():
            return subject_of_printed(source)
    return subject_of_weighing(source)


def subject_of_weighing(weighing: Weighing) -> Subject:
    """Return the subject for a weighing."""
    options = {id: option.name or id for id, option in weighing.view.scenario.options.items()}
    return Subject(options, tuple(voter_of(verdict) for verdict in weighing.verdicts))


def subject_of_printed(weighed: PrintedWeighing) -> Subject:
    """Return the subject for a printed weighing."""
    voters = tuple(voter_of_printed(verdict, [*weighed.options]) for verdict in weighed.frameworks)
    return Subject(weighed.options, voters)


def voter_of_printed(verdict: PrintedVerdict, options: list[str]) -> Voter:
    """Return the voter for a printed verdict."""
    comprehensive = verdict.standing == Standing.COMPREHENSIVE
    if verdict.because is not None:
        return Voter(verdict.id, verdict.name, verdict.family, comprehensive, None, verdict.because)
    answers = [verdict.options[option] for option in options]
    return Voter(
        verdict.id,
        verdict.name,
        verdict.family,
        comprehensive,
        ballot_of((verdict.id, verdict.name, verdict.family), verdict.gives, answers),
    )


def subject_of_table(table: Table) -> Subject:
    """Return the subject for a table of verdicts; its names are its ids."""
    voters = tuple(
        Voter(
            theory.name, theory.name, None, comprehensive=True, ballot=ballot_in_table(theory, table.options)
        )
        for theory in table.theories
    )
    return Subject({option: option for option in table.options}, voters)


def ballot_in_table(theory: TableTheory, options: tuple[str, ...]) -> Ballot:
    """Return the ballot of a theory in a table; its numbers are compared exactly."""
    known = (theory.name, theory.name, None)
    if theory.choiceworthiness is not None:
        scores = tuple(theory.choiceworthiness[option] for option in options)
        places = tuple(1 + sum(other > score for other in scores) for score in scores)
        return ballot(known, places, scores, unit=theory.unit)
    if theory.ranking is not None:
        return ballot(known, tuple(1 + tier_of(option, theory.ranking) for option in options))
    allowed = tuple(option in (theory.permits or ()) for option in options)
    return ballot(known, tuple(1 if permitted else 2 for permitted in allowed), allowed=allowed)


def tier_of(option: str, ranking: tuple[tuple[str, ...], ...]) -> int:
    """Return the position of the tier that holds an option."""
    return next(place for place, tier in enumerate(ranking) if option in tier)
