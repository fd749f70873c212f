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
from dilemma.quantity import Quantity, all_of, at_least, greatest, positive

TEST = "base-act"


@theory
class Virtue:
    """The right act is what a virtuous person would characteristically do.

    1. The file says how far each option expresses a virtue (1) or its vice (-1). That is perceived,
       not computed; the theory restates the author's perception.
    2. `base-act`: no major virtue is at or below -β, that is, none whose weight is at least `major`
       times the greatest of those that some option touches. Some acts have no mean: their very
       names imply baseness (EN 1107a8).
    3. Among what passes, the greatest Σ w · degree is right. It is an order, not a quantity.
    If nothing passes the dilemma is tragic: even a virtuous person cannot come out with a life unmarred.
    """

    about: ClassVar[About] = About(
        id="virtue",
        name="Declared virtues",
        short="Virtues",
        family=Family.VIRTUE,
        gives=Gives.ORDER,
        standing=Standing.COMPREHENSIVE,
        formula="no major virtue at or below -β; then Σ w · degree",
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
        limits=(
            "A degree tells what the act expresses, not its motive alone (Hursthouse 1999).",
            "It computes from degrees that the file declares; to perceive them is the work of the virtuous.",
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
    major: Annotated[
        Quantity,
        Interval(0.0, 1.0, "the share of the greatest weight from which a virtue is a major one"),
    ] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.virtues), "no virtue is declared")

    def judge(self, case: Case) -> Iterator[Judgement]:
        weights = [trait.weight for act in case.acts for trait in act.traits]
        bar = self.major * greatest(0.0, *weights)
        for act in case.acts:
            test, grounds = none_of(TEST, self._base(act, bar))
            terms = [term("virtue", trait.address, trait.weight * trait.degree) for trait in act.traits]
            yield Judgement(act.id, sum_of(terms), (test,), (*grounds, *terms))

    def _base(self, act: Act, bar: Quantity) -> Iterator[Fact]:
        for trait in act.traits:
            is_major = all_of(positive(trait.weight), at_least(trait.weight, bar))
            holds = all_of(is_major, at_least(-self.base, trait.degree))
            yield "base", trait.address, holds, trait.degree
