"""Pareto: not what all could better, by everyone's lights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from dilemma.case import Act, Case
from dilemma.framework import About, Family, Gives, Judgement, Need, Standing, ground, none_of
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, at_least, negated, total

TEST = "undominated"


@dataclass(frozen=True, slots=True)
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
        sources=("pareto-1906", "sen-1970"),
        objections=(
            "It cannot tell serfdom from freedom where change would cost the lord (Rawls 1971).",
            "It conflicts with even the least liberty in one's own affairs (Sen 1970).",
        ),
        tests=(TEST,),
        sums=False,
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*(effect.party.counted for effect in case.in_use))
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        shares = {act.id: _shares(act, case) for act in case.acts}
        for o in case.acts:
            rivals = (
                ground(TEST, "dominates", p.address, _dominates(shares[p.id], shares[o.id], case))
                for p in case.acts
                if p is not o
            )
            test, grounds = none_of(TEST, rivals)
            yield Judgement(o.id, 0.0, (test,), grounds)


def _shares(act: Act, case: Case) -> Mapping[str, Quantity]:
    """Return what the option brings each party of people."""
    return {
        id: total(effect.unweighted for effect in act.effects if effect.party is party)
        for id, party in case.parties.items()
        if party.is_people
    }


def _dominates(mine: Mapping[str, Quantity], yours: Mapping[str, Quantity], case: Case) -> Truth:
    """Whether no party that counts has less by the first, and some has more."""
    counted = {id: case.parties[id].counted for id in mine}
    return all_of(
        *(any_of(negated(counted[id]), at_least(mine[id], yours[id])) for id in mine),
        any_of(*(all_of(counted[id], above(mine[id], yours[id])) for id in mine)),
    )
