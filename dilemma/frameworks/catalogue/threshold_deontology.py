"""Threshold deontology: absolute duties bind until enough is at stake."""

from __future__ import annotations

from collections.abc import Iterator
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
    Reason,
    Standing,
    Test,
    TestWords,
    ground,
    most_pressing,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, at_least, minus, negated, never, total

TEST = "threshold"


class _Rival(NamedTuple):
    """A rival of an option, with a lower bar."""

    act: Act
    comparison: Comparison  # the good required over the rival, against the gain
    unjustified: Truth  # whether the gain is too small


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
        tests=(
            TestWords(
                TEST,
                "threshold",
                "thresh.",
                passed="what it breaches further asks for {amount} more good, and it brings {against}",
                failed="infringing {breaches} asks for {amount} more good than {worst}; it brings {against}",
                unopposed="no other option breaches absolute duties less",
            ),
        ),
        grounds={"breach": "infringes {where}"},
        ranks_by="U(o)",
        uses_exchange=True,
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
            rivals = list(_rivals(act, bars, case))
            worst = most_pressing([rival.comparison for rival in rivals])
            fails = any_of(*[rival.unjustified for rival in rivals])
            test = Test(TEST, negated(fails), worst.left, worst.right, worst.counts)
            yield Judgement(
                act.id,
                score=case.totals[act.id],
                tests=(test,),
                reasons=(*_breaches(act, fails), *_grounds(rivals), *terms_of_total(act)),
            )

    def _bar(self, act: Act, case: Case) -> Quantity:
        """Return T(o): the good that the option's breaches must bring."""
        return self.multiple * case.exchange * total([d.breach for d in act.obligations if d.absolute])


def _rivals(act: Act, bars: dict[str, Quantity], case: Case) -> Iterator[_Rival]:
    """Yield the rivals of an option: each other option with a lower bar."""
    for rival in case.acts:
        lower = above(bars[act.id], bars[rival.id])
        if rival is not act and not never(lower):
            cost = minus(bars[act.id], bars[rival.id])
            gain = minus(case.totals[act.id], case.totals[rival.id])
            unjustified = all_of(lower, negated(at_least(gain, cost)))
            yield _Rival(rival, Comparison(lower, cost, gain), unjustified)


def _breaches(act: Act, fails: Truth) -> Iterator[Reason]:
    for duty in act.obligations:
        if duty.absolute and not never(holds := all_of(fails, duty.infringed)):
            yield ground(TEST, "breach", duty.address, holds, duty.degree)


def _grounds(rivals: list[_Rival]) -> Iterator[Reason]:
    """Yield as grounds the rivals over which the gain does not justify the further breach."""
    for rival, (_, cost, gain), unjustified in rivals:
        if not never(unjustified):
            yield ground(TEST, "rival", rival.address, unjustified, cost, gain)
