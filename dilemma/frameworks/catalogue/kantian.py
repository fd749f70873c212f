"""Kantian ethics: no absolute duty violated, no one used merely as a means."""

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
    Standing,
    TestWords,
    none_of,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import Quantity, any_of

LAW, HUMANITY = "absolute-duties", "humanity"
USING = ("means", "end")  # roles in which a wrong is part of the plan


@theory
class Kantian:
    """Act only on maxims that could be universal law, and never treat a person merely as a means.

    1. `absolute-duties`: no absolute duty is violated (degree below -`grave`). That a maxim cannot be
       universal law is not computed: it is the author's marking of a duty as absolute.
    2. `humanity`: no person is harmed, without consent, as a means or an end; no duty owed to people
       is violated as a means or an end; and the plan needs no one who is deceived or coerced.
    3. What passes is permitted; the theory does not choose between permitted options. The figure
       Σ w · g over all duties is for reading only.
    """

    about: ClassVar[About] = About(
        id="kantian",
        name="Kantian",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="permitted if no absolute duty is violated and no one is used merely as a means",
        reads=(
            "duties: kind, degree, role, to whom owed",
            "the consequences of the act: role and consent",
            "whom the plan uses",
        ),
        sources=("kant-1785", "kant-1797"),
        objections=(
            "It forbids a lie even to a murderer at the door (Constant 1797).",
            "How a maxim is described decides what it forbids (Anscombe 1958).",
        ),
        tests=(
            TestWords(LAW, "duty", "duty", passed="violates no absolute duty"),
            TestWords(HUMANITY, "humanity", "humanity", passed="uses no one merely as a means"),
        ),
        grounds={"uses": "needs {where}, who have not agreed and could not"},
        permits_none=(
            "Permits none: two grounds of obligation collide. Kant holds that one of them is then no duty: "
            "look at the file again."
        ),
        caveats=(
            "That a maxim cannot be universal law is not computed: it is the file's marking of a duty.",
        ),
        restates=(RestatedGrounds(),),
    )
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        used = any_of(*[e.is_harm for act in case.acts for e in act.aims if e.party.is_people])
        declared = bool(case.duties) or any(act.uses for act in case.acts)
        missing = "no duty is declared, no one is used, and no person is harmed as a means or an end"
        yield Need(any_of(declared, used), missing)

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            law, violations = none_of(LAW, self._violations(act))
            humanity, uses = none_of(HUMANITY, self._uses(act))
            terms = [term("duty", duty.address, duty.weight * duty.degree) for duty in act.obligations]
            yield Judgement(act.id, sum_of(terms), (law, humanity), (*violations, *uses, *terms))

    def _violations(self, act: Act) -> Iterator[Fact]:
        for duty in act.obligations:
            if duty.absolute:
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _uses(self, act: Act) -> Iterator[Fact]:
        for effect in act.aims:
            if effect.party.is_people:
                yield f"harm-as-{effect.role}", effect.address, effect.is_harm, effect.unweighted
        for duty in act.obligations:
            if duty.role in USING and duty.owed_to is not None and duty.owed_to.is_people:
                yield f"wrong-as-{duty.role}", duty.address, duty.violated(self.grave), duty.degree
        if act.uses:
            yield "uses", f"{act.address}.uses", True, None
