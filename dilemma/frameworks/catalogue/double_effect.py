"""Double effect: harm may be foreseen, never aimed at or used, and only for proportionate good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple

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
    Truth,
    all_of,
    at_least,
    greatest,
    minus,
    never,
    total,
)

ACT, INTENTION, MEANS = "act", "intention", "means"
PROPORTION, LEAST_HARM = "proportion", "least-harm"


class _Weighed(NamedTuple):
    """An option's tests on what is done, and the good and bad it brings against the baseline."""

    act: Act
    tests: tuple[Test, ...]
    grounds: tuple[Reason, ...]
    clean: Truth  # whether the option passes all of `tests`
    good: Quantity
    bad: Quantity


@theory
class DoubleEffect:
    """An act with a bad effect is permitted if the bad is neither end nor means and is proportionate.

    1. `act`: no absolute duty is violated, unless as a side effect.
    2. `intention`: no harm and no violated duty is the end.
    3. `means`: none is the means. (A harm is bad, possible, not consented to, to one not liable.)
    4. `proportion`: against the baseline, the good added is at least κ times the bad added.
    5. `least-harm`: no other option that passes 1-3 does at least (1 - ε) of the good with less bad
       (Walzer's due care). 4 and 5 are run where there is a baseline, for options other than it.
    What passes is permitted. The figure U(o) is for reading only.
    """

    about: ClassVar[About] = About(
        id="double-effect",
        name="Double effect",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.CONSTRAINT,
        formula="act, end and means are clean, good >= κ · bad, and no gentler way does nearly the good",
        reads=(
            "duties: kind, degree, role",
            "the consequences of the act: role, consent and liability",
            "party weights",
            "the discount",
            "the baseline",
        ),
        sources=("aquinas-st", "foot-1967", "walzer-1977"),
        objections=(
            "What an agent intends cannot make an act wrong that would otherwise be right (Thomson 1991).",
            "How closely an effect is described decides whether it is intended (Bennett 1995).",
        ),
        tests=(
            TestWords(ACT, "act", "act", passed="violates no absolute duty in itself"),
            TestWords(INTENTION, "intention", "aim", passed="aims at no harm and no wrong"),
            TestWords(MEANS, "means", "means", passed="uses no harm and no wrong as its means"),
            TestWords(
                PROPORTION,
                "proportion",
                "proport.",
                passed="the good it adds ({amount}) is in proportion to the bad (which asks for {against})",
                failed="the good it adds ({amount}) is too little for the bad (which asks for {against})",
                not_run="The file names no baseline, so proportion and least harm are not judged.",
            ),
            TestWords(
                LEAST_HARM,
                "least harm",
                "least",
                passed="no other clean option does nearly as much good with less harm",
                failed=(
                    "{rivals} {does|do} nearly as much good with less harm (down to {against}, not {amount})"
                ),
            ),
        ),
    )
    ratio: Annotated[Quantity, Interval(0.0, 10.0, "κ: the good needed per unit of bad")] = 1.0
    slack: Annotated[
        Quantity,
        Interval(0.0, 1.0, "ε: the share of the good by which a gentler way may fall short"),
    ] = 0.1
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.in_use), "no option lists a consequence")

    def judge(self, case: Case) -> Iterator[Judgement]:
        weighed = [self._weigh(act, case) for act in case.acts]
        for option in weighed:
            tests, grounds = option.tests, option.grounds
            if case.baseline is not None and option.act is not case.baseline:
                least_harm, gentler = self._least_harm(option, weighed)
                tests = (*tests, self._proportion(option), least_harm)
                grounds = (*grounds, *gentler)
            reasons = (*grounds, *terms_of_total(option.act))
            yield Judgement(option.act.id, case.totals[option.act.id], tests, reasons)

    def _weigh(self, act: Act, case: Case) -> _Weighed:
        in_act, by_act = none_of(ACT, self._violations(act))
        in_end, by_end = none_of(INTENTION, self._wrongs(act, "end"))
        in_means, by_means = none_of(MEANS, self._wrongs(act, "means"))
        changes = [change.amount for change in case.changes[act.id]]
        good = total([greatest(0.0, change) for change in changes])
        return _Weighed(
            act,
            (in_act, in_end, in_means),
            (*by_act, *by_end, *by_means),
            clean=all_of(in_act.passed, in_end.passed, in_means.passed),
            good=good,
            bad=minus(good, total(changes)),
        )

    def _violations(self, act: Act) -> Iterator[Fact]:
        for duty in act.obligations:
            if duty.absolute and duty.role != "side-effect":
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _wrongs(self, act: Act, role: Literal["end", "means"]) -> Iterator[Fact]:
        for effect in act.aims:
            if effect.role == role:
                yield f"harm-as-{role}", effect.address, effect.is_harm, effect.unweighted
        for duty in act.obligations:
            if duty.role == role:
                yield f"wrong-as-{role}", duty.address, duty.violated(self.grave), duty.degree

    def _proportion(self, option: _Weighed) -> Test:
        right = self.ratio * option.bad
        return Test(PROPORTION, at_least(option.good, right), option.good, right)

    def _least_harm(self, option: _Weighed, weighed: list[_Weighed]) -> tuple[Test, tuple[Reason, ...]]:
        """Return the test that no clean rival does nearly as much good with less bad, and its grounds."""
        enough = (1.0 - self.slack) * option.good
        rivals = [
            Rival(rival.act.address, all_of(rival.clean, at_least(rival.good, enough)), rival.bad)
            for rival in weighed
            if rival is not option and not never(rival.clean)
        ]
        return no_gentler_way(LEAST_HARM, option.bad, rivals)
