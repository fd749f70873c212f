"""Care: do not abandon those who depend on you."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case, Party
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    theory,
)
from dilemma.quantity import Quantity, all_of, any_of, choose, greatest, minus, never, positive, root, total

ABANDONED, BETRAYED = "abandoned", "betrayed"


@theory
class Care:
    """We answer first for those who depend on us; the worst is to abandon one of them.

    1. A person's level under an option is the party's level plus what one member may expect to gain or
       lose: L(o,q) = ℓ + Σ i(o,c).
    2. Abandonment of one person is how far an option leaves him below the best he could have had, plus
       what it betrays of what is owed to him, times his tie to the agent. Everyone has a tie of at
       least σ: to meet a stranger is to owe him some care.
    3. The score is -√(Σ S · abandonment²) over all people: every abandonment counts, the graver the
       more. The greatest score is right.
    """

    about: ClassVar[About] = About(
        id="care",
        name="Care",
        family=Family.CARE,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="-√(Σ S · (tie · (best L over options - L(o,q) + betrayal))²)",
        reads=(
            "ties",
            "party levels and sizes",
            "the consequences of the act, for one member of each party of people",
            "duties owed to people",
            "who lives only under some options",
            "worst",
            "the discount",
        ),
        sources=("gilligan-1982", "noddings-1984", "tronto-1993", "held-2006"),
        objections=(
            "It leaves out strangers, whom we may harm without ever meeting (Card 1990).",
            "It may bind those who care to their own exploitation (Hoagland 1990).",
        ),
        sums=False,
        grounds={
            ABANDONED: (
                "leaves {where} below what they could have had: {amount} each, times their tie to the agent"
            ),
            BETRAYED: "of that, {amount} is betrayal of {where}",
        },
        limits=("It computes from the ties the file gives; to see who depends on whom is the carer's work.",),
    )
    stranger: Annotated[Quantity, Interval(0.0, 1.0, "σ: the least tie of anyone (our figure)")] = 0.05

    def needs(self, case: Case) -> Iterator[Need]:
        met = any_of(*[all_of(party.counted, positive(party.tie)) for party in case.struck])
        yield Need(met, "no option lists a consequence for people who depend on the agent (tie above 0)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        best = {
            q.id: greatest(*found)
            for q in case.people.kind_people
            if (found := [case.people.levels[a.id, q.id] for a in case.acts if case.people.exists(a, q)])
        }
        for act in case.acts:
            left = [
                self._left(act, q, best[q.id], case)
                for q in case.people.kind_people
                if case.people.exists(act, q) and not never(q.counted)
            ]
            score = root(total(one.party.size * (one.abandonment * one.abandonment) for one in left))
            reasons = tuple(reason for one in left for reason in one.reasons())
            yield Judgement(act.id, 0.0 - score, reasons=reasons)

    def _left(self, act: Act, party: Party, best: Quantity, case: Case) -> _Left:
        """Return how far an option leaves a member of a party behind."""
        tie = choose(party.counted, greatest(self.stranger, party.tie), 0.0)
        short = minus(best, case.people.levels[act.id, party.id])
        betrayal = case.betrayal(act, party)
        return _Left(party, tie * (short + betrayal), tie * betrayal)


class _Left(NamedTuple):
    """How far one member of a party is abandoned, and the part of that which is betrayal."""

    party: Party
    abandonment: Quantity
    betrayal: Quantity

    def reasons(self) -> Iterator[Reason]:
        for key, amount in ((ABANDONED, self.abandonment), (BETRAYED, self.betrayal)):
            holds = positive(amount)
            if not never(holds):
                yield Reason("binding", key, self.party.address, amount, holds=holds, party=self.party.id)
