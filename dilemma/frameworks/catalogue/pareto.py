"""Pareto: not what all could better, by everyone's lights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Judgement,
    Need,
    Standing,
    TestWords,
    none_of,
    theory,
)
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, choose, negated

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
        tests=(
            TestWords(
                TEST,
                "dominated",
                "dominated",
                passed="no other option is at least as good for everyone and better for someone",
            ),
        ),
        sums=False,
        grounds={"dominates": "{where} is at least as good for everyone, and better for someone"},
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*[party.counted for party in case.struck])
        yield Need(met, "no option lists a consequence for a party of people (weight above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        shares = {
            act.id: [choose(q.counted, case.shares[act.id, q.id], 0.0) for q in case.people]
            for act in case.acts
        }
        better = {
            (o.id, p.id): _better_for_some(shares[o.id], shares[p.id]) for o, p in permutations(case.acts, 2)
        }
        for o in case.acts:
            rivals = [p for p in case.acts if p is not o]
            test, grounds = none_of(
                TEST,
                [("dominates", p.address, _dominates(p.id, o.id, better), None) for p in rivals],
            )
            yield Judgement(o.id, 0.0, (test,), grounds)


def _better_for_some(mine: list[Quantity], yours: list[Quantity]) -> Truth:
    """Whether some party has more under the first."""
    return any_of(*[above(a, b) for a, b in zip(mine, yours, strict=True)])


def _dominates(p: str, o: str, better: Mapping[tuple[str, str], Truth]) -> Truth:
    """Whether p gives some party more than o, and none less."""
    return all_of(better[p, o], negated(better[o, p]))
