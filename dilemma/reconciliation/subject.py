"""The subject of a reconciliation: read off a weighing, a printed one, or a table."""

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
    """Return what is to be reconciled."""
    match source:
        case Table():
            return subject_of_table(source)
        case PrintedWeighing():
            return subject_of_printed(source)
    return subject_of_weighing(source)


def subject_of_weighing(weighing: Weighing) -> Subject:
    """Return a weighing as what is to be reconciled."""
    options = {id: option.name or id for id, option in weighing.view.scenario.options.items()}
    return Subject(options, tuple(voter_of(verdict) for verdict in weighing.verdicts))


def subject_of_printed(weighed: PrintedWeighing) -> Subject:
    """Return a weighing that was printed as what is to be reconciled."""
    return Subject(
        weighed.options, tuple(voter_of_printed(said, [*weighed.options]) for said in weighed.frameworks)
    )


def voter_of_printed(said: PrintedVerdict, options: list[str]) -> Voter:
    """Return what a printed framework said as a voter."""
    comprehensive = said.standing == Standing.COMPREHENSIVE
    if said.because is not None:
        return Voter(said.id, said.name, said.family, comprehensive, None, said.because)
    answers = [said.options[option] for option in options]
    return Voter(
        said.id,
        said.name,
        said.family,
        comprehensive,
        ballot_of((said.id, said.name, said.family), said.gives, answers),
    )


def subject_of_table(table: Table) -> Subject:
    """Return a table of verdicts as what is to be reconciled; its names are its ids."""
    voters = tuple(
        Voter(
            theory.name, theory.name, None, comprehensive=True, ballot=ballot_in_table(theory, table.options)
        )
        for theory in table.theories
    )
    return Subject({option: option for option in table.options}, voters)


def ballot_in_table(theory: TableTheory, options: tuple[str, ...]) -> Ballot:
    """Return what a theory of a table hands to a method; its numbers are written, so compared exactly."""
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
