"""Theories that compare how well off people end, as single persons or as a distribution."""

from __future__ import annotations

from math import sqrt

from tests.laws.oracle.amounts import above, at_least, difference, equal, excess
from tests.laws.oracle.case import Case
from tests.laws.oracle.judgement import Judgement, ranking, tested
from tests.laws.oracle.records import Option, Party

Claims = list[tuple[float, float]]
"""What each of some parties' members stands to gain, and how many they are."""


def sufficientarian(case: Case) -> Judgement:
    """Judge by shortfalls from `enough`, the deeper counting more."""
    urgency = case.settings("sufficientarian", urgency=2)["urgency"]
    enough = case.numbers.best(case.data["enough"])

    def shortfall(option: Option, party: Party) -> float:
        share = excess(enough, case.level[option, party]) / case.worst
        return party.weight * party.members * case.worst * float(share**urgency)

    def score(option: Option) -> float:
        return -sum(shortfall(option, party) for party in case.existing(option))

    return ranking(case, score)


def egalitarian(case: Case) -> Judgement:
    """Judge by the mean level, less half the mean difference of levels as far as `equality` says."""
    equality = case.settings("egalitarian", equality=0.5)["equality"]

    def score(option: Option) -> float:
        groups = [(party.members, case.level[option, party]) for party in case.existing(option)]
        persons = sum(members for members, _ in groups)
        if not persons:
            return 0.0
        mean = sum(members * level for members, level in groups) / persons
        apart = sum(n * m * abs(one - other) for n, one in groups for m, other in groups) / persons**2
        return mean - equality / 2 * apart

    return ranking(case, score)


def rawlsian(case: Case) -> Judgement:
    """Judge by leximin: the lowest level at which options differ in how many stand there decides."""

    def at_most(option: Option, level: float) -> float:
        return sum(
            party.members for party in case.existing(option) if at_least(level, case.level[option, party])
        )

    def fairer(one: Option, other: Option) -> bool:
        levels = [case.level[option, party] for option in (one, other) for party in case.existing(option)]
        for level in sorted(levels):
            counts = at_most(one, level), at_most(other, level)
            if not equal(*counts):
                return counts[0] < counts[1]
        return False

    judgement = ranking(
        case,
        lambda option: min((case.level[option, party] for party in case.existing(option)), default=0.0),
    )
    judgement.order = {
        option.id: (-sum(fairer(other, option) for other in case.options),) for option in case.options
    }
    return judgement


def pareto(case: Case) -> Judgement:
    """Forbid an option beside which another leaves no one lower and some one higher."""

    def dominates(other: Option, option: Option) -> bool:
        pairs = [case.levels(option, other, party) for party in case.people]
        none_lower = all(at_least(after, before) for before, after in pairs)
        return none_lower and any(above(after, before) for before, after in pairs)

    return tested(
        case,
        lambda option: 0.0,
        undominated=lambda option: any(dominates(other, option) for other in case.others(option)),
    )


def limited_aggregation(case: Case) -> Judgement:
    """Forbid an option that relevant claims outweigh; if all are, permit the least outweighed."""
    relevance = case.settings("limited-aggregation", relevance=0.5)["relevance"]
    worst, outweighed = {}, {}
    for option in case.options:
        sides = [_sides(case, option, other, relevance) for other in case.others(option)]
        worst[option] = max(0.0, *(difference(against, in_favour) for in_favour, against in sides))
        outweighed[option] = any(above(against, in_favour) for in_favour, against in sides)
    least = min(worst.values())
    if all(outweighed.values()):
        outweighed = {option: not equal(deficit, least) for option, deficit in worst.items()}
    return tested(case, lambda option: -worst[option], outweighed=lambda option: outweighed[option])


def _sides(case: Case, option: Option, other: Option, relevance: float) -> tuple[float, float]:
    """Return the sums of the relevant claims for an option and for another."""
    mine: Claims = []
    others: Claims = []
    for party in case.people:
        here, there = case.levels(option, other, party)
        mine.append((excess(here, there), party.members))
        others.append((excess(there, here), party.members))
    return _relevant(mine, others, relevance), _relevant(others, mine, relevance)


def _relevant(claims: Claims, against: Claims, relevance: float) -> float:
    strongest = max((claim for claim, _ in against), default=0.0)
    return sum(members * claim for claim, members in claims if at_least(claim, relevance * strongest))


def care(case: Case) -> Judgement:
    """Judge by how far each is abandoned, by tie: what he could have had at best, and betrayal."""
    stranger = case.settings("care", stranger=0.05)["stranger"]
    best = {
        party: max(case.level[option, party] for option in case.options if case.exists(option, party))
        for party in case.people
        if any(case.exists(option, party) for option in case.options)
    }

    def abandoned(option: Option, party: Party) -> float:
        """Return how far one member is abandoned."""
        missed = difference(best[party], case.level[option, party])
        return max(stranger, party.tie) * (missed + case.betrayal(option, party))

    def score(option: Option) -> float:
        return -sqrt(sum(party.members * abandoned(option, party) ** 2 for party in case.existing(option)))

    return ranking(case, score)
