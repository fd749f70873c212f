"""Threshold deontology: absolute duties bind until enough is at stake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case, Effect, matched
from dilemma.frameworks import (
    About,
    Comparison,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Rival,
    Standing,
    TestWords,
    ground,
    terms_of_total,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    always_zero,
    any_of,
    choose,
    greatest,
    magnitude,
    minus,
    negated,
    negative,
    never,
    positive,
    total,
)

TEST = "threshold"


@theory
class ThresholdDeontology:
    """Certain duties bind whatever the gain, until the good at stake passes a threshold.

    1. The bar of an option is the good its breaches must buy: T(o) = τ · exchange · Σ w · |g| over
       the absolute duties it infringes, in the scenario's unit.
    2. `threshold`: against every option p with a lower bar, what o gains must cover what it breaches
       further: G(o,p) >= T(o) - T(p). So every further breach must itself be paid for.
    3. G(o,p) is U(o) - U(p) without gains that are trifles beside what o costs some one person: those
       whose |v| is below ρ times the greatest expected loss of one person for whom o is worse than p.
    4. Among what passes, the greatest U(o) is right. Where no option breaches anything it says nothing.
    """

    about: ClassVar[About] = About(
        id="threshold-deontology",
        name="Threshold deontology",
        short="Threshold",
        family=Family.DEONTOLOGICAL,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="G(o,p) >= T(o) - T(p) for all p with T(p) < T(o); T = τ · exchange · Σ w · |g|",
        reads=(
            "duties: kind, weight and degree",
            "the exchange",
            "the consequences of the act",
            "party weights",
            "the discount",
        ),
        sources=("moore-1997", "kagan-1998", "alexander-2000", "brennan-1995"),
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
        limits=("Where the threshold lies is declared by weights and the exchange, not found.",),
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

    relevance: Annotated[
        Quantity,
        Interval(0.0, 1.0, "ρ: a gain below this share of the greatest loss of one person is a trifle"),
    ] = 0.05

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.absolute_duties), "no duty is declared absolute")

    def judge(self, case: Case) -> Iterator[Judgement]:
        bars = {act.id: self._bar(act) for act in case.acts}
        speaks = any_of(*[above(bar, 0.0) for bar in bars.values()], negated(positive(self.multiple)))
        for act in case.acts:
            rivals = list(self._rivals(act, bars, case))
            test = undefeated(TEST, rivals)
            breaches = _breaches(act, negated(test.passed))
            grounds = [found for rival in rivals for found in rival.grounds(TEST)]
            yield Judgement(
                act.id,
                score=case.totals[act.id],
                tests=(test,),
                reasons=(*breaches, *grounds, *terms_of_total(case, act)),
                order=(choose(speaks, case.totals[act.id], 0.0),),
            )

    def _bar(self, act: Act) -> Quantity:
        """Return T(o): the good that the option's breaches must bring."""
        return self.multiple * total([duty.stringency for duty in act.obligations if duty.absolute])

    def _rivals(self, act: Act, bars: dict[str, Quantity], case: Case) -> Iterator[Rival]:
        """Yield the options with a lower bar; one defeats the option if the gain over it is too small."""
        for rival in case.acts:
            lower = above(bars[act.id], bars[rival.id])
            if rival is not act and not never(lower):
                cost = minus(bars[act.id], bars[rival.id])
                gain = self._gain(act, rival, case)
                yield Rival(rival, Comparison(lower, cost, gain), all_of(lower, above(cost, gain)))

    def _gain(self, act: Act, rival: Act, case: Case) -> Quantity:
        """Return G(o,p): what the option brings more than the rival, without trifles."""
        rows = _rows(act, rival, case)
        losses = [choose(negative(row.change), row.stake, 0.0) for row in rows if row.people]
        bar = self.relevance * greatest(0.0, *losses)
        return total(
            choose(all_of(positive(row.change), above(bar, row.value)), 0.0, row.change) for row in rows
        )


class _Row(NamedTuple):
    """One question answered by two options."""

    change: Quantity  # e(o,c) - e(p,c)
    value: Quantity  # |v|, what it is to one person; the greater where it differs
    stake: Quantity  # the same, expected
    people: bool


def _rows(act: Act, rival: Act, case: Case) -> list[_Row]:
    """Return the questions to which two options give different answers, with what the first adds."""
    rows = []
    for here, there in matched(act.effects, rival.effects):
        change = _change(here, there, case)
        if not always_zero(change):
            rows.append(_row(change, [effect for effect in (here, there) if effect is not None]))
    return rows


def _change(here: Effect | None, there: Effect | None, case: Case) -> Quantity:
    mine, yours = case.counted(here) if here else 0.0, case.counted(there) if there else 0.0
    return minus(mine, yours) if here and there else mine - yours


def _row(change: Quantity, listed: list[Effect]) -> _Row:
    return _Row(
        change,
        value=greatest(*[magnitude(effect.value) for effect in listed]),
        stake=greatest(*[magnitude(effect.expected) for effect in listed]),
        people=listed[0].party.is_people,
    )


def _breaches(act: Act, fails: Truth) -> Iterator[Reason]:
    for duty in act.obligations:
        if duty.absolute and not never(holds := all_of(fails, duty.infringed)):
            yield ground(TEST, "breach", duty.address, holds, duty.degree)
