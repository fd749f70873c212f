"""Threshold deontology: absolute duties bind until enough is at stake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case
from dilemma.framework import (
    About,
    Comparison,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    Test,
    ground,
    most_pressing,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, at_least, minus, negated, total

TEST = "threshold"


@theory
class ThresholdDeontology:
    """Certain duties bind whatever the gain, until the good at stake passes a threshold.

    1. The bar of an option is the good its breaches must buy: T(o) = τ · exchange · Σ w · |g| over
       the absolute duties it infringes, in the scenario's unit.
    2. `threshold`: against every option p with a lower bar, what o gains must cover what it breaches
       further: U(o) - U(p) >= T(o) - T(p). So every further breach must itself be paid for.
    3. Among what passes, the greatest U(o) is right.
    """

    about: ClassVar[About] = About(
        id="threshold-deontology",
        name="Threshold deontology",
        short="Threshold",
        family=Family.DEONTOLOGICAL,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="U(o) - U(p) >= T(o) - T(p) for all p with T(p) < T(o); T = τ · exchange · Σ w · |g|",
        reads=(
            "duties: kind, weight and degree",
            "the exchange",
            "the consequences of the act",
            "party weights",
            "the discount",
        ),
        sources=("moore-1997", "kagan-1998", "alexander-2000"),
        objections=(
            "Wherever the line is drawn looks arbitrary (Alexander 2000).",
            "Just below the line one death may forbid what just above it is required (Ellis 1992).",
        ),
        tests=(TEST,),
    )
    multiple: Annotated[
        Quantity,
        Interval(
            0.0,
            100.0,
            "τ: the good that buys a breach, per unit of breach at the exchange (our figure)",
        ),
    ] = 2.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.absolute_duties), "no duty is declared absolute")

    def judge(self, case: Case) -> Iterator[Judgement]:
        bars = {act.id: self._bar(act, case) for act in case.acts}
        for act in case.acts:
            rivals = [p for p in case.acts if p is not act]
            compared = [(p, _comparison(act, p, bars, case)) for p in rivals]
            unpaid = [_unpaid(p, comparison) for p, comparison in compared]
            worst = most_pressing(comparison for _, comparison in compared)
            fails = any_of(*(rival.holds for rival in unpaid))
            test = Test(TEST, negated(fails), worst.left, worst.right, worst.counts)
            yield Judgement(
                act.id,
                score=case.totals[act.id],
                tests=(test,),
                reasons=(*_breaches(act, fails), *unpaid, *terms_of_total(act)),
            )

    def _bar(self, act: Act, case: Case) -> Quantity:
        """T(o): the good that the option's breaches must buy."""
        return self.multiple * case.exchange * total(d.breach for d in act.obligations if d.absolute)


def _comparison(act: Act, rival: Act, bars: dict[str, Quantity], case: Case) -> Comparison:
    """Against a rival with a lower bar: what must be paid, and what is gained."""
    return Comparison(
        counts=above(bars[act.id], bars[rival.id]),
        left=minus(bars[act.id], bars[rival.id]),
        right=minus(case.totals[act.id], case.totals[rival.id]),
    )


def _unpaid(rival: Act, comparison: Comparison) -> Reason:
    """Return the rival as a ground: it holds where the further breach is not paid for beside it."""
    counts, cost, gain = comparison
    holds = all_of(counts, negated(at_least(gain, cost)))
    return ground(TEST, "rival", rival.address, holds, cost, gain)


def _breaches(act: Act, fails: Truth) -> Iterator[Reason]:
    for duty in act.obligations:
        if duty.absolute:
            yield ground(TEST, "breach", duty.address, all_of(fails, duty.infringed), duty.degree)
