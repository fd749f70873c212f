"""Realism: the ethic of responsibility towards those one answers for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    term,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, never, positive, total


@theory
class Realist:
    """One who decides for others answers for the foreseeable consequences to them before all else.

    1. Those the decision maker answers for first are the parties with `agent: true`. Add up what each
       option may be expected to bring them: Σ e(o,c), in the scenario's unit.
    2. Add ρ times the same sum over everyone else; at the default ρ = 0 they count only through what
       reaches those answered for (reputation, allies, order), where the file lists it.
    3. The greatest sum is right. At ρ = 1 this is utilitarianism.
    """

    about: ClassVar[About] = About(
        id="realist",
        name="Realist",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="Σ e over those answered for + ρ · Σ e over the rest",
        reads=(
            "the consequences of the act",
            "for whom the agent answers first",
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
        some = any(effect.party.agent for effect in case.in_use)
        yield Need(some, "no option lists a consequence for a party the agent answers for (agent: true)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            own = total([effect.contribution for effect in act.effects if effect.party.agent])
            rest = total([effect.contribution for effect in act.effects if not effect.party.agent])
            yield Judgement(act.id, own + self.others * rest, reasons=tuple(self._terms(act)))

    def _terms(self, act: Act) -> Iterator[Reason]:
        counts = positive(self.others)
        for effect, whole in zip(act.effects, terms_of_total(act), strict=True):
            if effect.party.agent:
                yield whole
            elif not never(counts):
                share = self.others * effect.contribution
                yield term("consequence", effect.address, share, effect.party.id, holds=counts)
