"""Sufficientarianism: what matters is that everyone has enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

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
    concerns_people,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, choose, greatest, minus, positive, power

SHORTFALL = "shortfall"


@theory
class Sufficientarian:
    """What matters morally is not who has more, but that each person has enough.

    1. A person's level under an option is the party's level plus what one member may expect to gain or
       lose: L(o,q) = ℓ + Σ i(o,c).
    2. The shortfall of a person is how far that is below `enough`, E, as a share of `worst`, W:
       max(0, E - L(o,q)) / W. Above enough nothing counts.
    3. The score is -Σ w · S · W · shortfall^a over all people: with a above 1 the deeper shortfall is
       the more urgent. The greatest score is right.
    """

    about: ClassVar[About] = About(
        id="sufficientarian",
        name="Sufficientarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="-Σ w · S · W · (max(0, enough - L(o,q)) / W)^a over people",
        reads=(
            "enough",
            "the consequences of the act, for one member of each party of people",
            "party levels and sizes",
            "party weights",
            "worst",
            "the discount",
        ),
        sources=("frankfurt-1987", "crisp-2003", "foster-1984"),
        objections=(
            "Above enough it lets any number lose anything (Casal 2007).",
            "Where enough lies is a line that nothing in the world draws (Arneson 2005).",
        ),
        terms={SHORTFALL: "what {where} lack of enough counts {amount}"},
        caveats=("Members of a party are judged by what each may expect, not by what befalls the unlucky.",),
        limits=("It counts a new person who is below enough as a loss, however good his life.",),
    )
    urgency: Annotated[Quantity, Interval(1.0, 5.0, "a: how much more urgent the deeper shortfall is")] = 2.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield concerns_people(case)
        yield Need(case.enough is not None, "the file does not say what is enough")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            terms = [
                self._term(case, act, party)
                for party in case.people.kind_people
                if case.people.exists(act, party)
            ]
            yield Judgement(act.id, sum_of(terms), reasons=tuple(terms))

    def _term(self, case: Case, act: Act, party: Party) -> Reason:
        assert case.enough is not None
        short = greatest(0.0, minus(case.enough, case.people.levels[act.id, party.id])) / case.worst
        lacking = positive(short)
        depth = choose(lacking, power(choose(lacking, short, 1.0), self.urgency), 0.0)
        amount = -(party.weight * party.size * case.worst * depth)
        return term(SHORTFALL, party.address, amount, party.id, holds=lacking)
