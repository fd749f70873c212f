"""The agent's prerogative: no one need do the best at any price to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case
from dilemma.framework import (
    About,
    Comparison,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    Test,
    ground,
    most_pressing,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, greatest, minus, negated, total

TEST = "too-dear"


class _Stakes(NamedTuple):
    """What an option brings on the whole, to the agent's own, and to the rest."""

    act: Act
    whole: Quantity
    own: Quantity
    rest: Quantity


@theory
class Prerogative:
    """One may give one's own interests more weight than they have impersonally, within a bound.

    1. Split the total U(o) into what befalls the agent's own, s(o) = Σ e over parties with
       `agent: true`, and the rest, T(o) = U(o) - s(o), in the scenario's unit.
    2. `too-dear`: o is wrong if some better option p, U(p) > U(o), gives others more than M times
       what it costs the agent: T(p) - T(o) > M · max(0, s(o) - s(p)).
    3. Among what passes, the greatest U(o) is best. It is beyond duty (supererogatory) where it does
       more good at more cost to the agent than something else that is permitted.
    """

    about: ClassVar[About] = About(
        id="prerogative",
        name="Agent's prerogative",
        short="Prerogative",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="wrong if some better p has T(p) - T(o) > M · max(0, s(o) - s(p))",
        reads=(
            "the consequences of the act",
            "for whom the agent answers first",
            "party weights",
            "the discount",
        ),
        sources=("scheffler-1982",),
        objections=(
            "What permits not helping, at such a cost, permits harming as well (Kagan 1984).",
            "What is unfair is having to do others' share, not the size of the demand (Murphy 2000).",
        ),
        tests=(TEST,),
    )
    self: Annotated[
        Quantity,
        Interval(1.0, 1000.0, "M: how many times over the agent's own loss counts (our figure)"),
    ] = 10.0

    def needs(self, case: Case) -> Iterator[Need]:
        some = any(effect.party.agent for effect in case.in_use)
        yield Need(some, "no option lists a consequence for the agent's own (agent: true)")

    def judge(self, case: Case) -> Iterator[Judgement]:
        stakes = [_stakes(act, case) for act in case.acts]
        compared = [[self._demand(o, p) for p in stakes if p is not o] for o in stakes]
        passed = [negated(any_of(*(_asked(demand) for demand in demands))) for demands in compared]
        permitted = list(zip(stakes, passed, strict=True))
        for o, demands, passes in zip(stakes, compared, passed, strict=True):
            worst = most_pressing(demands)
            others = [p.act.address for p in stakes if p is not o]
            grounds = (
                ground(TEST, "rival", address, _asked(demand), demand.left, demand.right)
                for address, demand in zip(others, demands, strict=True)
            )
            yield Judgement(
                o.act.id,
                score=o.whole,
                tests=(Test(TEST, passes, worst.left, worst.right, worst.counts),),
                reasons=(*grounds, *terms_of_total(o.act)),
                beyond=all_of(passes, any_of(*(_dearer(o, p, also) for p, also in permitted if p is not o))),
            )

    def _demand(self, o: _Stakes, p: _Stakes) -> Comparison:
        """Return what a better option would give others, against M times what it would cost the agent."""
        cost = greatest(0.0, minus(o.own, p.own))
        return Comparison(above(p.whole, o.whole), minus(p.rest, o.rest), self.self * cost)


def _asked(demand: Comparison) -> Truth:
    """Whether the agent may be asked to bear it."""
    return all_of(demand.counts, above(demand.left, demand.right))


def _stakes(act: Act, case: Case) -> _Stakes:
    whole = case.totals[act.id]
    own = total(effect.contribution for effect in act.effects if effect.party.agent)
    return _Stakes(act, whole, own, rest=minus(whole, own))


def _dearer(o: _Stakes, p: _Stakes, permitted: Truth) -> Truth:
    """Whether o does more good than a permitted p at more cost to the agent."""
    return all_of(permitted, above(o.whole, p.whole), above(p.own, o.own))
