"""Maximin precaution: where chances cannot be trusted, the best worst case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Act, Case, Effect
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Standing,
    attained,
    shared_facts,
    theory,
)
from dilemma.quantity import Quantity, Truth, least_where, total

TAIL = "tail"


@theory
class Precautionary:
    """Where the chances of the states of the world are not known, secure the best worst case.

    1. A state of the world says of every belief that no option settles whether it holds. It is
       credible if each of its beliefs has, as it has it there, a probability above 0 and at least ε.
       All combinations are gone through: 2 to the power of the number of beliefs, at most 12.
    2. U(o|s) is the expected total of o in state s, in the scenario's unit: the chances left are
       those of events, which depend on what is chosen.
    3. The score of o is its worst, min U(o|s) over credible states; the greatest score is right.
    4. Where the file marks catastrophes of low chance (tag `tail`), their expected sum Σ e comes
       first, and the worst case decides between options equal in it.
    """

    about: ClassVar[About] = About(
        id="precautionary",
        name="Maximin precaution",
        short="Precaution",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.DECISION_RULE,
        formula="min U(o|s) over credible states s; first Σ e over what is tagged tail",
        reads=(
            "the consequences of the act",
            "states of the world",
            "what is tagged as a tail",
            "party weights",
            "the discount",
        ),
        sources=("wald-1950", "gardiner-2006"),
        objections=(
            "It lets an improbable worst case outweigh great and near-certain gains (Harsanyi 1975).",
            "Every course risks some catastrophe, so that taken alone it paralyses (Sunstein 2005).",
        ),
        sums=False,
        grounds={
            TAIL: "{where}, a catastrophe of low chance, counts {amount} before all else",
            "worst": "at worst {amount}{facts}",
        },
        caveats=(
            (
                "Maximin is defensible where chances are not to be trusted, little is to be gained above the "
                "minimum it secures, and the worst cases of what it rejects are unacceptable."
            ),
        ),
    )
    credible: Annotated[
        Quantity,
        Interval(0.0, 0.5, "ε: the probability below which a state is left out (our figure)"),
    ] = 0.01

    def needs(self, case: Case) -> Iterator[Need]:
        doubtful = bool(case.states) or any(map(_tail, case.acts))
        yield Need(doubtful, f"no consequence depends on a state of the world, and none is tagged {TAIL}")

    def judge(self, case: Case) -> Iterator[Judgement]:
        credible = case.credible(self.credible)
        tails = {act.id: _tail(act) for act in case.acts}
        marked = any(tails.values())
        for act in case.acts:
            outcomes = [world.totals[act.id] for world in case.worlds]
            worst = least_where(outcomes, credible)
            binds = attained(outcomes, worst, credible)
            tail = tails[act.id]
            yield Judgement(
                act.id,
                worst,
                reasons=(*_catastrophes(tail), *_worst_case(act, case, worst, binds)),
                order=(total([effect.contribution for effect in tail]), worst) if marked else (),
            )


def _tail(act: Act) -> list[Effect]:
    return [effect for effect in act.effects if TAIL in effect.tags]


def _catastrophes(tail: list[Effect]) -> Iterator[Reason]:
    """Yield as reasons the consequences that are marked as catastrophes."""
    for effect in tail:
        yield Reason("binding", TAIL, effect.address, effect.contribution, party=effect.party.id)


def _worst_case(act: Act, case: Case, worst: Quantity, binds: list[Truth]) -> Iterator[Reason]:
    """Yield as reasons the worst case and the facts that hold in it."""
    yield Reason("binding", "worst", act.address, worst)
    yield from shared_facts(case.worlds, binds, given=True)
