"""Contractualism: what no one could reasonably reject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import ClassVar, NamedTuple

from dilemma.case import Act, Case, Party
from dilemma.frameworks import (
    About,
    Comparison,
    Family,
    Gives,
    Judgement,
    Need,
    Reason,
    Standing,
    Test,
    TestWords,
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
    positive,
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
        tests=(
            TestWords(
                TEST,
                "rejectable",
                "reject.",
                passed="against every other option, no one's objection to it is the stronger",
                failed=(
                    "{holders} can reject it in favour of {worst}: each of them expects to be {amount} worse "
                    "off; no one the other way by more than {against}"
                ),
                beside="every option can be rejected; the strongest objection is least here",
                equal=(
                    "{holders} can reject it for {worst}: each of them expects to be {amount} worse off, "
                    "and they are more"
                ),
            ),
        ),
        sums=False,
        grounds={"objection": "{where} could object: each of them expects to be {amount} worse off"},
        caveats=(
            (
                "Only what each may expect to gain or lose grounds an objection here, judged beforehand; "
                "that one is used as a means does not, though many contractualists hold that it does."
            ),
        ),
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*[party.counted for party in case.struck])
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        contests = _contests(case)
        strongest = {o: greatest(0.0, *[c.mine.strength for c in found]) for o, found in contests.items()}
        rejected = {o: any_of(*[contest.rejects for contest in found]) for o, found in contests.items()}
        all_rejected = all_of(*rejected.values())
        mildest = least(*strongest.values())
        for o, found in contests.items():
            spared = all_of(all_rejected, at_least(mildest, strongest[o]))
            worst = most_pressing([contest.comparison(rejected[o]) for contest in found])
            passed = any_of(negated(rejected[o]), spared)
            test = Test(TEST, passed, worst.left, worst.right, worst.counts)
            grounds = [reason for contest in found for reason in contest.grounds()]
            yield Judgement(o, -strongest[o], (test,), tuple(grounds))


@dataclass(frozen=True)
class _Objection:
    """The strongest complaint against one option in favour of another, and who holds it."""

    losses: Mapping[str, Quantity]  # by party of people; the same map serves the objection the other way
    heaviest: Quantity  # the greatest loss, or the least for the objection the other way; 0 if none
    strength: Quantity  # the size of the heaviest loss
    members: Mapping[str, Quantity]

    @cached_property
    def holders(self) -> Mapping[str, Truth]:
        """Whether the complaint of each party is the strongest, by party."""
        return {id: equal(loss, self.heaviest) for id, loss in self.losses.items()}

    @cached_property
    def held_by(self) -> Quantity:
        """The number of people with the strongest complaint; if no one loses, of those with a loss of 0."""
        return total([choose(holds, self.members[id], 0.0) for id, holds in self.holders.items()])


class _Contest(NamedTuple):
    """The objection to an option in favour of a rival (`mine`), and the one the other way (`yours`)."""

    rival: Act
    mine: _Objection
    yours: _Objection
    rejects: Truth  # whether the first outweighs the second

    def comparison(self, rejected: Truth) -> Comparison:
        """Return the comparison of the two objections.

        If the option is rejected, it counts only for the rivals against which it is rejected.
        """
        some = positive(self.mine.strength)
        counts = any_of(self.rejects, all_of(negated(rejected), some))
        return Comparison(counts, self.mine.strength, self.yours.strength)

    def grounds(self) -> Iterator[Reason]:
        """Yield as grounds the rival for which the option is rejected, and the parties that can reject it."""
        if never(self.rejects):
            return
        mine, yours = self.mine, self.yours
        yield ground(TEST, "rival", self.rival.address, self.rejects, mine.strength, yours.strength)
        for id, bears in mine.holders.items():
            holds = all_of(self.rejects, bears)
            if not never(holds):
                yield ground(TEST, "objection", f"parties.{id}", holds, mine.strength)


def _contests(case: Case) -> dict[str, list[_Contest]]:
    """Return, for each option, its contests with each other option."""
    objections = _objections(case)
    return {
        o.id: [_contest(p, objections[o.id, p.id], objections[p.id, o.id]) for p in case.acts if p is not o]
        for o in case.acts
    }


def _contest(rival: Act, mine: _Objection, yours: _Objection) -> _Contest:
    stronger, even = above(mine.strength, yours.strength), equal(mine.strength, yours.strength)
    if never(even):
        return _Contest(rival, mine, yours, stronger)
    more = all_of(even, above(mine.held_by, yours.held_by))
    return _Contest(rival, mine, yours, any_of(stronger, more))


def _objections(case: Case) -> dict[tuple[str, str], _Objection]:
    """Return the objection to the first option in favour of the second, for every ordered pair.

    A loss in one direction is a gain in the other.
    """
    people = [party for party in case.struck if party.is_people]  # the level of others never changes
    ids = [party.id for party in people]
    levels = {act.id: _levels(act, people, case) for act in case.acts}
    objections: dict[tuple[str, str], _Objection] = {}
    for o, p in combinations(case.acts, 2):
        losses = [minus(there, here) for here, there in zip(levels[o.id], levels[p.id], strict=True)]
        by_party = dict(zip(ids, losses, strict=True))
        worst, best = greatest(0.0, *losses), least(0.0, *losses)
        objections[o.id, p.id] = _Objection(by_party, worst, worst, case.members)
        objections[p.id, o.id] = _Objection(by_party, best, 0.0 - best, case.members)
    return objections


def _levels(act: Act, people: list[Party], case: Case) -> list[Quantity]:
    """Return the level of each party, without harms it consented to; 0 for a party that does not count."""
    agreed = {effect.party.id for effect in act.effects if effect.consented}
    levels = [_unagreed(act, q) if q.id in agreed else case.levels[act.id, q.id] for q in people]
    return [choose(q.counted, level, 0.0) for q, level in zip(people, levels, strict=True)]


def _unagreed(act: Act, party: Party) -> Quantity:
    """Return the level of a party that consented to something, without the harms it consented to."""
    kept = [e for e in act.effects if e.party is party]
    stakes = [choose(negative(e.value), 0.0, e.stake) if e.consented else e.stake for e in kept]
    return party.level + total(stakes)
