"""The good and bad of an option beside the baseline, and the theories that weigh them."""

from __future__ import annotations

from tests.laws.oracle.amounts import above, at_least, difference, less
from tests.laws.oracle.case import GRAVE, Case, is_whole
from tests.laws.oracle.harms import Harm, harms_of
from tests.laws.oracle.judgement import Judgement, tested
from tests.laws.oracle.numbers import listed
from tests.laws.oracle.records import Option, Party, Row

CONDITIONS = ("just-cause", "right-authority", "right-intention",
              "last-resort", "prospect-of-success", "proportionality")  # fmt: skip
COMPUTED = CONDITIONS[3:]

Balance = tuple[float, float]
"""Good and bad."""


def double_effect(case: Case) -> Judgement:
    """Forbid to intend wrongs or to use them, bad out of proportion, and bad that could be avoided."""
    setting, harm = case.settings("double-effect", ratio=1, grave=GRAVE), harms_of(case)
    failed = {option.id: _intrinsic(option, harm, setting["grave"]) for option in case.options}
    of = {option: balance(case, option) for option in case.options}

    def out_of_proportion(option: Option) -> bool:
        good, bad = of[option]
        beside = _is_act(option) and case.baseline is not None and option is not case.baseline
        return beside and not at_least(good, setting["ratio"] * bad)

    def avoidable(option: Option, other: Option) -> bool:
        further_good = difference(of[option][0], of[other][0])
        further_bad = difference(of[option][1], of[other][1])
        return above(of[option][1], of[other][1]) and above(setting["ratio"] * further_bad, further_good)

    def not_least(option: Option) -> bool:
        others = [other for other in case.others(option) if not failed[other.id]]
        judged = _is_act(option) and case.baseline is not None
        return judged and any(avoidable(option, other) for other in others)

    judgement = tested(
        case, lambda option: case.total[option], proportion=out_of_proportion, least_harm=not_least
    )
    judgement.failed = {id: tests | failed[id] for id, tests in judgement.failed.items()}
    return judgement


def _intrinsic(option: Option, harm: dict[Row, Harm], grave: float) -> set[str]:
    """Return which tests an option fails whatever comes of it."""
    violated = [duty for duty in option.duties if duty.violated(grave)]
    roles = {row.role for row in option.rows if harm[row].wrong} | {duty.role for duty in violated}
    roles |= {"means"} if option.uses else set()
    act = any(duty.absolute and duty.role != "side-effect" for duty in violated)
    named = {"act": act, "intention": "end" in roles, "means": "means" in roles}
    return {test for test, fails in named.items() if fails}


def _is_act(option: Option) -> bool:
    return not option.omission or any(row.bad and row.does and row.probability > 0 for row in option.rows)


def balance(case: Case, option: Option, *, discounted: bool = True) -> Balance:
    """Return the good and the bad of an option, the bad discounted by liability unless told otherwise."""
    pairs = [_balance(case, option, party, discounted=discounted) for party in case.parties]
    return sum(good for good, _ in pairs), sum(bad for _, bad in pairs)


def _balance(case: Case, option: Option, party: Party, *, discounted: bool) -> Balance:
    baseline = case.baseline.on(party) if case.baseline else []
    good, bad = 0.0, 0.0
    harms: list[tuple[Row, float]] = []
    for key in dict.fromkeys(row.key for row in (*option.on(party), *baseline)):
        row, before = option.row(key), case.baseline.row(key) if case.baseline else None
        gained, lost = _change(row, before)
        good += gained
        if row and row.bad and party.people and discounted:
            harms.append((row, lost))
        else:
            bad += lost
    bad += _beyond_liability(case, option, party, harms)
    return party.weight * good, party.weight * bad


def _change(row: Row | None, before: Row | None) -> Balance:
    """Return the good and the bad of one row beside that of the baseline."""
    now, then = row.unweighted if row else 0.0, before.unweighted if before else 0.0
    if before and before.does and before.bad:
        return abs(then) + max(0.0, now), max(0.0, -now)
    change = difference(now, then) if row and before else now - then
    return max(0.0, change), max(0.0, -change)


def _beyond_liability(case: Case, option: Option, party: Party, harms: list[tuple[Row, float]]) -> float:
    """Return the bad of harms beyond what a party is liable to, which is spread in proportion to them."""
    liability = case.liability(option, party)
    if is_whole(liability):
        return 0.0
    mean = sum(lost for _, lost in harms) / party.members
    excused = liability * case.worst
    return sum(less(lost, excused * min(row.count, lost / mean)) for row, lost in harms if lost)


def resort_to_force(case: Case) -> Judgement:
    """Forbid force that fails a condition of the resort to it; three are computed if no duty states them."""
    setting = case.settings("resort-to-force", ratio=1, success=0.1, slack=0.1, grave=GRAVE)
    stated = _declared(case)
    computed = {
        option.id: {test for test in _computed(case, option, setting) if test not in stated}
        for option in case.options
        if option.force and case.baseline and option is not case.baseline
    }

    def score(option: Option) -> float:
        if not option.force:
            return 1.0
        degrees = [duty.degree for duty in option.duties if set(duty.basis) & set(CONDITIONS)]
        return 0.0 if computed.get(option.id) else min([1.0, *(1 + degree for degree in degrees)])

    judgement = tested(case, score)
    for option in case.options:
        broken = {basis for duty in option.duties if duty.violated(setting["grave"]) for basis in duty.basis}
        if option.force:
            judgement.failed[option.id] = broken & set(CONDITIONS) | computed.get(option.id, set())
    return judgement


def _declared(case: Case) -> set[str]:
    """Return the bases of all duties, whether an option lists them or not."""
    declared = case.data.get("duties", {}).values()
    return {basis for duty in declared for basis in listed(duty, "basis")}


def _computed(case: Case, option: Option, setting: dict[str, float]) -> set[str]:
    """Return which of the computed conditions force fails beside the baseline."""
    good, bad = balance(case, option)
    outright = balance(case, option, discounted=False)[1]
    allowed = (
        [row for row in case.deciding(case.baseline) if row.bad and not row.does] if case.baseline else []
    )
    peaceful = [balance(case, other, discounted=False) for other in case.options if not other.force]
    fails = {
        "last-resort": any(
            at_least(other_good, (1 - setting["slack"]) * good) and at_least(outright, other_bad)
            for other_good, other_bad in peaceful
        ),
        "prospect-of-success": not at_least(
            good, setting["success"] * sum(-row.contribution for row in allowed)
        ),
        "proportionality": not at_least(good, setting["ratio"] * bad),
    }
    return {test for test in COMPUTED if fails[test]}
