"""Conduct in war: distinction, proportionality and precautions."""

from __future__ import annotations

from tests.laws.oracle.amounts import above, at_least, difference, excess
from tests.laws.oracle.case import GRAVE, Case
from tests.laws.oracle.harms import harms_of
from tests.laws.oracle.judgement import Judgement, tested
from tests.laws.oracle.records import Option, Row

ATTACKS = ("means", "end", "removes-threat")
ADVANTAGE = "military-advantage"


def just_war(case: Case) -> Judgement:
    """Forbid attacks on civilians, and harm to them out of proportion or that could be avoided."""
    setting = case.settings("just-war", ratio=1, slack=0.1, own=0.5, doubt=0.1, grave=GRAVE)
    harm = harms_of(case)
    tagged = any(ADVANTAGE in row.tags for row in case.rows)
    beside = _advantage(case.baseline) if case.baseline else 0.0
    advantage = {option: difference(_advantage(option), beside) for option in case.options}
    harmed = {
        option: sum(row.party.protected * harm[row].caused for row in option.rows) for option in case.options
    }
    indiscriminate = {option: _indiscriminate(option, setting) for option in case.options}

    def disproportionate(option: Option) -> bool:
        enough = at_least(setting["ratio"] * advantage[option], harmed[option])
        return tagged and harmed[option] > 0 and not enough

    def spares(other: Option, option: Option) -> bool:
        least = advantage[option] - setting["slack"] * abs(advantage[option])
        cost = setting["own"] * excess(_own_losses(other), _own_losses(option))
        spared = difference(harmed[option], harmed[other])
        return not indiscriminate[other] and at_least(advantage[other], least) and above(spared, cost)

    def careless(option: Option) -> bool:
        avoidable = any(spares(other, option) for other in case.others(option))
        return tagged and harmed[option] > 0 and avoidable

    return tested(
        case,
        lambda option: case.total[option],
        distinction=lambda option: indiscriminate[option],
        proportionality=disproportionate,
        precautions=careless,
    )


def _advantage(option: Option) -> float:
    """Return what tagged rows are worth; harm done to fighters is a gain, civilians' welfare is none."""
    found = 0.0
    for row in option.rows:
        if ADVANTAGE in row.tags:
            worth = abs(row.unweighted) if _strikes_fighters(row) else row.unweighted
            found += worth * (1.0 if row.party.combatant is None else row.party.combatant)
    return found


def _strikes_fighters(row: Row) -> bool:
    return row.bad and row.does and row.party.combatant is not None


def _own_losses(option: Option) -> float:
    return sum(
        abs(row.unweighted)
        for row in option.rows
        if row.bad and not row.does and row.party.combatant and ADVANTAGE not in row.tags
    )


def _indiscriminate(option: Option, setting: dict[str, float]) -> bool:
    """Return whether an option attacks or uses civilians, or violates an absolute duty of the law of war."""
    doubt = setting["doubt"]
    attacks = any(above(_civilian_target(option, row), doubt) for row in option.rows)
    uses = any(above(party.protected, doubt) for party in option.uses)
    unlawful = any(
        duty.absolute and "law-of-war" in duty.basis and duty.violated(setting["grave"])
        for duty in option.duties
    )
    return attacks or uses or unlawful


def _civilian_target(option: Option, row: Row) -> float:
    """Return the probability that a row is an attack on civilians.

    It is less by the row's own probability if it may be either they or fighters who are struck.
    """
    if not (row.bad and row.probability > 0 and row.role in ATTACKS):
        return 0.0
    opposites = {(belief, not holds) for belief, holds in row.literals}
    in_doubt = any(
        other.party.combatant and other.bad and other.probability > 0 and opposites & {*other.literals}
        for other in option.rows
    )
    return row.party.protected * (row.probability if in_doubt else 1.0)
