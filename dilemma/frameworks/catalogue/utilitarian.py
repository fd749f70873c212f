"""Utilitarianism: the best expected sum, everyone counted alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    ImpersonalShare,
    Judgement,
    Need,
    Standing,
    lists_a_consequence,
    terms_of_total,
    theory,
)


@theory
class Utilitarian:
    """The right act is the one whose expected consequences are best, counting everyone alike.

    1. For every consequence an option lists, multiply its chance, how many it strikes and what it
       is worth to one of them: e(o,c), in the scenario's unit.
    2. Add these up: U(o) = Σ e(o,c), without what is worth the same under every option. A party's
       weight other than 1, or a discount, is a departure from impartiality that the file makes.
    3. The option with the greatest U(o) is right.
    """

    about: ClassVar[About] = About(
        id="utilitarian",
        name="Utilitarian",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.CARDINAL,
        standing=Standing.COMPREHENSIVE,
        formula="U(o) = Σ chance × P(when) × discount × weight × number × value",
        reads=(
            "the consequences of the act",
            "party weights",
            "the discount",
        ),
        sources=("bentham-1789", "mill-1863", "sidgwick-1907"),
        objections=(
            "It overlooks the separateness of persons: one loses, another gains (Rawls 1971).",
            "It may require acting against one's deepest commitments (Williams 1973).",
        ),
        caveats=(ImpersonalShare(),),
        limits=("One enormous gain, however unlikely, can win a sum (Bostrom 2009).",),
        ranks_by="U(o)",
        linear=True,
        expected_value=True,
    )

    def needs(self, case: Case) -> Iterator[Need]:
        yield lists_a_consequence(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            yield Judgement(act.id, score=case.totals[act.id], reasons=terms_of_total(case, act))
