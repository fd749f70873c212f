"""Rule utilitarianism: the option whose rule would do best if generally accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    sum_of,
    theory,
)
from dilemma.quantity import Quantity


@theory
class RuleUtilitarian:
    """The right act follows the rule whose general acceptance would have the best consequences.

    1. For every option, take what would follow, per decision of this kind, if the rule it acts on
       were generally accepted: the consequences of scope `rule`.
    2. Add their expected values: Σ e(o,c), in the scenario's unit, without what is worth the same
       under every option.
    3. Add α times the act's own total U(o); at the default α = 0 the act's own effects do not count.
    4. The option with the greatest sum is right.
    """

    about: ClassVar[About] = About(
        id="rule-utilitarian",
        name="Rule utilitarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="Σ e over consequences of scope rule + α · U(o)",
        reads=(
            "what general acceptance of the rule would bring",
            "the consequences of the act, where α is above 0",
            "party weights",
            "the discount",
        ),
        sources=("brandt-1979", "hooker-2000"),
        objections=(
            "Keeping a rule where breaking it would do more good is rule worship (Smart 1956).",
            "Refined enough, the best rule asks for what act utilitarianism asks (Lyons 1965).",
        ),
        terms={"practice": "as a general rule, {where} counts {amount}"},
        linear=True,
    )
    act: Annotated[Quantity, Interval(0.0, 1.0, "α: how far the act's own consequences count")] = 0.0

    def needs(self, case: Case) -> Iterator[Need]:
        some = any(act.practice for act in case.acts)
        yield Need(some, "no option lists a consequence whose scope is a rule: that everyone acts so")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            practice = case.terms_of(act.practice, "practice")
            own = case.terms_of(act.effects, times=self.act)
            score = sum_of(practice) + self.act * case.totals[act.id]
            yield Judgement(act.id, score, reasons=(*practice, *own))
