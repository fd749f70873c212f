"""Minimax regret: where chances cannot be trusted, the option one could least come to regret."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    NamedGrounds,
    Need,
    Reason,
    Standing,
    attained,
    shared_facts,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    all_of,
    any_of,
    greatest,
    greatest_where,
    minus,
    negated,
    never,
    positive,
)

REGRET = "regret"


@theory
class MinimaxRegret:
    """Where chances are not known, keep small what one may lose by not having chosen otherwise.

    1. A state of the world says of every belief that no option settles whether it holds. It is
       credible if it is possible and at least ε times as likely as the likeliest state. All
       combinations are gone through: 2 to the power of the number of beliefs, at most 12.
    2. The regret of o in state s is what the best option there would have brought more:
       max over p of U(p|s) - U(o|s), in the scenario's unit. What is the same under every option in a
       state is left out there.
    3. The score of o is minus its greatest regret over credible states; the greatest score is right.
    Regret depends on what else is on the menu.
    """

    about: ClassVar[About] = About(
        id="minimax-regret",
        name="Minimax regret",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.ORDER,
        standing=Standing.DECISION_RULE,
        formula="-max over credible states s of (max over p of U(p|s) - U(o|s))",
        reads=(
            "the consequences of the act",
            "states of the world",
            "party weights",
            "the discount",
        ),
        sources=("savage-1951",),
        objections=(
            "Adding an option that no one would take may change what is right (Chernoff 1954).",
            "Differences in utility have not been shown to measure regret (Luce and Raiffa 1957).",
        ),
        sums=False,
        grounds={REGRET: "would be regretted most{facts}: {where} would bring {amount} more"},
        caveats=(
            "It depends on what else is on the menu: an option no one would take may change it.",
            NamedGrounds(REGRET, "of {option} against {where}", "The greatest regret is {options}."),
        ),
    )
    credible: Annotated[
        Quantity,
        Interval(
            0.0, 0.5, "ε: a state less likely than this share of the likeliest is left out (our figure)"
        ),
    ] = 0.01

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.states), "no consequence depends on a state of the world")

    def judge(self, case: Case) -> Iterator[Judgement]:
        credible = case.credible(self.credible)
        best = [greatest(*world.apart.values()) for world in case.worlds]
        regrets = {
            act.id: [minus(top, world.apart[act.id]) for world, top in zip(case.worlds, best, strict=True)]
            for act in case.acts
        }
        for act in case.acts:
            most = greatest_where(regrets[act.id], credible)
            binds = attained(regrets[act.id], most, credible)
            yield Judgement(act.id, -most, reasons=tuple(_reasons(act, case, most, binds, regrets)))


def _reasons(
    act: Act, case: Case, most: Quantity, binds: list[Truth], regrets: Mapping[str, list[Quantity]]
) -> Iterator[Reason]:
    """Yield as reasons the options against which it would be regretted most, and the facts of that state."""
    some = positive(most)
    binding = [(place, bound) for place, bound in enumerate(binds) if not never(bound)]
    for p in case.acts:
        if p is not act:
            leads = [all_of(bound, negated(positive(regrets[p.id][place]))) for place, bound in binding]
            holds = all_of(some, any_of(*leads))  # the best option in a state has no regret there
            if not never(holds):
                yield Reason("binding", REGRET, p.address, most, holds=holds)
    yield from shared_facts(case.worlds, binds, given=some)
