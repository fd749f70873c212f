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
    Rival,
    Standing,
    TestWords,
    concerns_people,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    above,
    all_of,
    always_zero,
    any_of,
    at_least,
    choose,
    greatest,
    least,
    minus,
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
                failed="the relevant claims to {worst} add up to {amount}, those to this one to {against}",
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
        rivals = self._rivals(case)
        deficits = {id: greatest(0.0, *[_deficit(rival) for rival in own]) for id, own in rivals.items()}
        all_beaten = all_of(*[any_of(*[rival.defeats for rival in own]) for own in rivals.values()])
        mildest = least(*deficits.values())
        for act in case.acts:
            own = rivals[act.id]
            spared = all_of(all_beaten, at_least(mildest, deficits[act.id]))
            test = undefeated(TEST, own, spared=spared)
            grounds = tuple(found for rival in own for found in rival.grounds(TEST))
            yield Judgement(act.id, 0.0 - deficits[act.id], (test,), grounds)

    def _rivals(self, case: Case) -> dict[str, list[Rival]]:
        """Return, for each option, the others; one defeats it if the relevant claims to it are more."""
        found: dict[str, list[Rival]] = {act.id: [] for act in case.acts}
        for o, p in combinations(case.acts, 2):
            for_p, for_o = _claims(o, p, case), _claims(p, o, case)
            to_p, to_o = self._relevant(for_p, for_o), self._relevant(for_o, for_p)
            found[o.id].append(_rival(p, to_p, to_o))
            found[p.id].append(_rival(o, to_o, to_p))
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


def _rival(act: Act, theirs: Quantity, own: Quantity) -> Rival:
    """Return a rival, from the relevant claims to it and those to the option itself."""
    return Rival(act, Comparison(positive(theirs), theirs, own), above(theirs, own))


def _deficit(rival: Rival) -> Quantity:
    return greatest(0.0, minus(rival.comparison.left, rival.comparison.right))
