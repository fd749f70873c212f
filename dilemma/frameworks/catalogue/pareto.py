"""Pareto: not what all could better, by everyone's lights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import ClassVar

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Judgement,
    Need,
    Standing,
    TestWords,
    concerns_people,
    none_of,
    theory,
)
from dilemma.quantity import Truth, all_of, any_of, negated

TEST = "undominated"


@theory
class Pareto:
    """An option is wrong if another is at least as good for everyone and better for someone.

    1. A person's level under an option is the party's level plus what one member may expect to gain or
       lose: L(o,q) = ℓ + Σ i(o,c). No weight between persons is asked for.
    2. `undominated`: no other option leaves everyone who lives under both at least as well off, and
       someone better off.
    3. What passes is permitted; where interests conflict that is nearly everything, and it says no
       more. The score is 0 throughout.
    """

    about: ClassVar[About] = About(
        id="pareto",
        name="Pareto",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="wrong if some p has L(p,q) >= L(o,q) for all people q, and > for some",
        reads=(
            "the consequences of the act, for one member of each party of people",
            "who lives only under some options",
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
        yield concerns_people(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        better = {(o.id, p.id): _better_for_some(o, p, case) for o, p in permutations(case.acts, 2)}
        for o in case.acts:
            rivals = [p for p in case.acts if p is not o]
            test, grounds = none_of(
                TEST,
                [("dominates", p.address, _dominates(p.id, o.id, better), None) for p in rivals],
            )
            yield Judgement(o.id, 0.0, (test,), grounds)


def _better_for_some(act: Act, rival: Act, case: Case) -> Truth:
    """Return whether someone who counts is better off under the first."""
    return any_of(*[all_of(q.counted, case.people.better(rival, act, q)) for q in case.struck_people])


def _dominates(p: str, o: str, better: Mapping[tuple[str, str], Truth]) -> Truth:
    """Return whether p leaves someone better off than o, and no one worse off."""
    return all_of(better[p, o], negated(better[o, p]))
