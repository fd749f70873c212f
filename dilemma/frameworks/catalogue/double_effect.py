"""Double effect: harm may be foreseen, never aimed at or used, and only for proportionate good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    SET_OFF,
    About,
    Comparison,
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
    balance_of,
    lists_a_consequence,
    none_of,
    set_off,
    terms_of_total,
    theory,
    undefeated,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    at_least,
    minus,
    negated,
    negative,
    never,
    positive,
)

ACT, INTENTION, MEANS = "act", "intention", "means"
PROPORTION, LEAST_HARM = "proportion", "least-harm"


class _Weighed(NamedTuple):
    """An option's tests on what is done, and the good and bad it brings against the baseline."""

    act: Act
    tests: tuple[Test, ...]
    grounds: tuple[Reason, ...]
    clean: Truth  # whether the option passes all of `tests`
    acts: Truth  # whether it does anything: an omission may do no harm at all
    good: Quantity
    bad: Quantity


@theory
class DoubleEffect:
    """An act with a bad effect is permitted if the bad is neither end nor means and is proportionate.

    1. `act`: no absolute duty is violated, unless as a side effect.
    2. `intention`: no wrong to anyone and no violated duty is the end.
    3. `means`: none is the means, and no one is used who has not agreed and could not. (Who has agreed,
       is liable, or is on balance spared worse is not wronged.)
    4. `proportion`: against the baseline, the good added is at least κ times the bad added, harm to the
       liable apart.
    5. `least-harm`: no other option that passes 1-3 spares bad of which κ times is more than the good it
       forgoes: further harm must be paid for by further good. 4 and 5 need a baseline, and judge acts,
       not omissions that do no harm.
    What passes is permitted. The figure U(o) is for reading only.
    """

    about: ClassVar[About] = About(
        id="double-effect",
        name="Double effect",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="act, end and means are clean, good >= κ · bad, and no clean option pays better for its harm",
        reads=(
            "duties: kind, degree, role",
            "the consequences of the act: done or allowed, role, consent and liability",
            "whom the plan uses",
            "party weights and sizes",
            "worst, where someone is liable",
            "the discount",
            "the baseline",
        ),
        sources=("aquinas-st", "foot-1967", "walzer-1977", "quinn-1989", "lazar-2012"),
        objections=(
            "What an agent intends cannot make an act wrong that would otherwise be right (Thomson 1991).",
            "How closely an effect is described decides whether it is intended (Bennett 1995).",
        ),
        tests=(
            TestWords(ACT, "act", "act", passed="violates no absolute duty in itself"),
            TestWords(INTENTION, "intention", "aim", passed="no wrong to anyone is its end"),
            TestWords(MEANS, "means", "means", passed="no wrong to anyone is its means"),
            TestWords(
                PROPORTION,
                "proportion",
                "proport.",
                passed="the good it adds ({amount}) is in proportion to the bad (which asks for {against})",
                failed="the good it adds ({amount}) is too little for the bad (which asks for {against})",
                unopposed="is an omission, and does no harm itself",
                not_run="The file names no baseline, so proportion and least harm are not judged.",
            ),
            TestWords(
                LEAST_HARM,
                "least harm",
                "least",
                passed="beside less harmful options, its further good ({against}) covers its harm ({amount})",
                failed="beside {worst}, its further good ({against}) does not cover its harm ({amount})",
                unopposed="no other clean option does less harm",
            ),
        ),
        grounds={
            **SET_OFF,
            "uses": "needs {where}, who have not agreed and could not",
        },
        limits=("What is a means and what a side effect is the file's marking; closeness is not computed.",),
    )
    ratio: Annotated[Quantity, Interval(0.0, 10.0, "κ: the good needed per unit of bad")] = 1.0
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield lists_a_consequence(case)

    def judge(self, case: Case) -> Iterator[Judgement]:
        weighed = [self._weigh(act, case) for act in case.acts]
        for option in weighed:
            tests, grounds = option.tests, option.grounds
            if case.baseline is not None:
                rivals = list(self._gentler(option, weighed))
                proportion = () if option.act is case.baseline else (self._proportion(option),)
                tests = (*tests, *proportion, undefeated(LEAST_HARM, rivals))
                grounds = (*grounds, *[found for rival in rivals for found in rival.grounds(LEAST_HARM)])
            told = set_off(option.act, case, liability=True)
            reasons = (*grounds, *told, *terms_of_total(case, option.act))
            yield Judgement(option.act.id, case.totals[option.act.id], tests, reasons)

    def _weigh(self, act: Act, case: Case) -> _Weighed:
        in_act, by_act = none_of(ACT, self._violations(act))
        in_end, by_end = none_of(INTENTION, self._wrongs(act, case, "end"))
        in_means, by_means = none_of(MEANS, self._wrongs(act, case, "means"))
        balance = balance_of(act, case)
        return _Weighed(
            act,
            (in_act, in_end, in_means),
            (*by_act, *by_end, *by_means),
            clean=all_of(in_act.passed, in_end.passed, in_means.passed),
            acts=_does_something(act),
            good=balance.good,
            bad=balance.bad,
        )

    def _violations(self, act: Act) -> Iterator[Fact]:
        for duty in act.obligations:
            if duty.absolute and duty.role != "side-effect":
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _wrongs(self, act: Act, case: Case, role: Literal["end", "means"]) -> Iterator[Fact]:
        for effect in act.effects:
            if effect.role == role:
                yield f"harm-as-{role}", effect.address, case.harm(effect).is_wrong, effect.unweighted
        for duty in act.obligations:
            if duty.role == role:
                yield f"wrong-as-{role}", duty.address, duty.violated(self.grave), duty.degree
        if role == "means" and act.uses:
            yield "uses", f"{act.address}.uses", True, None

    def _proportion(self, option: _Weighed) -> Test:
        needed = self.ratio * option.bad
        passed = any_of(at_least(option.good, needed), negated(option.acts))
        return Test(PROPORTION, passed, option.good, needed, option.acts)

    def _gentler(self, option: _Weighed, weighed: list[_Weighed]) -> Iterator[Rival]:
        """Yield the clean options that do less harm; one defeats the option if the harm is not paid for."""
        for rival in weighed:
            less = all_of(option.acts, rival.clean, above(option.bad, rival.bad))
            if rival is option or never(less):
                continue
            harm = minus(option.bad, rival.bad)
            needed, paid = self.ratio * harm, minus(option.good, rival.good)
            yield Rival(rival.act, Comparison(less, needed, paid), all_of(less, above(needed, paid)))


def _does_something(act: Act) -> Truth:
    """Return whether an option is an act, or an omission that yet does some harm."""
    if not act.omission:
        return True
    return any_of(
        *[all_of(negative(e.value), positive(e.likelihood)) for e in act.effects if e.agency == "does"]
    )
