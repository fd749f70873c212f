"""Rights: what is owed to someone, as their claim, may not be traded away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dilemma.case import Act, Case
from dilemma.frameworks import (
    HARMS_DONE,
    About,
    Fact,
    Family,
    Gives,
    Judgement,
    Need,
    RestatedDuties,
    Standing,
    TestWords,
    none_of,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import never, positive

CLAIMS = "claims"  # the test
CLAIM = "claim"  # the key of its grounds


@theory
class Rights:
    """A right is a claim that others' gains do not outweigh; only its holder may waive it.

    1. `claims`: no duty that the file says is owed to someone is infringed, unless those it is owed
       to have waived it. Whether it outweighs is not asked.
    2. `harms-done`: no people, whatever their weight, are done harm that would not have happened
       anyway, unless they have agreed or are liable to it (a right may be forfeited).
    3. What passes is permitted. The figure, minus Σ weight · |degree| over claims infringed, is for
       reading.
    """

    about: ClassVar[About] = About(
        id="rights",
        name="Rights",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="permitted if no unwaived claim is infringed and no one is done harm unagreed and not liable",
        reads=(
            "duties: to whom owed, degree, whether waived",
            "the consequences of the act: done or allowed, consent and liability",
            "the discount",
            "the baseline",
        ),
        sources=("nozick-1974", "shue-1980", "thomson-1990"),
        objections=(
            "To forbid violating a right even to prevent more violations seems irrational (Scheffler 1982).",
            "Rights conflict, and none says which is to yield (Waldron 1989).",
        ),
        tests=(TestWords(CLAIMS, "claims", "claims", passed="infringes no one's claim"), HARMS_DONE),
        grounds={CLAIM: "infringes {where}, which is owed to someone as their claim"},
        terms={CLAIM: "infringing {where} counts {amount}"},
        permits_none="Permits none: rights conflict here, and it does not say which is to yield.",
        restates=(
            RestatedDuties(
                CLAIM,
                "This restates judgements in the file: that {duties} is owed to someone, and infringed.",
            ),
        ),
    )

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.claims), "no duty says whom it is owed to")

    def judge(self, case: Case) -> Iterator[Judgement]:
        for act in case.acts:
            claims = [
                (duty, duty.infringed)
                for duty in act.obligations
                if duty.owed_to is not None and not duty.waived
            ]
            broken = [(duty, holds) for duty, holds in claims if not never(holds)]
            kept, infringed = none_of(CLAIMS, [(CLAIM, d.address, holds, d.degree) for d, holds in broken])
            unharmed, harms = none_of(HARMS_DONE.id, _harms(act))
            terms = [term(CLAIM, d.address, -d.breach, holds=holds) for d, holds in broken]
            yield Judgement(act.id, sum_of(terms), (kept, unharmed), (*infringed, *harms, *terms))


def _harms(act: Act) -> Iterator[Fact]:
    """Yield the harms done to people who are neither liable to them nor have agreed."""
    for effect in act.harms:
        if effect.party.is_people and not effect.party.liable and not effect.consented:
            yield "harm-done", effect.address, positive(effect.harm_done), effect.harm_done
