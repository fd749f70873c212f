"""Risk-weighted expected utility: how much a chance of more counts depends on one's attitude to risk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    Weighted,
    ascending,
    theory,
)
from dilemma.quantity import Quantity, choose, positive, power, total


@theory
class RiskWeighted:
    """An option is worth its worst case, and each chance of more counts by one's attitude to risk.

    1. U(o|s) is the expected total of o in state s of the world, in the scenario's unit, without what
       is the same under every option whatever the state.
    2. Put these in order, the least first. To the least add, for each next one, how much more it is,
       times the chance of at least as much to the power a: Σ (U_j - U_(j-1)) · P(U >= U_j)^a.
    3. The greatest sum is right. At a = 1 it is the expected total; above that a chance of more counts
       for less than its probability (risk aversion), below it for more.
    """

    about: ClassVar[About] = About(
        id="risk-weighted",
        name="Risk-weighted",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.DECISION_RULE,
        formula="U_1 + Σ (U_j - U_(j-1)) · P(U >= U_j)^a over states in ascending order of U(o|s)",
        reads=(
            "the consequences of the act",
            "states of the world and their probabilities",
            "party weights",
            "the discount",
        ),
        sources=("buchak-2013",),
        objections=(
            "Who follows it can be led, choice by choice, to what is worse for certain (Briggs 2015).",
            "It lets risks that have nothing to do with the choice decide it (Thoma and Weisberg 2017).",
        ),
        sums=False,
        grounds={
            "least": "{amount} in the worst state",
            "expected": "{amount} more may be expected above that, counted as {against}",
        },
        caveats=(
            "Only states of the world are risks here; chances within one consequence count as expected.",
        ),
    )
    aversion: Annotated[
        Quantity, Interval(0.2, 5.0, "a: the power of a chance; 1 is neutral to risk, above it averse")
    ] = 2.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.states), "no consequence depends on a state of the world")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            ranked = ascending([Weighted(world.risky[act.id], world.probability) for world in case.worlds])
            least = ranked[0].amount
            steps = list(_steps(ranked))
            counted = total(step * self._counted(chance) for step, chance in steps)
            expected = total(step * chance for step, chance in steps)
            reasons = (
                Reason("binding", "least", act.address, least),
                Reason("binding", "expected", act.address, expected, counted),
            )
            yield Judgement(act.id, least + counted, reasons=reasons)

    def _counted(self, chance: Quantity) -> Quantity:
        """Return how much a chance counts: its power, and 0 for none."""
        some = positive(chance)
        return choose(some, power(choose(some, chance, 1.0), self.aversion), 0.0)


def _steps(ranked: Sequence[Weighted]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield how much more each amount is than the one below, and the chance of at least as much."""
    chance: Quantity = 0.0
    for below, here in reversed(list(pairwise(ranked))):
        chance = chance + here.weight
        yield here.amount - below.amount, chance
