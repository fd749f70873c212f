"""Statecraft: the ethic of responsibility towards those one answers for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    sum_of,
    theory,
)
from dilemma.quantity import Quantity


@theory
class Realist:
    """One who decides for others answers for the foreseeable consequences to them before all else.

    1. Those the decision maker answers for are the parties with `represented: true`, as a state answers
       for its people. Add up what each option may be expected to bring them: Σ e(o,c), in the
       scenario's unit, without what is worth the same under every option.
    2. Add ρ times the same sum over everyone else; at the default ρ = 0 they count only through what
       reaches those answered for (reputation, allies, order), where the file lists it.
    3. The greatest sum is right. At ρ = 1 this is utilitarianism.
    """

    about: ClassVar[About] = About(
        id="realist",
        name="Statecraft",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="Σ e over those answered for + ρ · Σ e over the rest",
        reads=(
            "the consequences of the act",
            "whom the decider answers for",
            "party weights",
            "the discount",
        ),
        sources=("weber-1919", "morgenthau-1948"),
        objections=(
            "What is owed to people does not stop at a border (Beitz 1979).",
            "The national interest can be read as almost any policy (Wolfers 1952).",
        ),
    )
    others: Annotated[
        Quantity, Interval(0.0, 1.0, "ρ: how far those the agent does not answer for count")
    ] = 0.0

    def needs(self, case: Case) -> Iterator[Need]:
        some = any(effect.party.represented for effect in case.in_use)
        yield Need(some, "no option lists a consequence for a represented party, one the decider answers for")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            own = case.terms_of([e for e in act.effects if e.party.represented])
            rest = [e for e in act.effects if not e.party.represented]
            terms = (*own, *case.terms_of(rest, times=self.others))
            yield Judgement(act.id, sum_of(terms), reasons=terms)
