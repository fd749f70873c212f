"""Do no harm: the agent harms no one who has not agreed to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case, Effect
from dilemma.frameworks import (
    HARMS_DONE,
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    none_of,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, Truth, above, all_of, any_of, choose, negated, positive


@theory
class DoNoHarm:
    """Whatever good may come of it, do not harm people who have not agreed to it.

    1. D(o,c) is the harm an option itself does, in the scenario's unit: what would not have happened
       anyway under the baseline, and is not merely allowed.
    2. `harms-done`: no people, whatever their weight and whether or not they are liable, are done
       harm they have not agreed to with a likelihood above η.
    3. What passes is permitted. The figure, minus the sum of D(o,c) over such harms, is for reading.
    """

    about: ClassVar[About] = About(
        id="do-no-harm",
        name="Do no harm",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="permitted if D(o,c) = 0 for all people who have not agreed, where h · P(when) > η",
        reads=(
            "the consequences of the act: done or allowed, consent",
            "the discount",
            "the baseline",
        ),
        sources=("lindner-2017",),
        objections=(
            "Between harming and allowing harm there is no moral difference in itself (Rachels 1975).",
            "Nearly all we do harms someone somehow, so that it paralyses (MacAskill and Mogensen 2021).",
        ),
        tests=(HARMS_DONE,),
        terms={"harm": "{where} is harm done: {amount}"},
        caveats=(
            (
                "Stricter than nonmaleficence in medicine, which weighs a patient's harms against their "
                "benefits."
            ),
        ),
    )
    negligible: Annotated[
        Quantity,
        Interval(0.0, 1.0, "η: the risk of harm that is not held against an act"),
    ] = 0.0

    def needs(self, case: Case) -> Iterator[Need]:
        some = any(effect.party.is_people for effect in case.in_use)
        yield Need(some, "no option lists a consequence for people")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            harms = [(effect, self._counts(effect)) for effect in _unagreed(act)]
            test, grounds = none_of(
                HARMS_DONE.id,
                [("harm-done", effect.address, counts, effect.harm_done) for effect, counts in harms],
            )
            terms = [
                term("harm", e.address, choose(counts, -e.harm_done, 0.0), e.party.id, holds=counts)
                for e, counts in harms
            ]
            yield Judgement(act.id, sum_of(terms), (test,), (*grounds, *terms))

    def _counts(self, effect: Effect) -> Truth:
        """Whether harm is done at more than a negligible risk; at η = 0 no risk is negligible."""
        likely = any_of(negated(positive(self.negligible)), above(effect.likelihood, self.negligible))
        return all_of(positive(effect.harm_done), likely)


def _unagreed(act: Act) -> list[Effect]:
    """Return the harms done to people who have not agreed to them."""
    return [effect for effect in act.harms if effect.party.is_people and not effect.consented]
