"""Conduct in war: distinction, proportionality and precautions in attack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from dilemma.case import ADVANTAGE, Act, Case, Effect
from dilemma.frameworks import (
    About,
    Comparison,
    Fact,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Reason,
    Rival,
    Standing,
    Test,
    TestWords,
    lists_a_consequence,
    none_of,
    terms_of_total,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    always_zero,
    any_of,
    at_least,
    choose,
    greatest,
    magnitude,
    minus,
    negated,
    negative,
    never,
    positive,
    total,
)

DISTINCTION, PROPORTIONALITY, PRECAUTIONS = "distinction", "proportionality", "precautions"
LAW_OF_WAR = "law-of-war"
ATTACKS = ("means", "end", "removes-threat")  # roles by which those who are harmed are attacked
UNTAGGED = "No consequence is tagged military-advantage, so that distinction alone is judged."


class _Conduct(NamedTuple):
    """An option's test of distinction, its military advantage, and the harm it does and allows."""

    act: Act
    distinction: Test
    grounds: tuple[Reason, ...]
    advantage: Quantity  # A(o), before the baseline's is taken off
    harm: Quantity  # H(o), to civilians
    own: Quantity  # O(o), the losses of fighters that it allows


@theory
class JustWar:
    """In war, civilians may not be attacked, nor harmed out of proportion, nor without due care.

    1. People are civilians to the degree χ that they are not combatants; if the file does not say, they
       are. `distinction`: no one who is a civilian by more than `doubt` is harmed as a means, an end or
       a threat to be removed, consented or not, or used; and no absolute duty of the law of war is
       violated. Where the doubt is whether fighters or civilians are struck, its chance counts too.
    2. `proportionality`: harm done to civilians, H(o) = Σ χ · D₀, is at most κ times the military
       advantage over the baseline, A(o): what is tagged so, in harm to combatants that is done or
       otherwise. Civilians' welfare is no military advantage.
    3. `precautions`: no other option that passes distinction gains nearly as much,
       A(p) >= A(o) - ε · |A(o)|, and spares civilians more than σ times what it costs in own losses.
    What passes is permitted. 2 and 3 are judged where something is tagged, of options that harm
    civilians. It says nothing on whether the war is just.
    """

    about: ClassVar[About] = About(
        id="just-war",
        name="Conduct in war",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="no civilian is attacked, H(o) <= κ · A(o), and no gentler way gains nearly as much",
        reads=(
            "who is a combatant",
            "the consequences of the act: role, done or allowed",
            "what is tagged as military advantage",
            "whom the plan uses",
            "duties: kind, basis, degree",
            "the discount",
            "the baseline",
        ),
        sources=("additional-protocol-1977", "walzer-1977", "hurka-2005", "hcj-769-02"),
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
                unopposed="does no harm to civilians",
                nought="does no harm to civilians",
            ),
            TestWords(
                PRECAUTIONS,
                "precautions",
                "precaut.",
                passed=(
                    "an option with nearly its gain would spare civilians {amount}; its further own losses "
                    "excuse up to {against}"
                ),
                failed=(
                    "{worst} gains nearly as much and spares civilians {amount}; its own losses would "
                    "justify only {against}"
                ),
                unopposed="no other option gains nearly as much with less harm to civilians",
            ),
        ),
        grounds={
            "harm-as-means": "{where} is done by aiming at people who are civilians, or may be",
            "harm-as-end": "{where} is aimed at, of people who are civilians, or may be",
            "harm-as-removes-threat": "{where} is done to people who are civilians, or may be, as a threat",
            "uses": "needs {where}, who are civilians, or may be",
        },
        caveats=("It says nothing on whether the war is just.",),
        limits=("It takes the value of a military advantage from the file, whatever the cause.",),
    )
    ratio: Annotated[
        Quantity,
        Interval(0.0, 10.0, "κ: the harm to civilians allowed per unit of military advantage"),
    ] = 1.0
    slack: Annotated[
        Quantity,
        Interval(0.0, 1.0, "ε: the share of the advantage by which a gentler way may fall short"),
    ] = 0.1
    own: Annotated[
        Quantity,
        Interval(0.0, 10.0, "σ: the harm to civilians that may be caused to spare one unit of own losses"),
    ] = 0.5
    doubt: Annotated[
        Quantity,
        Interval(0.0, 1.0, "the probability of being a civilian above which one may not be attacked"),
    ] = 0.1
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield lists_a_consequence(case)
        marked = any(party.combatant is not None for party in case.parties.values())
        yield Need(marked, "no party says whether it is a combatant")

    def judge(self, case: Case) -> Iterator[Judgement]:
        tagged = any(ADVANTAGE in effect.tags for effect in case.in_use)
        conducts = [self._conduct(act, case) for act in case.acts]
        before = next((one.advantage for one in conducts if one.act is case.baseline), 0.0)
        conducts = [one._replace(advantage=minus(one.advantage, before)) for one in conducts]
        for conduct in conducts:
            tests: tuple[Test, ...] = (conduct.distinction,)
            grounds = conduct.grounds
            if tagged:
                rivals = list(self._gentler(conduct, conducts))
                tests = (*tests, self._proportionality(conduct), undefeated(PRECAUTIONS, rivals))
                grounds = (*grounds, *[found for rival in rivals for found in rival.grounds(PRECAUTIONS)])
            yield Judgement(
                conduct.act.id,
                score=case.totals[conduct.act.id],
                tests=tests,
                reasons=(*grounds, *terms_of_total(case, conduct.act)),
                notes=(Note(UNTAGGED, not tagged),),
            )

    def _conduct(self, act: Act, case: Case) -> _Conduct:
        distinction, grounds = none_of(DISTINCTION, self._attacks(act))
        return _Conduct(
            act,
            distinction,
            grounds,
            advantage=total(_advantage(effect) for effect in act.effects if ADVANTAGE in effect.tags),
            harm=total(effect.party.civilian * case.harm(effect).gross for effect in act.effects),
            own=total(_own_loss(effect) for effect in act.effects if ADVANTAGE not in effect.tags),
        )

    def _attacks(self, act: Act) -> Iterator[Fact]:
        for effect in act.effects:
            if effect.role in ATTACKS and not always_zero(effect.party.civilian):
                among = choose(_doubtful(effect, act), effect.likelihood, 1.0)
                attacked = all_of(effect.is_bad, above(effect.party.civilian * among, self.doubt))
                yield f"harm-as-{effect.role}", effect.address, attacked, effect.unweighted
        for party in act.uses:
            if party.is_people:
                yield "uses", party.address, above(party.civilian, self.doubt), None
        for duty in act.obligations:
            if duty.absolute and LAW_OF_WAR in duty.basis:
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _proportionality(self, conduct: _Conduct) -> Test:
        allowed, harms = self.ratio * conduct.advantage, positive(conduct.harm)
        passed = any_of(negated(harms), at_least(allowed, conduct.harm))
        return Test(PROPORTIONALITY, passed, conduct.harm, allowed, harms)

    def _gentler(self, conduct: _Conduct, conducts: list[_Conduct]) -> Iterator[Rival]:
        """Yield the options that respect distinction, gain nearly as much and harm civilians less.

        One defeats the option if the harm it spares is more than is due for its further own losses.
        """
        enough = conduct.advantage - self.slack * magnitude(conduct.advantage)
        for rival in conducts:
            able = all_of(
                positive(conduct.harm),
                rival.distinction.passed,
                at_least(rival.advantage, enough),
                above(conduct.harm, rival.harm),
            )
            if rival is conduct or never(able):
                continue
            spared = minus(conduct.harm, rival.harm)
            due = self.own * greatest(0.0, minus(rival.own, conduct.own))
            careless = all_of(able, above(spared, due))
            yield Rival(rival.act, Comparison(able, spared, due), careless)


def _advantage(effect: Effect) -> Quantity:
    """Return the military advantage of one effect: harm done to combatants, or what becomes of them."""
    fights = effect.party.combatant
    if fights is None:
        return effect.unweighted
    if effect.agency == "does":
        return fights * choose(negative(effect.value), magnitude(effect.unweighted), effect.unweighted)
    return fights * effect.unweighted


def _own_loss(effect: Effect) -> Quantity:
    """Return the harm to fighters that an option allows, however likely they are to fight."""
    fights = effect.party.combatant
    if fights is None or effect.agency != "allows":
        return 0.0
    lost = all_of(negative(effect.value), positive(fights))
    return choose(lost, magnitude(effect.unweighted), 0.0)


def _doubtful(effect: Effect, act: Act) -> Truth:
    """Return whether the same option harms combatants where a belief of this effect is false.

    Then the chance of the effect is a doubt about who is struck.
    """
    opposite = {(belief, not holds) for belief, holds in effect.when}
    return any_of(
        *[
            all_of(positive(other.party.combatant), other.is_bad)
            for other in act.effects
            if other.party.combatant is not None and opposite & set(other.when)
        ]
    )
