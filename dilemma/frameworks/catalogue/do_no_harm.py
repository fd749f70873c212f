"""Do no harm: the agent harms no one who has not agreed to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case, Effect, Harm
from dilemma.frameworks import (
    HARMS_DONE,
    SET_OFF,
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Standing,
    Test,
    exceeds_bar,
    ground,
    set_off,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, Truth, all_of, choose, negated, never, positive, total

NOT_OFFSET = "Benefits to other people do not cancel harm that is done."


@theory
class DoNoHarm:
    """Whatever good may come of it, do not harm people who have not agreed to it.

    1. D(o,c) is the harm an option itself does, in the scenario's unit: what would not have happened
       anyway under the baseline, less the harm from which it saves the same people.
    2. `harms-done`: of people other than the agent, whatever their weight and whether or not they are
       liable, no more than η are to be expected to suffer such harm without having agreed to it. η is
       in the unit in which the file counts.
    3. What passes is permitted. The figure, minus the sum of D(o,c) over such harms, is for reading.
    """

    about: ClassVar[About] = About(
        id="do-no-harm",
        name="Do no harm",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="permitted if Σ h · P(when) · n <= η over harms done, D > 0, to people who have not agreed",
        reads=(
            "the consequences of the act: done or allowed, consent",
            "who the agent is",
            "party sizes",
            "the discount",
            "the baseline",
        ),
        sources=("lindner-2017", "shiffrin-1999"),
        objections=(
            "Between harming and allowing harm there is no moral difference in itself (Rachels 1975).",
            "Nearly all we do harms someone somehow, so that it paralyses (MacAskill and Mogensen 2021).",
        ),
        tests=(HARMS_DONE,),
        terms={"harm": "{where} is harm done: {amount}"},
        grounds=SET_OFF,
        limits=(
            NOT_OFFSET,
            "Harm that a person refuses to be saved from is not its matter: his refusal is a duty.",
        ),
    )
    negligible: Annotated[
        Quantity,
        Interval(
            0.0,
            1.0,
            "η: the expected number harmed, in the file's unit of count, that is too slight",
        ),
    ] = 1e-6

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.struck_people), "no option lists a consequence for people")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            harms = [(effect, harm, counts) for effect, harm, counts in _harms(act, case)]
            struck = total(
                choose(counts, effect.likelihood * effect.members, 0.0) for effect, _, counts in harms
            )
            too_many = exceeds_bar(struck, self.negligible)
            terms = [
                term("harm", e.address, choose(counts, 0.0 - harm.done, 0.0), e.party.id, holds=counts)
                for e, harm, counts in harms
            ]
            grounds = [
                ground(HARMS_DONE.id, "harm-done", e.address, holds, harm.done)
                for e, harm, counts in harms
                if not never(holds := all_of(counts, too_many))
            ]
            yield Judgement(
                act.id,
                sum_of(terms),
                (Test(HARMS_DONE.id, negated(too_many)),),
                (*grounds, *set_off(act, case), *terms),
                notes=(Note(NOT_OFFSET, too_many),),
            )


def _harms(act: Act, case: Case) -> Iterator[tuple[Effect, Harm, Truth]]:
    """Yield the harms done to people other than the agent, and whether each is done and not agreed to."""
    for effect in act.effects:
        harm = case.harm(effect)
        counts = all_of(positive(harm.done), negated(harm.consented))
        if effect.party.is_people and not effect.party.agent and not never(counts):
            yield effect, harm, counts
