"""Theories that judge by duties, virtues and harm done: Kant, thresholds, HERA's rule, virtue."""

from __future__ import annotations

from tests.laws.oracle.amounts import above, at_least, difference, equal
from tests.laws.oracle.case import GRAVE, Case
from tests.laws.oracle.harms import Harm, harms_of
from tests.laws.oracle.judgement import Judgement, tested
from tests.laws.oracle.records import AIMED, Duty, Option, Row


def kantian(case: Case) -> Judgement:
    """Forbid to use people as mere means, to violate absolute duties, and to refuse imperfect ones.

    Where absolute duties collide, the least violation passes; an imperfect duty yields to strict ones.
    """
    grave, harm = case.settings("kantian", grave=GRAVE)["grave"], harms_of(case)
    humane = {option for option in case.options if not _degrades(option, harm, grave)}
    heaviest = {option: _heaviest(option, grave) for option in case.options}
    lawful = {option for option, weights in heaviest.items() if not weights}
    kind = {option for option in case.options if not _refuses(option)}
    excused: set[Option] = set()
    yielding: set[Option] = set()
    if humane and not humane & lawful:
        eligible = humane & kind or humane
        least = min(max(heaviest[option]) for option in eligible)
        excused = {option for option in eligible if equal(max(heaviest[option]), least)}
    elif not humane & lawful & kind:
        yielding = humane & lawful
    return tested(
        case,
        lambda option: sum(duty.weight * duty.degree for duty in option.duties),
        humanity=lambda option: option not in humane,
        absolute_duties=lambda option: option not in lawful | excused,
        imperfect_duties=lambda option: option not in kind | excused | yielding,
    )


def _degrades(option: Option, harm: dict[Row, Harm], grave: float) -> bool:
    """Return whether an option uses people merely as means."""
    wronged = any(row.party.people and row.aimed and harm[row].wrong for row in option.rows)
    return wronged or bool(option.uses) or any(_disrespects(duty, grave) for duty in option.duties)


def _disrespects(duty: Duty, grave: float) -> bool:
    aimed = duty.role in AIMED and duty.to_people
    disrespectful = "respect" in duty.basis and (duty.to_people or not duty.owed_to)
    return duty.violated(grave) and (aimed or disrespectful)


def _heaviest(option: Option, grave: float) -> list[float]:
    """Return the weights of the absolute duties that an option violates."""
    return [duty.weight for duty in option.duties if duty.absolute and duty.violated(grave)]


def _refuses(option: Option) -> bool:
    return any(duty.kind == "imperfect" and duty.degree <= -1 for duty in option.duties)


def threshold_deontology(case: Case) -> Judgement:
    """Judge by the sum; a graver breach of absolute duties needs a gain above its bar."""
    setting = case.settings("threshold-deontology", multiple=2, relevance=0.05)
    bar = {
        option: setting["multiple"] * sum(case.stringency(duty) for duty in option.duties if duty.absolute)
        for option in case.options
    }

    def falls_short(option: Option, other: Option) -> bool:
        needed = difference(bar[option], bar[other])
        gained = _gain(case, option, other, setting["relevance"])
        return above(bar[option], bar[other]) and not at_least(gained, needed)

    judgement = tested(
        case,
        lambda option: case.total[option],
        threshold=lambda option: any(falls_short(option, other) for other in case.options),
    )
    if setting["multiple"] > 0 and all(equal(amount, 0.0) for amount in bar.values()):
        judgement.order = {option.id: (0.0,) for option in case.options}
    return judgement


def _gain(case: Case, option: Option, other: Option, relevance: float) -> float:
    """Return what an option gains over another, without gains that are trifles beside its losses."""
    changes = []
    for key in dict.fromkeys(row.key for one in (option, other) for row in case.deciding(one)):
        rows = [row for row in (option.row(key), other.row(key)) if row]
        amounts = [row.contribution if (row.option == option.id) else -row.contribution for row in rows]
        change = difference(amounts[0], -amounts[1]) if len(amounts) == 2 else amounts[0]
        changes.append((change, rows))
    stakes = [
        row.probability * row.discounting * abs(row.value)
        for change, rows in changes
        for row in rows
        if change < 0 and row.party.people
    ]
    least = relevance * max(stakes, default=0.0)
    return sum(
        change
        for change, rows in changes
        if change <= 0 or not above(least, max(abs(row.value) for row in rows))
    )


def do_no_harm(case: Case) -> Judgement:
    """Forbid to do harm to people other than the agent, who have not agreed, beyond a negligible chance."""
    negligible, harm = case.settings("do-no-harm", negligible=1e-6)["negligible"], harms_of(case)

    def done(option: Option) -> list[Row]:
        return [
            row
            for row in option.rows
            if row.party.people and not row.party.agent and not harm[row].agreed and harm[row].done > 0
        ]

    def harms(option: Option) -> bool:
        struck = sum(row.probability * row.count for row in done(option))
        return above(struck / negligible, 1.0) if negligible else struck > 0

    return tested(case, lambda option: -sum(harm[row].done for row in done(option)), harms_done=harms)


def virtue(case: Case) -> Judgement:
    """Judge by what acts express, and forbid those that wholly express the vice of a major virtue."""
    setting = case.settings("virtue", base=1, major=0.5)
    greatest = max((weight for option in case.options for weight, _ in option.virtues), default=0.0)

    def is_base(option: Option) -> bool:
        return any(
            weight > 0
            and at_least(weight, setting["major"] * greatest)
            and at_least(-setting["base"], degree)
            for weight, degree in option.virtues
        )

    return tested(
        case, lambda option: sum(weight * degree for weight, degree in option.virtues), base_act=is_base
    )
