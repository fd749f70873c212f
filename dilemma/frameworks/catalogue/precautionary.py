"""Precaution: where chances cannot be trusted, the best worst case (maximin)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    exceeds_bar,
    shared_facts,
    sum_of,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    at_least,
    choose,
    greatest,
    greatest_where,
    least_where,
    magnitude,
    minus,
    negated,
    never,
    positive,
    total,
)

TAIL = "tail"


@theory
class Precautionary:
    """Where the chances of the states of the world are not known, secure the best worst case.

    1. A state of the world says of every belief that no option settles whether it holds. It is
       credible if it is possible and at least ε times as likely as the likeliest state. All
       combinations are gone through: 2 to the power of the number of beliefs, at most 12.
    2. U(o|s) is the expected total of o in state s, in the scenario's unit: the chances left are
       those of events, which depend on what is chosen.
    3. The score of o is its worst, min U(o|s) over credible states; the greatest score is right.
    4. Catastrophes of low chance (tag `tail`) come first where they are a realistic possibility, of
       a probability of at least r: the option with the greatest Σ e over them, and the worst case
       between equals. But not if avoiding them makes the worst case worse by more than the
       greatest of these catastrophes would be, if it came.
    """

    about: ClassVar[About] = About(
        id="precautionary",
        name="Precaution",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.DECISION_RULE,
        formula="min U(o|s) over credible states s; first Σ e over tails with h · P >= r",
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
            TAIL: "{where}, a catastrophe of low chance, counts {amount} before the worst case",
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
        Interval(
            0.0, 0.5, "ε: a state less likely than this share of the likeliest is left out (our figure)"
        ),
    ] = 0.01

    remote: Annotated[
        Quantity,
        Interval(
            0.0, 0.5, "r: a catastrophe less probable than this is no realistic possibility (our figure)"
        ),
    ] = 1e-5

    def needs(self, case: Case) -> Iterator[Need]:
        doubtful = bool(case.states) or any(map(_tail, case.acts))
        missing = f"no consequence depends on a state of the world, and none is a rare catastrophe ({TAIL})"
        yield Need(doubtful, missing)

    def judge(self, case: Case) -> Iterator[Judgement]:
        credible = case.credible(self.credible)
        outcomes = {act.id: [world.totals[act.id] for world in case.worlds] for act in case.acts}
        worst = {id: least_where(amounts, credible) for id, amounts in outcomes.items()}
        tails = {act.id: self._catastrophes(act, case) for act in case.acts}
        marked = any(map(_tail, case.acts))
        expected = {id: sum_of(reasons) for id, reasons in tails.items()}
        first = negated(self._too_dear(case, expected, worst)) if marked else False
        for act in case.acts:
            lowest = worst[act.id]
            binds = attained(outcomes[act.id], lowest, credible)
            caught = [reason._replace(holds=all_of(reason.holds, first)) for reason in tails[act.id]]
            order = (choose(first, expected[act.id], 0.0), lowest) if marked else ()
            yield Judgement(
                act.id, lowest, reasons=(*caught, *_worst_case(act, case, lowest, binds)), order=order
            )

    def _catastrophes(self, act: Act, case: Case) -> tuple[Reason, ...]:
        """Return a reason for each catastrophe that is a realistic possibility and not common to all."""
        found = []
        for effect in _tail(act):
            holds = all_of(case.differs(effect), self._realistic(effect))
            if not never(holds):
                amount = choose(holds, effect.contribution, 0.0)
                found.append(
                    Reason("binding", TAIL, effect.address, amount, holds=holds, party=effect.party.id)
                )
        return tuple(found)

    def _realistic(self, effect: Effect) -> Truth:
        """Return whether a catastrophe is possible and at least as probable as the bar."""
        short = exceeds_bar(self.remote, effect.likelihood)
        return all_of(positive(effect.likelihood), negated(short))

    def _too_dear(self, case: Case, expected: Mapping[str, Quantity], worst: Mapping[str, Quantity]) -> Truth:
        """Return whether avoiding the catastrophes costs more in the worst case than they would."""
        largest = greatest(0.0, *[self._magnitude(act, case) for act in case.acts])
        safest = greatest(*expected.values())
        safe = [at_least(amount, safest) for amount in expected.values()]
        secured = greatest_where(list(worst.values()), safe)
        return above(minus(greatest(*worst.values()), secured), largest)

    def _magnitude(self, act: Act, case: Case) -> Quantity:
        """Return the size of an option's realistic catastrophes, if they came: Σ w · n · |v|."""
        return total(
            choose(
                all_of(case.differs(effect), self._realistic(effect)),
                effect.party.weight * effect.members * magnitude(effect.value),
                0.0,
            )
            for effect in _tail(act)
        )


def _tail(act: Act) -> list[Effect]:
    return [effect for effect in act.effects if TAIL in effect.tags]


def _worst_case(act: Act, case: Case, worst: Quantity, binds: list[Truth]) -> Iterator[Reason]:
    """Yield as reasons the worst case and the facts that hold in it."""
    yield Reason("binding", "worst", act.address, worst)
    yield from shared_facts(case.worlds, binds, given=True)
