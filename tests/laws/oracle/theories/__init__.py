"""Every theory of the oracle: what it needs, how it judges, and whether it says only what is permitted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.laws.oracle.case import Case
from tests.laws.oracle.judgement import Judgement
from tests.laws.oracle.numbers import Data, listed
from tests.laws.oracle.records import Row
from tests.laws.oracle.theories import balances, claims, duties, levels, risks, sums, war


class Theory(NamedTuple):
    """A theory as the oracle reads its definition."""

    applies: Callable[[Case], bool]
    judge: Callable[[Case], Judgement]
    tiers: bool = False  # whether it says only what is permitted


def _some_row(condition: Callable[[Row], Any] = lambda row: True) -> Callable[[Case], bool]:
    return lambda case: any(condition(row) for row in case.rows)


def _declared(case: Case, table: str) -> list[Data]:
    return list(case.data.get(table, {}).values())


def _has_rule(case: Case) -> bool:
    return any(option.practice for option in case.options)


def _has_level(case: Case) -> bool:
    return _on_people(case) and any(party.states_level for party in case.people)


def _has_enough(case: Case) -> bool:
    return _on_people(case) and "enough" in case.data


def _uses_or_owes(case: Case) -> bool:
    harms = any(row.party.people and row.harm > 0 and row.role != "side-effect" for row in case.rows)
    return harms or any(option.uses for option in case.options) or bool(_declared(case, "duties"))


def _has_absolute_duty(case: Case) -> bool:
    return any(duty.get("kind") == "absolute" for duty in _declared(case, "duties"))


def _has_claim(case: Case) -> bool:
    return any("owed_to" in duty for duty in _declared(case, "duties"))


def _tells_fighters(case: Case) -> bool:
    return bool(case.rows) and any(party.combatant is not None for party in case.parties)


def _resorts_to_force(case: Case) -> bool:
    grounds = {*balances.CONDITIONS} - {*balances.COMPUTED}
    stated = any(grounds & {*listed(duty, "basis")} for duty in _declared(case, "duties"))
    return stated and any(option.force for option in case.options)


_in_use = _some_row()
_on_people = _some_row(lambda row: row.party.counted)
_names_a_state = _some_row(lambda row: row.states)

THEORIES: Mapping[str, Theory] = {
    "utilitarian": Theory(_in_use, sums.utilitarian),
    "rule-utilitarian": Theory(_has_rule, sums.rule_utilitarian),
    "prioritarian": Theory(_in_use, sums.prioritarian),
    "sufficientarian": Theory(_has_enough, levels.sufficientarian),
    "egalitarian": Theory(_has_level, levels.egalitarian),
    "realist": Theory(_some_row(lambda row: row.party.represented), sums.realist),
    "prerogative": Theory(_some_row(lambda row: row.party.agent), sums.prerogative),
    "precautionary": Theory(_some_row(lambda row: row.states or "tail" in row.tags), risks.precautionary),
    "minimax-regret": Theory(_names_a_state, risks.minimax_regret),
    "risk-weighted": Theory(_names_a_state, risks.risk_weighted),
    "pareto": Theory(_on_people, levels.pareto, tiers=True),
    "kantian": Theory(_uses_or_owes, duties.kantian, tiers=True),
    "rossian": Theory(lambda case: bool(_declared(case, "duties")), sums.rossian),
    "threshold-deontology": Theory(_has_absolute_duty, duties.threshold_deontology),
    "double-effect": Theory(_in_use, balances.double_effect, tiers=True),
    "resort-to-force": Theory(_resorts_to_force, balances.resort_to_force, tiers=True),
    "just-war": Theory(_tells_fighters, war.just_war, tiers=True),
    "do-no-harm": Theory(_some_row(lambda row: row.party.people), duties.do_no_harm, tiers=True),
    "rights": Theory(_has_claim, claims.rights, tiers=True),
    "rawlsian": Theory(_has_level, levels.rawlsian),
    "contractualist": Theory(_on_people, claims.contractualist, tiers=True),
    "limited-aggregation": Theory(_on_people, levels.limited_aggregation, tiers=True),
    "care": Theory(_some_row(lambda row: row.party.counted and row.party.tie > 0), levels.care),
    "virtue": Theory(lambda case: bool(_declared(case, "virtues")), duties.virtue),
}
