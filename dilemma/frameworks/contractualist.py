"""Contractualism: what no one could reasonably reject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from dilemma.case import Act, Case, Party
from dilemma.framework import (
    About,
    Comparison,
    Family,
    Gives,
    Judgement,
    Need,
    Reason,
    Standing,
    Test,
    ground,
    most_pressing,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    at_least,
    choose,
    equal,
    greatest,
    least,
    minus,
    negated,
    negative,
    total,
)

TEST = "rejectable"


class Objection(NamedTuple):
    """The strongest complaint against an option in favour of another, and how many hold it."""

    strength: Quantity
    held_by: Quantity
    holders: tuple[
        tuple[Party, Quantity, Truth], ...
    ]  # each party, its complaint, whether it is the strongest


@dataclass(frozen=True, slots=True)
class Contractualist:
    """An act is wrong if someone could reasonably reject any principle that allows it.

    1. A person's level under an option is the party's level plus what one member expects to gain or
       lose: L(o,q) = level + Σ i(o,c). Harms consented to are no ground of complaint.
    2. The objection to o in favour of p is the greatest complaint of any one person:
       max over parties q of people of L(p,q) - L(o,q), where that is above 0. It is held by as many
       as bear that greatest complaint.
    3. o is rejectable if, for some p, the objection to o in favour of p is stronger than the
       objection to p in favour of o, or as strong and held by more. Numbers break ties between
       equal complaints and otherwise never add up.
    4. If every option is rejectable, those whose strongest objection is least are permitted.
    Complaints are ex ante: what each may expect, not what befalls the unlucky.
    """

    about: ClassVar[About] = About(
        id="contractualist",
        name="Contractualist",
        family=Family.CONTRACTUALIST,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="rejectable if objection(o→p) > objection(p→o) for some p, or equal and held by more",
        sources=("scanlon-1998",),
        objections=(
            "It lets a great loss to one outweigh lesser losses to any number (Parfit 2003).",
            "Judged ex ante it may neglect those certain to be harmed, whoever they are (Reibetanz 1998).",
        ),
        tests=(TEST,),
        sums=False,
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*(effect.party.counted for effect in case.in_use))
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        table = _objections(case)
        strongest = {o.id: _strongest(o, case, table) for o in case.acts}
        rejected = {
            o.id: any_of(*(_rejects(o, p, table) for p in case.acts if p is not o)) for o in case.acts
        }
        all_rejected = all_of(*rejected.values())
        mildest = least(*strongest.values())
        for o in case.acts:
            spared = all_of(all_rejected, at_least(mildest, strongest[o.id]))
            worst = most_pressing(_comparisons(o, case, table))
            passed = any_of(negated(rejected[o.id]), spared)
            test = Test(TEST, passed, worst.left, worst.right, worst.counts)
            yield Judgement(o.id, -strongest[o.id], (test,), tuple(_reasons(o, case, table)))


Table = dict[tuple[str, str], Objection]  # (against option, in favour of option)


def _levels(case: Case, members: Mapping[str, Quantity]) -> dict[tuple[str, str], Quantity]:
    """Return levels of people, harms they consented to left out."""
    levels = {(act.id, id): case.parties[id].level for act in case.acts for id in members}
    for act in case.acts:
        for e in act.effects:
            if e.party.id in members:
                stake = choose(negative(e.value), 0.0, e.stake) if e.consented else e.stake
                levels[act.id, e.party.id] = levels[act.id, e.party.id] + stake
    return levels


def _members(case: Case) -> dict[str, Quantity]:
    """Return how many each party of people numbers: the most that any consequence strikes.

    Parties that nothing strikes are left out: their level is the same whatever is done.
    """
    members: dict[str, Quantity] = {}
    for effect in case.in_use:
        if effect.party.is_people:
            members[effect.party.id] = greatest(members.get(effect.party.id, effect.members), effect.members)
    return members


def _objections(case: Case) -> Table:
    members = _members(case)
    levels = _levels(case, members)
    return {
        (o.id, p.id): _objection(o, p, case, levels, members)
        for o in case.acts
        for p in case.acts
        if p is not o
    }


def _objection(
    o: Act, p: Act, case: Case, levels: Mapping[tuple[str, str], Quantity], members: Mapping[str, Quantity]
) -> Objection:
    complaints = [
        (
            case.parties[id],
            choose(case.parties[id].counted, greatest(0.0, minus(levels[p.id, id], levels[o.id, id])), 0.0),
        )
        for id in members
    ]
    strength = greatest(0.0, *(complaint for _, complaint in complaints))
    holders = tuple(
        (party, complaint, all_of(above(complaint, 0.0), equal(complaint, strength)))
        for party, complaint in complaints
    )
    held_by = total(choose(holds, members[party.id], 0.0) for party, _, holds in holders)
    return Objection(strength, held_by, holders)


def _rejects(o: Act, p: Act, table: Table) -> Truth:
    """Whether the objection to o in favour of p stands against every objection to p in favour of o."""
    mine, yours = table[o.id, p.id], table[p.id, o.id]
    return any_of(
        above(mine.strength, yours.strength),
        all_of(equal(mine.strength, yours.strength), above(mine.held_by, yours.held_by)),
    )


def _strongest(o: Act, case: Case, table: Table) -> Quantity:
    return greatest(0.0, *(table[o.id, p.id].strength for p in case.acts if p is not o))


def _comparisons(o: Act, case: Case, table: Table) -> Iterator[Comparison]:
    for p in case.acts:
        if p is not o:
            counts = any_of(_rejects(o, p, table), above(table[o.id, p.id].strength, 0.0))
            yield Comparison(counts, table[o.id, p.id].strength, table[p.id, o.id].strength)


def _reasons(o: Act, case: Case, table: Table) -> Iterator[Reason]:
    """Who holds the objections that stand, and in favour of which option."""
    for p in case.acts:
        if p is o:
            continue
        mine, yours = table[o.id, p.id], table[p.id, o.id]
        stands = _rejects(o, p, table)
        yield ground(TEST, "rival", p.address, stands, mine.strength, yours.strength)
        for party, complaint, holds in mine.holders:
            yield ground(TEST, "objection", party.address, all_of(stands, holds), complaint)
