"""Who bears what: the expected amount for each party under each option, as a table."""

from __future__ import annotations

from dilemma.case.build import case_of
from dilemma.reports.blocks import Table
from dilemma.reports.words.figures import figure
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.weighing import Weighing

__all__ = ["burdens"]

REST = (
    "What each party may expect in all, in the unit of the file, before any weight: below 0 a burden, above "
    "0 a benefit."
)


def burdens(weighing: Weighing) -> Table:
    """Return one row per party that any option affects, with its expected amount under each option.

    An amount is the sum of value x count x probability, discounted, over the consequences that fall on the
    party, with every party counted as 1.
    """
    scenario = weighing.view.scenario
    names, case = Names(scenario), case_of(scenario)
    amounts: dict[str, list[float]] = {}
    for place, act in enumerate(case.acts):
        for effect in act.effects:
            row = amounts.setdefault(effect.party.id, [0.0] * len(case.acts))
            assert isinstance(effect.unweighted, float)
            row[place] += effect.unweighted
    rows = tuple(
        (names.party(id), *(figure(amount) for amount in amounts[id]))
        for id in scenario.parties
        if any(amounts.get(id, ()))
    )
    return Table("Who bears what", tuple(letters(tuple(scenario.options)).values()), rows, REST)
