"""Ross's pluralism: duties and goods weighed together, harming worse than failing to benefit."""

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
    RestatedTable,
    Standing,
    term,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, positive, total


@theory
class Rossian:
    """Several duties bind prima facie; the act is right whose balance of them is greatest.

    1. Duties declared in the file: exchange · Σ w · g, positive where kept, negative where infringed.
    2. Beneficence and non-maleficence are the consequences themselves: U(o).
    3. Not to harm is more stringent than to benefit: harm the act itself does counts ν times, so
       (ν - 1) · Σ weight · D(o,c) is taken off. D is what the act does beyond what the baseline would
       have let happen anyway, consented to or not.
    4. The option with the greatest sum is the duty proper. What is infringed leaves a residue: the
       duty was outweighed, not cancelled.
    """

    about: ClassVar[About] = About(
        id="rossian",
        name="Ross's duties",
        family=Family.DEONTOLOGICAL,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="exchange · Σ w · g + U(o) - (ν - 1) · Σ weight · harm done",
        reads=(
            "duties: weight and degree",
            "the exchange",
            "the consequences of the act, done or allowed",
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

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.duties), "no duty is declared")

    def judge(self, case: Case) -> Iterator[Judgement]:
        surcharge = self.nonmaleficence - 1.0
        for act in case.acts:
            duties = case.exchange * total([d.weight * d.degree for d in act.obligations])
            harm = total([effect.party.weight * effect.harm_done for effect in act.harms])
            score = duties + case.totals[act.id] - surcharge * harm
            reasons = (*_duty_terms(act, case.exchange), *terms_of_total(act), *_harms(act, surcharge))
            yield Judgement(act.id, score, reasons=reasons)


def _duty_terms(act: Act, exchange: Quantity) -> list[Reason]:
    """Return a term for each declared duty, kept or infringed."""
    return [term("duty", d.address, exchange * d.weight * d.degree) for d in act.obligations]


def _harms(act: Act, surcharge: Quantity) -> Iterator[Reason]:
    """Yield the terms that are subtracted for harm the act does."""
    for effect in act.harms:
        amount = -(surcharge * effect.party.weight * effect.harm_done)
        done = positive(effect.harm_done)
        yield term("nonmaleficence", effect.address, amount, effect.party.id, holds=done)
