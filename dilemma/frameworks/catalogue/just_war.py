"""Conduct in war: distinction, proportionality and precautions in attack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Fact,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Reason,
    Rival,
    Standing,
    Test,
    TestWords,
    no_gentler_way,
    none_of,
    terms_of_total,
    theory,
)
from dilemma.quantity import (
    Quantity,
    all_of,
    any_of,
    at_least,
    equal,
    magnitude,
    never,
    total,
)

DISTINCTION, PROPORTIONALITY, PRECAUTIONS = "distinction", "proportionality", "precautions"
ADVANTAGE = "military-advantage"
LAW_OF_WAR = "law-of-war"


class _Conduct(NamedTuple):
    """An option's test of distinction, its military advantage and the harm it does to civilians."""

    act: Act
    distinction: Test
    grounds: tuple[Reason, ...]
    advantage: Quantity
    harm: Quantity


@theory
class JustWar:
    """In war, civilians may not be attacked, nor harmed out of proportion, nor without due care.

    1. `distinction`: no bad effect on civilians is a means or an end, consented or not, and no
       absolute duty of the law of war is violated. In doubt, people count as civilians.
    2. `proportionality`: harm done to civilians, H(o) = Σ D, is at most κ times the military
       advantage over the baseline, A(o) = Σ (e° - e° of the baseline) over what is tagged so.
    3. `precautions`: no other option that passes distinction gains nearly as much,
       A(p) >= A(o) - ε · |A(o)|, with less harm to civilians.
    What passes is permitted. It says nothing on whether the war is just.
    """

    about: ClassVar[About] = About(
        id="just-war",
        name="Conduct in war",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="no civilian is targeted, H(o) <= κ · A(o), and no gentler way gains nearly as much",
        reads=(
            "who is a combatant",
            "the consequences of the act: role, done or allowed",
            "what is tagged as military advantage",
            "duties: kind, basis, degree",
            "the discount",
            "the baseline",
        ),
        sources=("additional-protocol-1977", "walzer-1977"),
        objections=(
            "Whether harm is proportionate cannot be told apart from the justice of the aim (McMahan 2009).",
            "How to weigh civilian harm against military advantage is left to judgement (Hurka 2005).",
        ),
        tests=(
            TestWords(
                DISTINCTION, "distinction", "distinct.", passed="makes no civilian the object of attack"
            ),
            TestWords(
                PROPORTIONALITY,
                "proportionality",
                "proport.",
                passed=(
                    "harm to civilians ({amount}) is within what its military advantage allows ({against})"
                ),
                failed="harm to civilians ({amount}) exceeds what its military advantage allows ({against})",
                nought="does no harm to civilians",
            ),
            TestWords(
                PRECAUTIONS,
                "precautions",
                "precaut.",
                passed="no other option gains nearly as much with less harm to civilians",
                failed=(
                    "{rivals} {gains|gain} nearly as much with less harm to civilians "
                    "(down to {against}, not {amount})"
                ),
            ),
        ),
        grounds={"gentler": "{where} gains nearly as much with less harm ({less}, not {more})"},
        caveats=("It says nothing on whether the war is just.",),
    )
    ratio: Annotated[
        Quantity,
        Interval(0.0, 10.0, "κ: the harm to civilians allowed per unit of military advantage"),
    ] = 1.0
    slack: Annotated[
        Quantity,
        Interval(0.0, 1.0, "ε: the share of the advantage by which a gentler way may fall short"),
    ] = 0.1
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        marked = any(party.combatant is not None for party in case.parties.values())
        yield Need(marked, "no party says whether it is a combatant")
        sought = any(ADVANTAGE in effect.tags for effect in case.in_use)
        yield Need(sought, f"no consequence is tagged {ADVANTAGE}")

    def judge(self, case: Case) -> Iterator[Judgement]:
        conducts = [self._conduct(act, case) for act in case.acts]
        for conduct in conducts:
            precautions, gentler = self._precautions(conduct, conducts)
            yield Judgement(
                conduct.act.id,
                score=case.totals[conduct.act.id],
                tests=(conduct.distinction, self._proportionality(conduct), precautions),
                reasons=(*conduct.grounds, *gentler, *terms_of_total(conduct.act)),
            )

    def _conduct(self, act: Act, case: Case) -> _Conduct:
        distinction, grounds = none_of(DISTINCTION, self._attacks(act))
        gains = [c.unweighted for c in case.changes[act.id] if ADVANTAGE in c.effect.tags]
        harms = [effect.harm_done for effect in act.harms if effect.party.civilian]
        return _Conduct(act, distinction, grounds, advantage=total(gains), harm=total(harms))

    def _attacks(self, act: Act) -> Iterator[Fact]:
        for effect in act.aims:
            if effect.party.civilian:
                yield f"harm-as-{effect.role}", effect.address, effect.is_bad, effect.unweighted
        for duty in act.obligations:
            if duty.absolute and LAW_OF_WAR in duty.basis:
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _proportionality(self, conduct: _Conduct) -> Test:
        allowed = self.ratio * conduct.advantage
        passed = any_of(equal(conduct.harm, 0.0), at_least(allowed, conduct.harm))
        return Test(PROPORTIONALITY, passed, conduct.harm, allowed)

    def _precautions(self, conduct: _Conduct, conducts: list[_Conduct]) -> tuple[Test, tuple[Reason, ...]]:
        """Return the test on precautions, with its grounds.

        No rival that respects distinction may gain nearly as much with less harm to civilians. An option
        that harms no civilian passes, because no rival can harm fewer.
        """
        enough = conduct.advantage - self.slack * magnitude(conduct.advantage)
        rivals = [
            Rival(
                rival.act.address,
                all_of(rival.distinction.passed, at_least(rival.advantage, enough)),
                rival.harm,
            )
            for rival in conducts
            if rival is not conduct and not never(rival.distinction.passed)
        ]
        return no_gentler_way(PRECAUTIONS, conduct.harm, rivals)
