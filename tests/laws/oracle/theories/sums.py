"""Theories that add up what happens: to all, to the represented, to the agent, with priority, with duties."""

from __future__ import annotations

from math import exp, expm1

from tests.laws.oracle.amounts import above, at_least, difference, equal, excess, same
from tests.laws.oracle.beliefs import World
from tests.laws.oracle.case import Case, total
from tests.laws.oracle.harms import harms_of
from tests.laws.oracle.judgement import Judgement, ranking, tested
from tests.laws.oracle.records import Option, Party, Row

STEEPEST = 50.0  # exponent


def utilitarian(case: Case) -> Judgement:
    return ranking(case, lambda option: case.total[option])


def rule_utilitarian(case: Case) -> Judgement:
    """Judge by the consequences of the rule, and by those of the act as far as `act` says."""
    act = case.settings("rule-utilitarian", act=0)["act"]

    def score(option: Option) -> float:
        practice = total(row for row in option.practice if row.key not in case.common)
        return practice + act * case.total[option]

    return ranking(case, score)


def realist(case: Case) -> Judgement:
    """Judge by the sum over represented parties, and that over the rest as far as `others` says."""
    others = case.settings("realist", others=0)["others"]

    def score(option: Option) -> float:
        rows = case.deciding(option)
        ours = total(row for row in rows if row.party.represented)
        return ours + others * total(row for row in rows if not row.party.represented)

    return ranking(case, score)


def prerogative(case: Case) -> Judgement:
    """Judge by the sum, which is not required where it costs the agent too much."""
    setting = case.settings("prerogative", self=10, limit=1)
    own = {option: total(row for row in case.deciding(option) if row.party.agent) for option in case.options}
    rest = {option: difference(case.total[option], own[option]) for option in case.options}

    def requires(better: Option, option: Option) -> bool:
        gain, cost = difference(rest[better], rest[option]), excess(own[option], own[better])
        if not (above(case.total[better], case.total[option]) and above(gain, setting["self"] * cost)):
            return False
        if setting["limit"] < 1 and case.baseline:
            loss = difference(own[case.baseline], own[better])
            return not above(loss, setting["limit"] * case.worst)
        return True

    return tested(
        case,
        lambda option: case.total[option],
        too_dear=lambda option: any(requires(other, option) for other in case.options),
    )


def rossian(case: Case) -> Judgement:
    """Judge by duties and the sum of consequences, harm done counting more than good."""
    setting = case.settings("rossian", nonmaleficence=1.5, credit=1)
    harm = harms_of(case)

    def score(option: Option) -> float:
        duties = sum(
            duty.weight * duty.degree * (setting["credit"] if duty.degree > 0 else 1)
            for duty in option.duties
        )
        done = sum(row.party.weight * harm[row].inexcusable for row in option.rows if not harm[row].agreed)
        return case.exchange * duties + case.total[option] - (setting["nonmaleficence"] - 1) * done

    return ranking(case, score)


def prioritarian(case: Case) -> Judgement:
    """Judge by the sum over parties of how much better off they end, the worse off counting more."""
    priority = case.settings("prioritarian", priority=1)["priority"]
    scores = dict.fromkeys(case.options, 0.0)
    for party in {row.party: None for row in case.rows}:
        changes = [_change(case, option, party, priority) for option in case.options]
        sources = [[_numbers(row) for row in option.on(party)] for option in case.options]
        if not same(changes, sources if priority else ()):
            for option, change in zip(case.options, changes, strict=True):
                scores[option] += change
    return ranking(case, lambda option: scores[option])


def _numbers(row: Row) -> tuple[object, ...]:
    return (row.factor, row.count, row.value, row.discounting, row.chance, row.probability, row.literals)


def _change(case: Case, option: Option, party: Party, priority: float) -> float:
    """Return how much an option changes what the level of a party's members is worth."""
    rows = option.on(party)
    if priority == 0:
        return total(row for row in rows if row.key not in case.common)
    states = dict.fromkeys(state for row in rows for state in row.states)
    expected = sum(
        chance * _expected(rows, [_growth(case, row, world, priority) for row in rows])
        for world, chance in case.beliefs.worlds(states)
    )
    scale = case.worst / priority
    return -party.weight * party.members * scale * exp(_capped(-party.level / scale)) * expected


def _expected(rows: list[Row], growths: list[float]) -> float:
    """Return by what share rows together raise the moral weight of a party.

    Those that strike a part of it strike different members, if there are enough.
    """
    pairs = list(zip(rows, growths, strict=True))
    wholly = [growth for row, growth in pairs if equal(row.count, row.party.members)]
    partly = [(row, growth) for row, growth in pairs if not equal(row.count, row.party.members)]
    changes = [growth for _, growth in partly]
    apart = at_least(1.0, sum(row.count / row.party.members for row, _ in partly))
    return _compound([*wholly, sum(changes) if apart else _compound(changes)])


def _compound(growths: list[float]) -> float:
    """Return the product of 1 + each of these, less 1, exact for small ones too."""
    found = 0.0
    for growth in growths:
        found += growth + found * growth
    return found


def _growth(case: Case, row: Row, world: World, priority: float) -> float:
    """Return the share by which a row raises the moral weight of its party, in a world."""
    struck = row.count / row.party.members * case.beliefs.chance(row, world) * row.discounting
    return struck * expm1(_capped(-priority * row.value / case.worst))


def _capped(exponent: float) -> float:
    return max(-STEEPEST, min(STEEPEST, exponent))
