"""Who bears what: the expected amount for each party under each option, by who brings it about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from dilemma.case import Case
from dilemma.case.build import case_of
from dilemma.quantity import Quantity
from dilemma.reports.blocks import Table
from dilemma.reports.words.figures import figure
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.scenario.model import Scenario
from dilemma.weighing import Weighing

__all__ = ["GROUPS", "Burdens", "burdens", "burdens_of", "totals_of"]

REST = (
    "What each party may expect in all, in the unit of the file, before any weight: below 0 a burden, above "
    "0 a benefit."
)

GROUPS: Final[Mapping[str, str]] = {
    "does": "What the act itself does",
    "allows": "What comes of it, or is left to happen",
}
"""The groups of consequences by agency: the harm and good that the one who decides does, and all other."""

Row: TypeAlias = tuple[Quantity, ...]
"""One amount for each option, in the order of the file."""


class Burdens(NamedTuple):
    """The expected amounts that are not 0 under every option: by group, then by party."""

    does: Mapping[str, Row]
    allows: Mapping[str, Row]


def burdens_of(case: Case) -> Burdens:
    """Return who bears what under each option of a case.

    An amount is the sum of value x count x probability, discounted, over the consequences that fall on the
    party, with every party counted as 1.
    """
    amounts: dict[str, dict[str, list[Quantity]]] = {agency: {} for agency in GROUPS}
    for place, act in enumerate(case.acts):
        for effect in act.effects:
            row = amounts[effect.agency].setdefault(effect.party.id, [0.0] * len(case.acts))
            row[place] = row[place] + effect.unweighted
    ordered = {
        agency: {id: tuple(rows[id]) for id in case.parties if id in rows and any(map(_counts, rows[id]))}
        for agency, rows in amounts.items()
    }
    return Burdens(**ordered)


def _counts(amount: Quantity) -> bool:
    """Return whether an amount is not the number 0."""
    return not isinstance(amount, float) or amount != 0.0


def totals_of(scenario: Scenario) -> dict[str, list[float]]:
    """Return the expected amount in all under each option, by party; of those that any option affects."""
    totals: dict[str, list[float]] = {}
    for rows in burdens_of(case_of(scenario)):
        for id, row in rows.items():
            total = totals.setdefault(id, [0.0] * len(row))
            for place, amount in enumerate(row):
                assert isinstance(amount, float)
                total[place] += amount
    return {id: totals[id] for id in scenario.parties if any(totals.get(id, ()))}


def burdens(weighing: Weighing) -> Table:
    """Return one row per party that any option affects, with its expected amount in all under each option."""
    scenario = weighing.view.scenario
    names = Names(scenario)
    lines = tuple(
        (names.party(id), *(figure(amount) for amount in row)) for id, row in totals_of(scenario).items()
    )
    return Table("Who bears what", tuple(letters(tuple(scenario.options)).values()), lines, REST)
