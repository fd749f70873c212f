"""Virtue: what someone of good character would do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Fact,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    RestatedGrounds,
    RestatedTable,
    Standing,
    TestWords,
    none_of,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, all_of, at_least, positive

TEST = "base-act"


@theory
class Virtue:
    """The right act is what a virtuous person would characteristically do.

    1. The file says how far each option expresses a virtue (1) or its vice (-1). That is perceived,
       not computed; the theory restates the author's perception.
    2. `base-act`: no virtue that counts is at or below -β. Some acts have no mean: their very names
       imply baseness (EN 1107a8).
    3. Among what passes, the greatest Σ w · degree is right. It is an order, not a quantity.
    If nothing passes the dilemma is tragic: even a virtuous person cannot come out with a life unmarred.
    """

    about: ClassVar[About] = About(
        id="virtue",
        name="Virtue",
        family=Family.VIRTUE,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="no virtue at or below -β; then Σ w · degree",
        reads=("virtues: weight and degree",),
        sources=("aristotle-ne", "hursthouse-1999", "foot-2001"),
        objections=(
            "It tells us what to be, not which act to do (Louden 1984).",
            "How people act is swayed more by situation than by character (Doris 1998).",
        ),
        tests=(TestWords(TEST, "base act", "base", passed="does nothing base in itself"),),
        grounds={"base": "{where} (degree {amount}) has no mean: it is base in itself"},
        permits_none=(
            "Permits none: tragic in Hursthouse's sense. Even one of good character cannot come out of it "
            "with a life unmarred."
        ),
        restates=(
            RestatedTable(
                "virtues",
                one="one virtue, its weight and degrees",
                several="{count} virtues, their weights and degrees",
                places="virtues, options.*.virtues",
            ),
            RestatedGrounds(),
        ),
    )
    base: Annotated[
        Quantity, Interval(0.0, 1.0, "β: how far towards a vice an act must go to be base", above_low=True)
    ] = 1.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.virtues), "no virtue is declared")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            test, grounds = none_of(TEST, self._base(act))
            terms = [term("virtue", trait.address, trait.weight * trait.degree) for trait in act.traits]
            yield Judgement(act.id, sum_of(terms), (test,), (*grounds, *terms))

    def _base(self, act: Act) -> Iterator[Fact]:
        for trait in act.traits:
            holds = all_of(positive(trait.weight), at_least(-self.base, trait.degree))
            yield "base", trait.address, holds, trait.degree
