"""Limited aggregation: lesser claims add up against greater ones only if they are near enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Comparison,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    Test,
    TestWords,
    concerns_people,
    ground,
    most_pressing,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    always_zero,
    any_of,
    at_least,
    choose,
    greatest,
    least,
    minus,
    negated,
    never,
    positive,
    total,
)

TEST = "outweighed"


@theory
class LimitedAggregation:
    """Claims add up, but no number of trivial claims outweighs a grave one.

    1. Between two options each person has a claim to the one under which he stands better: the
       difference of his level L(o,q) = ℓ + Σ i(o,c), for those who live under both.
    2. A claim is relevant if it is at least r times the strongest claim on the other side.
    3. `outweighed`: for some other option the relevant claims, each times the number who hold it, add
       up to more than those for this one. What passes is permitted. If every option is
       outweighed, those least outweighed are.
    At r = 0 all claims add up; at r = 1 only equal ones do.
    """

    about: ClassVar[About] = About(
        id="limited-aggregation",
        name="Limited aggregation",
        short="Limited agg.",
        family=Family.CONTRACTUALIST,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="outweighed if for some p Σ S · claim(p) > Σ S · claim(o), over relevant claims",
        reads=(
            "the consequences of the act, for one member of each party of people",
            "party levels and sizes",
            "who lives only under some options",
            "the discount",
        ),
        sources=("voorhoeve-2014", "kamm-1993", "temkin-2012"),
        objections=(
            "Whether it permits an option may turn on what else is on the menu (Halstead 2016).",
            "A series of small steps, each of which it allows, leads where it forbids to go (Norcross 1997).",
        ),
        tests=(
            TestWords(
                TEST,
                "outweighed",
                "outweigh.",
                passed="the relevant claims to it ({against}) match those to any other option ({amount})",
                failed="the relevant claims to {worst} add up to {amount}, those to it to {against}",
                unopposed="no one has a claim to another option",
                beside="every option is outweighed by another; this one least",
            ),
        ),
        sums=False,
    )
    relevance: Annotated[
        Quantity,
        Interval(0.0, 1.0, "r: how near to the strongest claim against it a claim must come to count"),
    ] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield concerns_people(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        contests = self._contests(case)
        beaten = {id: any_of(*[one.outweighed for one in own]) for id, own in contests.items()}
        deficits = {id: greatest(0.0, *[one.deficit for one in own]) for id, own in contests.items()}
        all_beaten = all_of(*beaten.values())
        mildest = least(*deficits.values())
        for act in case.acts:
            own = contests[act.id]
            spared = all_of(all_beaten, at_least(mildest, deficits[act.id]))
            passed = any_of(negated(beaten[act.id]), spared)
            worst = most_pressing([one.comparison(beaten[act.id]) for one in own])
            test = Test(TEST, passed, worst.left, worst.right, worst.counts)
            grounds = tuple(reason for one in own for reason in one.grounds())
            yield Judgement(act.id, 0.0 - deficits[act.id], (test,), grounds)

    def _contests(self, case: Case) -> dict[str, list[_Contest]]:
        """Return, for each option, its contests with each other option."""
        found: dict[str, list[_Contest]] = {act.id: [] for act in case.acts}
        for o, p in combinations(case.acts, 2):
            for_p, for_o = _claims(o, p, case), _claims(p, o, case)
            to_p, to_o = self._relevant(for_p, for_o), self._relevant(for_o, for_p)
            found[o.id].append(_Contest(p, to_p, to_o))
            found[p.id].append(_Contest(o, to_o, to_p))
        return found

    def _relevant(self, claims: Sequence[_Claim], against: Sequence[_Claim]) -> Quantity:
        """Return the sum of the claims that are near enough to the strongest one against them."""
        bar = self.relevance * greatest(0.0, *[claim.strength for claim in against])
        return total(
            choose(at_least(claim.strength, bar), claim.holders * claim.strength, 0.0) for claim in claims
        )


class _Claim(NamedTuple):
    """What one person stands to lose, and how many stand to lose as much."""

    strength: Quantity
    holders: Quantity


def _claims(act: Act, rival: Act, case: Case) -> list[_Claim]:
    """Return the claims of people to the rival."""
    claims = []
    for party in case.struck_people:
        loss = choose(party.counted, greatest(0.0, case.people.gain(act, rival, party)), 0.0)
        if not always_zero(loss):
            claims.append(_Claim(loss, party.size))
    return claims


class _Contest(NamedTuple):
    """The relevant claims to a rival of an option, and those to the option itself."""

    rival: Act
    theirs: Quantity
    own: Quantity

    @property
    def outweighed(self) -> Truth:
        return above(self.theirs, self.own)

    @property
    def deficit(self) -> Quantity:
        return greatest(0.0, minus(self.theirs, self.own))

    def comparison(self, beaten: Truth) -> Comparison:
        """Return the comparison; if the option is outweighed, only those against which it is count."""
        counts = any_of(self.outweighed, all_of(negated(beaten), positive(self.theirs)))
        return Comparison(counts, self.theirs, self.own)

    def grounds(self) -> Iterator[Reason]:
        if not never(self.outweighed):
            yield ground(TEST, "rival", self.rival.address, self.outweighed, self.theirs, self.own)
