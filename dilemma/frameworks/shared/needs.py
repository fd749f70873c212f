"""Needs that several theories have in common."""

from __future__ import annotations

from dilemma.case import Case
from dilemma.frameworks.framework import Need
from dilemma.quantity import any_of

__all__ = ["concerns_people", "lists_a_consequence", "states_a_level"]


def lists_a_consequence(case: Case) -> Need:
    """Return the need for a consequence of the act."""
    return Need(bool(case.in_use), "no option lists a consequence")


def concerns_people(case: Case) -> Need:
    """Return the need for a consequence that strikes people who count."""
    met = any_of(*[party.counted for party in case.struck])
    return Need(met, "no option lists a consequence for a party of people (weight above 0)")


def states_a_level(case: Case) -> Need:
    """Return the need for a level that the file states for people who count."""
    stated = any_of(*[party.counted for party in case.parties.values() if party.states_level])
    return Need(
        stated, "no party of people with a weight above 0 states its level: how well off each of them is"
    )
