"""Pareto: not what all could better, by everyone's lights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dilemma.case import Act, Case, Party
from dilemma.framework import About, Family, Gives, Judgement, Need, Standing, ground, none_of, theory
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, at_least, negated, total

TEST = "undominated"


@theory
class Pareto:
    """An option is wrong if another is at least as good for everyone and better for someone.

    1. For each party of people that counts, add up what an option may be expected to bring it,
       Σ e°(o,c), in the scenario's unit; no weight between parties is asked for.
    2. `undominated`: no other option gives every party at least as much and some party more.
    3. What passes is permitted; where interests conflict that is nearly everything, and it says no
       more. The score is 0 throughout.
    """

    about: ClassVar[About] = About(
        id="pareto",
        name="Pareto",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="wrong if some p has Σ e°(p) >= Σ e°(o) for every party of people, and > for some",
        reads=(
            "the consequences of the act, for people",
            "the discount",
        ),
        sources=("pareto-1906", "sen-1970"),
        objections=(
            "It cannot tell serfdom from freedom where change would cost the lord (Rawls 1971).",
            "It conflicts with even the least liberty in one's own affairs (Sen 1970).",
        ),
        tests=(TEST,),
        sums=False,
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*(party.counted for party in case.struck))
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        people = [party for party in case.parties.values() if party.is_people]
        counted = [party.counted for party in people]
        shares = {act.id: [_share(party, act) for party in people] for act in case.acts}
        for o in case.acts:
            rivals = (
                ground(TEST, "dominates", p.address, _dominates(shares[p.id], shares[o.id], counted))
                for p in case.acts
                if p is not o
            )
            test, grounds = none_of(TEST, rivals)
            yield Judgement(o.id, 0.0, (test,), grounds)


def _share(party: Party, act: Act) -> Quantity:
    """Return what the option brings the party."""
    return total(effect.unweighted for effect in act.effects if effect.party is party)


def _dominates(mine: list[Quantity], yours: list[Quantity], counted: list[Truth]) -> Truth:
    """Whether no party that counts has less by the first, and some has more."""
    parties = list(zip(mine, yours, counted, strict=True))
    return all_of(
        *(any_of(negated(counts), at_least(a, b)) for a, b, counts in parties),
        any_of(*(all_of(counts, above(a, b)) for a, b, counts in parties)),
    )
