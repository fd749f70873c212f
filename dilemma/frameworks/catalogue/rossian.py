"""Ross's pluralism: duties and goods weighed together, harming worse than failing to benefit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case, Obligation
from dilemma.frameworks import (
    SET_OFF,
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    RestatedTable,
    Standing,
    set_off,
    sum_of,
    term,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, all_of, choose, greatest, negated, never, positive


@theory
class Rossian:
    """Several duties bind prima facie; the act is right whose balance of them is greatest.

    1. Duties declared in the file: exchange · Σ w · g, positive where kept (φ times), negative where
       infringed. Fulfilment is a reason for, and breach a reason against: each counts (Ross, p. 41).
    2. Beneficence and non-maleficence are the consequences themselves: U(o), without what is worth the
       same under every option.
    3. Not to harm is more stringent than to benefit: harm the act itself does counts ν times, so
       (ν - 1) · Σ w · D′(o,c) is taken off for what was not agreed to. D′ is what the act does beyond
       what would have happened anyway, less what it spares the same people and what they are liable to.
    4. The option with the greatest sum is the duty proper. What is infringed leaves a residue: the
       duty was outweighed, not cancelled.
    """

    about: ClassVar[About] = About(
        id="rossian",
        name="Ross's duties",
        family=Family.DEONTOLOGICAL,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="exchange · Σ w · g + U(o) - (ν - 1) · Σ w · harm done that was not agreed to",
        reads=(
            "duties: weight and degree",
            "the exchange",
            "the consequences of the act: done or allowed, consent and liability",
            "worst, where someone is liable",
            "party weights",
            "the discount",
            "the baseline",
        ),
        sources=("ross-1930",),
        objections=(
            "No principle says how to weigh one duty against another (Rawls 1971).",
            "The list of duties rests on what seems evident to the thoughtful (McNaughton 1996).",
        ),
        terms={"nonmaleficence": "{where} is harm done, not merely allowed: {amount} more"},
        grounds=SET_OFF,
        limits=("How grave a duty is beside a loss is the file's judgement, by `exchange`.",),
        restates=(
            RestatedTable(
                "duties",
                one="one duty, its weight and degrees",
                several="{count} duties, their weights and degrees",
                places="duties",
            ),
        ),
        uses_exchange=True,
        linear=True,
    )
    nonmaleficence: Annotated[
        Quantity,
        Interval(
            1.0, 10.0, "ν: how many times over harm that is done counts (above 1 is Ross's, how far is ours)"
        ),
    ] = 1.5

    credit: Annotated[
        Quantity, Interval(0.0, 1.0, "φ: how much fulfilling a duty counts beside breaching it")
    ] = 1.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.duties), "no duty is declared")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            duties = [self._duty(duty) for duty in act.obligations]
            harms = list(self._harms(act, case))
            score = sum_of(duties) + case.totals[act.id] + sum_of(harms)
            reasons = (*duties, *terms_of_total(case, act), *harms, *set_off(act, case, liability=True))
            yield Judgement(act.id, score, reasons=reasons)

    def _duty(self, duty: Obligation) -> Reason:
        """Return the term of a declared duty, kept or infringed."""
        kept = self.credit * greatest(0.0, duty.degree)
        degree = kept - duty.infringement
        return term("duty", duty.address, duty.exchange * duty.weight * degree)

    def _harms(self, act: Act, case: Case) -> Iterator[Reason]:
        """Yield the terms that are subtracted for harm the act does."""
        surcharge = self.nonmaleficence - 1.0
        for effect in act.effects:
            harm = case.harm(effect)
            holds = all_of(positive(harm.unexcused), negated(harm.consented))
            if not never(holds):
                amount = choose(holds, 0.0 - surcharge * effect.party.weight * harm.unexcused, 0.0)
                yield term("nonmaleficence", effect.address, amount, effect.party.id, holds=holds)
