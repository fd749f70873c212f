"""Theories that judge by what may happen in each world: its worst case, its regret, its risk."""

from __future__ import annotations

from collections.abc import Collection

from tests.laws.oracle.amounts import above, at_least, difference, equal, same
from tests.laws.oracle.beliefs import World
from tests.laws.oracle.case import Case, Key, total
from tests.laws.oracle.judgement import Judgement, ranking
from tests.laws.oracle.records import Option, Row


def precautionary(case: Case) -> Judgement:
    """Judge by expected catastrophes first, unless that costs too much, then by the worst credible world."""
    setting = case.settings("precautionary", credible=0.01, remote=1e-5)
    worlds = case.credible(setting["credible"])
    judgement = ranking(case, lambda option: min(_sum(case, option, world) for world in worlds))
    tails = {
        option.id: [row for row in case.deciding(option) if _is_tail(row, setting["remote"])]
        for option in case.options
    }
    expected = {id: total(rows) for id, rows in tails.items()}
    if any(tails.values()) and not _too_dear(judgement.scores, tails, expected):
        judgement.order = {id: (expected[id], score) for id, score in judgement.scores.items()}
    return judgement


def _is_tail(row: Row, remote: float) -> bool:
    likely = at_least(row.probability / remote, 1.0) if remote else True
    return "tail" in row.tags and row.probability > 0 and likely


def _too_dear(scores: dict[str, float], tails: dict[str, list[Row]], expected: dict[str, float]) -> bool:
    """Return whether the worst case loses more by avoiding catastrophes than the greatest of them is."""
    sizes = [sum(row.party.weight * row.count * abs(row.value) for row in rows) for rows in tails.values()]
    most = max(expected.values())
    avoiding = [scores[id] for id, amount in expected.items() if at_least(amount, most)]
    return above(difference(max(scores.values()), max(avoiding)), max(sizes))


def minimax_regret(case: Case) -> Judgement:
    """Judge by the greatest regret over the credible worlds."""
    worlds = case.credible(case.settings("minimax-regret", credible=0.01)["credible"])
    left_out = [_same_in_world(case, world) for world in worlds]

    def regret(option: Option, world: World, keys: Collection[Key]) -> float:
        best = max(_sum(case, other, world, keys) for other in case.options)
        return difference(best, _sum(case, option, world, keys))

    return ranking(
        case,
        lambda option: -max(regret(option, *pair) for pair in zip(worlds, left_out, strict=True)),
    )


def _same_in_world(case: Case, world: World) -> set[Key]:
    """Return the keys of the rows that are the same under every option in a world."""
    found = set()
    for key in {row.key for row in case.rows}:
        amounts = [case.in_world(row, world) for row in case.rows if row.key == key]
        if len(amounts) == len(case.options) and same(amounts):
            found.add(key)
    return found


def risk_weighted(case: Case) -> Judgement:
    """Judge by the expectation in which gains above the worst count by a power of their chance."""
    aversion = case.settings("risk-weighted", aversion=2)["aversion"]
    worlds = [(world, chance) for world, chance in case.worlds() if chance > 0]
    named = {row.key for row in case.rows if row.states}

    def score(option: Option) -> float:
        pairs = [(_sum(case, option, world, case.common - named), chance) for world, chance in worlds]
        return sum(amount * _decision_weight(pairs, amount, chance, aversion) for amount, chance in pairs)

    return ranking(case, score)


def _decision_weight(
    pairs: list[tuple[float, float]], amount: float, chance: float, aversion: float
) -> float:
    here = sum(other for sum_, other in pairs if equal(sum_, amount))
    up = sum(other for sum_, other in pairs if at_least(sum_, amount))
    beyond = sum(other for sum_, other in pairs if above(sum_, amount))
    return float(chance / here * (up**aversion - beyond**aversion))


def _sum(case: Case, option: Option, world: World, left_out: Collection[Key] = ()) -> float:
    return sum(case.in_world(row, world) for row in option.rows if row.key not in left_out)
