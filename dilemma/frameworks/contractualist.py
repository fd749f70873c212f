"""Contractualism: what no one could reasonably reject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, NamedTuple

from dilemma.case import Act, Case
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
    theory,
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
    never,
    total,
)

TEST = "rejectable"


@theory
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
        reads=(
            "the consequences of the act, for one member of each party of people",
            "party levels",
            "consent",
            "how many are struck, to break ties",
            "the discount",
        ),
        sources=("scanlon-1998",),
        objections=(
            "It lets a great loss to one outweigh lesser losses to any number (Parfit 2003).",
            "Judged ex ante it may neglect those certain to be harmed, whoever they are (Reibetanz 1998).",
        ),
        tests=(TEST,),
        sums=False,
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*(party.counted for party in case.struck))
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        contests = _contests(case)
        strongest = {o: greatest(0.0, *(c.mine.strength for c in found)) for o, found in contests.items()}
        rejected = {o: any_of(*(contest.rejects for contest in found)) for o, found in contests.items()}
        all_rejected = all_of(*rejected.values())
        mildest = least(*strongest.values())
        for o, found in contests.items():
            spared = all_of(all_rejected, at_least(mildest, strongest[o]))
            worst = most_pressing(contest.comparison(rejected[o]) for contest in found)
            passed = any_of(negated(rejected[o]), spared)
            test = Test(TEST, passed, worst.left, worst.right, worst.counts)
            grounds = tuple(reason for contest in found for reason in contest.grounds())
            yield Judgement(o, -strongest[o], (test,), grounds)


class _Objection(NamedTuple):
    """The strongest complaint against one option in favour of another, and who holds it."""

    strength: Quantity  # 0 where no one has any
    held_by: Quantity  # by as many as have none, where no one has any
    holders: Mapping[str, Truth]  # by party: whether its complaint is the strongest


class _Contest(NamedTuple):
    """The objection to an option in favour of a rival, beside the one the other way."""

    rival: Act
    mine: _Objection
    yours: _Objection
    rejects: Truth  # whether the first stands against the second

    def comparison(self, rejected: Truth) -> Comparison:
        """Set the two objections side by side: of an option rejected, only where it is rejected."""
        some = above(self.mine.strength, 0.0)
        counts = any_of(self.rejects, all_of(negated(rejected), some))
        return Comparison(counts, self.mine.strength, self.yours.strength)

    def grounds(self) -> Iterator[Reason]:
        """Yield the rival the option is rejected for, and those who can reject it."""
        if never(self.rejects):
            return
        mine, yours = self.mine, self.yours
        yield ground(TEST, "rival", self.rival.address, self.rejects, mine.strength, yours.strength)
        for id, holds in mine.holders.items():
            yield ground(TEST, "objection", f"parties.{id}", all_of(self.rejects, holds), mine.strength)


def _contests(case: Case) -> dict[str, list[_Contest]]:
    """Return, for each option, how it stands against each other."""
    objections = _objections(case)
    return {
        o.id: [_contest(p, objections[o.id, p.id], objections[p.id, o.id]) for p in case.acts if p is not o]
        for o in case.acts
    }


def _contest(rival: Act, mine: _Objection, yours: _Objection) -> _Contest:
    more = all_of(equal(mine.strength, yours.strength), above(mine.held_by, yours.held_by))
    return _Contest(rival, mine, yours, any_of(above(mine.strength, yours.strength), more))


def _objections(case: Case) -> dict[tuple[str, str], _Objection]:
    """Return the objection to the first option in favour of the second, for every pair."""
    members = _members(case)
    counted = {id: case.parties[id].counted for id in members}
    levels = _levels(case, members)
    return {
        (o.id, p.id): _objection(
            {id: choose(counted[id], minus(levels[p.id, id], levels[o.id, id]), 0.0) for id in members},
            members,
        )
        for o in case.acts
        for p in case.acts
        if p is not o
    }


def _objection(complaints: Mapping[str, Quantity], members: Mapping[str, Quantity]) -> _Objection:
    strength = greatest(0.0, *complaints.values())
    holders = {id: equal(complaint, strength) for id, complaint in complaints.items()}
    held_by = total(choose(holds, members[id], 0.0) for id, holds in holders.items())
    return _Objection(strength, held_by, holders)


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
