"""The agent's prerogative: no one need do the best at any price to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Comparison,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Rival,
    Standing,
    TestWords,
    terms_of_total,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    greatest,
    minus,
    negated,
    never,
    positive,
    total,
)

TEST = "too-dear"


class _Stakes(NamedTuple):
    """The total of an option, split into the agent's own side (`own`) and the others (`rest`)."""

    act: Act
    overall: Quantity
    own: Quantity
    rest: Quantity


class _Demand(NamedTuple):
    """A demand that the agent give up an option for a better one."""

    option: Act
    rival: Rival  # the better option: the gain of others against M times the cost to the agent
    costly: Truth  # whether meeting it costs the agent anything


@theory
class Prerogative:
    """One may give one's own interests more weight than they have impersonally, within a bound.

    1. Split the total U(o) into what befalls the agent, s(o) = Σ e over parties with `agent: true`, and
       the rest, T(o) = U(o) - s(o), in the scenario's unit.
    2. `too-dear`: o is wrong if some better option p, U(p) > U(o), gives others more than M times
       what it costs the agent: T(p) - T(o) > M · max(0, s(o) - s(p)). With Λ below 1, no option need be
       taken that costs the agent more than Λ · `worst` in all, against the baseline.
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
            "who the agent is",
            "worst and the baseline, where Λ is below 1",
            "party weights",
            "the discount",
        ),
        sources=("scheffler-1982", "cullity-2004"),
        objections=(
            "What permits not helping, at such a cost, permits harming as well (Kagan 1984).",
            "What is unfair is having to do others' share, not the size of the demand (Murphy 2000).",
        ),
        tests=(
            TestWords(
                TEST,
                "too little",  # what fails it does less than can be asked
                "little",
                passed=(
                    "to do better would give others {amount}, "
                    "at a cost to the agent's own that counts {against}"
                ),
                failed=(
                    "{worst} would give others {amount} more, "
                    "at a cost to the agent's own that counts only {against}"
                ),
                unopposed="no option does more good",
            ),
        ),
        limits=("It sets no limit on what one may do to others for the same ends.",),
        ranks_by="U(o)",
    )
    self: Annotated[
        Quantity,
        Interval(1.0, 1000.0, "M: how many times over the agent's own loss counts (our figure)"),
    ] = 10.0
    limit: Annotated[
        Quantity,
        Interval(0.0, 1.0, "Λ: the share of `worst` that the agent need give in all; 1 sets no limit"),
    ] = 1.0

    def needs(self, case: Case) -> Iterator[Need]:
        some = any(effect.party.agent for effect in case.in_use)
        yield Need(some, "no option lists a consequence for a party that is the agent")

    def judge(self, case: Case) -> Iterator[Judgement]:
        stakes = [_stakes(act, case) for act in case.acts]
        demands = list(self._demands(stakes, self._excused(stakes, case)))
        by_option = {act.id: [d for d in demands if d.option is act] for act in case.acts}
        tests = {id: undefeated(TEST, [d.rival for d in own]) for id, own in by_option.items()}
        for o in stakes:
            id = o.act.id
            grounds = [found for d in by_option[id] for found in d.rival.grounds(TEST)]
            dearer = [all_of(tests[d.option.id].passed, d.costly) for d in demands if d.rival.act is o.act]
            yield Judgement(
                id,
                score=o.overall,
                tests=(tests[id],),
                reasons=(*grounds, *terms_of_total(case, o.act)),
                beyond=all_of(tests[id].passed, any_of(*dearer)),
            )

    def _excused(self, stakes: list[_Stakes], case: Case) -> Mapping[str, Truth]:
        """Return, for each option, whether it costs the agent more in all than anyone need give."""
        before = [stake.own for stake in stakes if stake.act is case.baseline]
        if not before:
            return {stake.act.id: False for stake in stakes}
        most = self.limit * case.worst
        limited = above(1.0, self.limit)
        return {stake.act.id: all_of(limited, above(minus(before[0], stake.own), most)) for stake in stakes}

    def _demands(self, stakes: list[_Stakes], excused: Mapping[str, Truth]) -> Iterator[_Demand]:
        """Yield a demand for each pair of an option and a better one."""
        for o, p in permutations(stakes, 2):
            better = above(p.overall, o.overall)
            if never(better):
                continue
            gain, cost = minus(p.rest, o.rest), greatest(0.0, minus(o.own, p.own))
            price = self.self * cost
            required = all_of(better, above(gain, price), negated(excused[p.act.id]))
            rival = Rival(p.act, Comparison(better, gain, price), required)
            yield _Demand(o.act, rival, costly=all_of(better, positive(cost)))


def _stakes(act: Act, case: Case) -> _Stakes:
    overall = case.totals[act.id]
    own = total([case.counted(effect) for effect in act.effects if effect.party.agent])
    return _Stakes(act, overall, own, rest=minus(overall, own))
