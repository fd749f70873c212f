"""Credences in words: the meaning of the term, their origin, and credence that is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isclose

from dilemma.frameworks.framework import Family
from dilemma.reconciliation.credences import Credences
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.blocks import Line
from dilemma.reports.words.commands import hint
from dilemma.reports.words.figures import percent
from dilemma.reports.words.names import listed
from dilemma.reports.words.templates import FAMILIES

__all__ = [
    "MANY",
    "credence_lines",
    "in_short",
    "origin",
    "scaling",
    "theories_in_short",
    "theory_names",
    "with_shares",
]

MANY = 24  # theories: of more in one list only the most believed are named
NAMED_OF_MANY = 5

MEANING = "A credence is how likely it is taken to be that a theory is right."

ORIGINS = {
    "families": (
        "None are given, so every family of theories has the same, shared evenly by the comprehensive "
        "theories in it that apply. Give your own with {own} (what you do not name gets none), or "
        "the same to every theory with {even}."
    ),
    "even": "Every theory has the same, as if nothing spoke for one over another. Your own: {one}.",
    "stated": "These are the ones you stated, brought to a sum of 100 %.",
    "perspective": "These are the perspective's own, brought to a sum of 100 %. Your own instead: {one}.",
    "table": "These are the table's, brought to a sum of 100 %. Your own instead: {one}.",
}


def origin(credences: Credences) -> str:
    """Return the meaning of credence, and the origin of these."""
    told = ORIGINS[credences.origin].format(
        own=hint("-c utilitarian=40%,kantian=1/3", "credences={'utilitarian': 0.4, 'kantian': '1/3'}"),
        even=hint("--even", "even=True"),
        one=hint("-c NAME=X", "credences={NAME: X}"),
    )
    return f"{MEANING} {told}"


IN_SHORT = {
    "families": "You gave no credences, so every family of theories has the same, shared evenly within it.",
    "even": "Every theory has the same credence.",
    "stated": "The credences are yours",
    "perspective": "The credences are the perspective's",
    "table": "The credences are the table's",
}


def in_short(found: Reconciliation, whose: str | None = None) -> Iterator[str]:
    """Yield whose the credences are, those that someone stated, and what of them is set aside.

    `whose` says it in other words, where the source has them.
    """
    credences, short = found.credences, whose or IN_SHORT[found.credences.origin]
    if not credences.are_stated:
        yield short
        return
    believed = [voter.id for voter in found.subject.voters if credences.votes.get(voter.id)]
    whole = scaled_from(credences)
    told = "" if whole is None else f", brought from {percent(whole)} to 100 % in all"
    yield f"{short}{told}: {'; '.join(grouped_by_share(found, believed))}."
    for item in credences.set_aside:
        name = theory_names(found)[item.theory]
        yield f"Set aside: {percent(item.credence)} in {name}, which does not apply."


def scaled_from(credences: Credences) -> float | None:
    """Return the sum of the credences that somebody stated; None if it is 1, or they are no one's own."""
    whole = credences.stated_sum if credences.origin in ("stated", "perspective") else None
    return None if whole is None or isclose(whole, 1.0) else whole


def scaling(credences: Credences) -> Iterator[str]:
    """Yield that credences are scaled to a sum of 1, if they are."""
    whole = scaled_from(credences)
    if whole is not None:
        yield f"The credences that were stated add up to {percent(whole)}; they are scaled to 100 %."


def theory_names(found: Reconciliation) -> dict[str, str]:
    """Return the names of theories, by id."""
    return {voter.id: voter.name for voter in found.subject.voters}


def with_shares(found: Reconciliation, theories: Iterable[str]) -> str:
    """Return a list of theories in words, each with its credence; of many, the most believed."""
    names = theory_names(found)
    told, others = most_believed(found, [*theories])
    named = [f"{names[id]} ({percent(found.credences.share(id))})" for id in told]
    return listed([*named, *others_in_words(found, others)])


def most_believed(found: Reconciliation, theories: list[str]) -> tuple[list[str], list[str]]:
    """Return the theories to name, and the others: none unless there are many."""
    if len(theories) <= MANY:
        return theories, []
    votes = found.credences.votes
    ordered = sorted(theories, key=lambda id: -votes.get(id, 0))
    return ordered[:NAMED_OF_MANY], ordered[NAMED_OF_MANY:]


def others_in_words(found: Reconciliation, others: list[str]) -> Iterator[str]:
    """Yield how many other theories there are, and the credence they have; nothing if there are none."""
    if others:
        votes, whole = found.credences.votes, found.credences.total_votes
        share = percent(sum(votes.get(id, 0) for id in others) / whole)
        yield f"{len(others)} others ({share} in all)"


def theories_in_short(found: Reconciliation, theories: list[str]) -> str:
    """Return a list of theories by name; of many, their number."""
    if len(theories) > MANY:
        return f"{len(theories)} theories"
    names = theory_names(found)
    return listed([names[id] for id in theories])


def credence_lines(found: Reconciliation) -> Iterator[Line]:
    """Yield a line of credences per family, then what is set aside and what has none."""
    believed = [voter for voter in found.subject.voters if found.credences.votes.get(voter.id)]
    for family in dict.fromkeys(voter.family for voter in believed):
        members = [voter.id for voter in believed if voter.family == family]
        label = FAMILIES[Family(family)] if family in set(Family) else family or "Theories"
        yield Line(label, "; ".join(grouped_by_share(found, members)))
    for item in found.credences.set_aside:
        name = theory_names(found)[item.theory]
        yield Line("Set aside", f"{percent(item.credence)} in {name}, which does not apply: {item.because}")
    if found.credences.origin in ("families", "even"):
        yield from without_credence(found)


def grouped_by_share(found: Reconciliation, theories: list[str]) -> Iterator[str]:
    """Yield theories with their credence; theories with the same credence are in one phrase."""
    names, votes = theory_names(found), found.credences.votes
    told, others = most_believed(found, theories)
    for number in dict.fromkeys(votes[id] for id in told):
        same = [names[id] for id in told if votes[id] == number]
        share = percent(number / found.credences.total_votes)
        yield f"{listed(same)} {share}" + (" each" if len(same) > 1 else "")
    yield from others_in_words(found, others)


def without_credence(found: Reconciliation) -> Iterator[Line]:
    """Yield a line of the theories without credence because they are not comprehensive."""
    partial = [voter.name for voter in found.subject.voters if voter.ballot and not voter.comprehensive]
    if partial:
        kind = "constraints or rules for doubt about facts, not comprehensive theories"
        yield Line("None for", f"{listed(partial)}: {kind}")
