"""Care: do not abandon those who depend on you."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dilemma.case import Case, Party
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Judgement,
    Need,
    Reason,
    Standing,
    theory,
)
from dilemma.quantity import Quantity, Truth, all_of, any_of, choose, equal, greatest, minus, never, positive

ABANDONED = "abandoned"


@theory
class Care:
    """We answer first for those who depend on us; the worst is to abandon one of them.

    1. A person's level under an option is the party's level plus what one member expects to gain or
       lose: L(o,q) = level + Σ i(o,c), in the unit of `value`.
    2. For each party of people that depends on the agent (tie above 0), abandonment is how far an
       option leaves them below the best they could have had, times the tie:
       tie · (max over p of L(p,q) - L(o,q)).
    3. The score is minus the greatest of these, never their sum: the needs of one who depends on us
       are not outweighed by numbers. The greatest score is right.
    """

    about: ClassVar[About] = About(
        id="care",
        name="Care",
        family=Family.CARE,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="-max over q of tie · (max over p of L(p,q) - L(o,q))",
        reads=(
            "ties",
            "party levels",
            "the consequences of the act, for one member of each party of people",
            "the discount",
        ),
        sources=("gilligan-1982", "noddings-1984", "tronto-1993", "held-2006"),
        objections=(
            "It leaves out strangers, whom we may harm without ever meeting (Card 1990).",
            "It may bind those who care to their own exploitation (Hoagland 1990).",
        ),
        sums=False,
        grounds={
            ABANDONED: "{where} are left furthest below what they could have had ({amount}, the tie counted)",
        },
    )

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*[_depends(party) for party in case.struck])
        yield Need(met, "no option lists a consequence for people who depend on the agent (tie above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        tied = [(q, depends) for q in case.people if not never(depends := _depends(q))]
        best = {q.id: greatest(*[case.levels[act.id, q.id] for act in case.acts]) for q, _ in tied}
        for act in case.acts:
            left = [
                choose(depends, q.tie * minus(best[q.id], case.levels[act.id, q.id]), 0.0)
                for q, depends in tied
            ]
            worst = greatest(0.0, *left)
            yield Judgement(act.id, -worst, reasons=tuple(_abandoned([q for q, _ in tied], left, worst)))


def _depends(party: Party) -> Truth:
    """Whether a party is people, has a weight above 0, and depends on the agent."""
    return all_of(party.counted, positive(party.tie))


def _abandoned(people: list[Party], left: list[Quantity], worst: Quantity) -> Iterator[Reason]:
    """Yield as reasons the parties that are abandoned most, and to what degree."""
    for party, amount in zip(people, left, strict=True):
        holds = all_of(positive(amount), equal(amount, worst))
        if not never(holds):
            yield Reason("binding", ABANDONED, party.address, amount, holds=holds, party=party.id)
