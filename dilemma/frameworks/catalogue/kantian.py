"""Kantian ethics: no absolute duty violated, no one used merely as a means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Final, NamedTuple

from dilemma.case import Act, Case
from dilemma.frameworks import (
    About,
    Fact,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Note,
    Reason,
    RestatedGrounds,
    Standing,
    Test,
    TestWords,
    none_of,
    sum_of,
    term,
    theory,
)
from dilemma.quantity import (
    Quantity,
    Truth,
    all_of,
    any_of,
    at_least,
    choose,
    equal,
    greatest,
    least_where,
    negated,
)

LAW, HUMANITY, IMPERFECT = "absolute-duties", "humanity", "imperfect-duties"
RESPECT: Final = "respect"  # the basis of duties against coercion, deception and overriding a refusal
NEVER: Final = -1.0  # the degree of an imperfect duty that makes it a maxim never to act on it
COLLIDE = (
    "Every course that uses no one violates an absolute duty. Duties cannot collide: the stronger ground of "
    "obligation prevails (Metaphysics of Morals 6:224), and what is violated is still owed."
)
YIELDS = "A strict duty can be kept here only at the price of an imperfect one, which yields to it."


class _Tested(NamedTuple):
    """An option's three tests as the theory has them before it looks at the other options."""

    act: Act
    humanity: Test
    law: Test
    imperfect: Test
    grounds: tuple[Reason, ...]
    heaviest: Quantity  # the weight of the weightiest absolute duty that it violates

    @property
    def strict(self) -> Truth:
        """Whether it passes both tests on strict duties."""
        return all_of(self.humanity.passed, self.law.passed)


@theory
class Kantian:
    """Act only on maxims that could be universal law, and never treat a person merely as a means.

    1. `humanity`: no person is wronged as a means or an end, which needs that he has not agreed, is not
       liable and is not on balance spared worse; no duty owed to people is violated so; no duty of basis
       `respect` is violated at all; and the plan needs no one who is deceived or coerced.
    2. `absolute-duties`: no absolute duty is violated (degree below -`grave`).
    3. `imperfect-duties`: no imperfect duty has degree -1, which makes it a maxim never to help (4:423).
    4. If every option that passes `humanity` violates an absolute duty, those pass whose weightiest
       violated one weighs least. An imperfect duty yields where strict ones can be kept only so.
    What passes is permitted. The figure Σ w · g over all duties is for reading only.
    """

    about: ClassVar[About] = About(
        id="kantian",
        name="Kantian constraints",
        short="Kantian",
        family=Family.DEONTOLOGICAL,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="permitted if no one is used merely as a means and no absolute duty is violated",
        reads=(
            "duties: kind, degree, role, basis, to whom owed; their weight where absolute ones collide",
            "the consequences of the act: role, consent and liability",
            "whom the plan uses",
            "the baseline, for harm that the same person is spared",
        ),
        sources=("kant-1785", "kant-1797"),
        objections=(
            "It forbids a lie even to a murderer at the door (Constant 1797).",
            "How a maxim is described decides what it forbids (Anscombe 1958).",
        ),
        tests=(
            TestWords(HUMANITY, "humanity", "humanity", passed="uses no one merely as a means"),
            TestWords(LAW, "duty", "duty", passed="violates no absolute duty that prevails"),
            TestWords(IMPERFECT, "imperfect duty", "imperf.", passed="does not make it a rule never to help"),
        ),
        grounds={
            "uses": "needs {where}, who have not agreed and could not",
            "disrespect": "violates {where}, which is owed to persons as such",
            "never": "{where}: to act so is to make it one's maxim never to do it",
        },
        permits_none="Permits none: every option uses someone merely as a means.",
        limits=("No maxim is tested: that a duty is absolute, and what is a means, is the file's marking.",),
        restates=(RestatedGrounds(),),
    )
    grave: Annotated[Quantity, Interval(0.0, 1.0, "the degree beyond which a duty counts as violated")] = 0.5

    def needs(self, case: Case) -> Iterator[Need]:
        used = any_of(*[e.is_bad for e in case.in_use if e.party.is_people and e.role != "side-effect"])
        declared = bool(case.duties) or any(act.uses for act in case.acts)
        missing = "no duty is declared, no one is used, and no person is harmed other than as a side effect"
        yield Need(any_of(declared, used), missing)

    def judge(self, case: Case) -> Iterator[Judgement]:
        options = [self._tested(act, case) for act in case.acts]
        collide, yields = _collision(options), _concession(options)
        spared = _lightest(options)
        for option, lightest in zip(options, spared, strict=True):
            law = any_of(option.law.passed, all_of(collide, lightest))
            imperfect = any_of(
                option.imperfect.passed, all_of(collide, lightest), all_of(yields, option.strict)
            )
            tests = (
                option.humanity,
                option.law._replace(passed=law),
                option.imperfect._replace(passed=imperfect),
            )
            terms = [term("duty", duty.address, duty.weight * duty.degree) for duty in option.act.obligations]
            notes = (Note(COLLIDE, collide), Note(YIELDS, yields))
            yield Judgement(option.act.id, sum_of(terms), tests, (*option.grounds, *terms), notes=notes)

    def _tested(self, act: Act, case: Case) -> _Tested:
        humanity, uses = none_of(HUMANITY, self._uses(act, case))
        law, violations = none_of(LAW, self._violations(act))
        imperfect, refusals = none_of(IMPERFECT, _refusals(act))
        weights = [
            choose(duty.violated(self.grave), duty.weight, 0.0) for duty in act.obligations if duty.absolute
        ]
        return _Tested(
            act, humanity, law, imperfect, (*uses, *violations, *refusals), greatest(0.0, *weights)
        )

    def _violations(self, act: Act) -> Iterator[Fact]:
        for duty in act.obligations:
            if duty.absolute:
                yield "violation", duty.address, duty.violated(self.grave), duty.degree

    def _uses(self, act: Act, case: Case) -> Iterator[Fact]:
        for effect in act.effects:
            if effect.party.is_people and effect.is_aimed:
                yield f"harm-as-{effect.role}", effect.address, case.harm(effect).is_wrong, effect.unweighted
        for duty in act.obligations:
            violated = duty.violated(self.grave)
            to_people = any(party.is_people for party in duty.owed_to)
            if duty.is_aimed and to_people:
                yield f"wrong-as-{duty.role}", duty.address, violated, duty.degree
            elif RESPECT in duty.basis and (to_people or not duty.owed_to):
                yield "disrespect", duty.address, violated, duty.degree
        if act.uses:
            yield "uses", f"{act.address}.uses", True, None


def _refusals(act: Act) -> Iterator[Fact]:
    """Yield the imperfect duties that the option makes it a maxim never to act on."""
    for duty in act.obligations:
        if duty.kind == "imperfect":
            yield "never", duty.address, at_least(NEVER, duty.degree), duty.degree


def _collision(options: Sequence[_Tested]) -> Truth:
    """Return whether some option uses no one, and each that does not violates an absolute duty."""
    return all_of(
        any_of(*[option.humanity.passed for option in options]),
        negated(any_of(*[option.strict for option in options])),
    )


def _concession(options: Sequence[_Tested]) -> Truth:
    """Return whether some option keeps all strict duties, and none that does keeps the imperfect ones."""
    return all_of(
        any_of(*[option.strict for option in options]),
        negated(any_of(*[all_of(option.strict, option.imperfect.passed) for option in options])),
    )


def _lightest(options: Sequence[_Tested]) -> list[Truth]:
    """Return which options pass where absolute duties collide: the lightest violation among the eligible.

    Eligible are those that use no one and keep the imperfect duties; if there is none, those that use no one.
    """
    kept = [all_of(option.humanity.passed, option.imperfect.passed) for option in options]
    none = negated(any_of(*kept))
    eligible = [
        any_of(keeps, all_of(none, option.humanity.passed))
        for keeps, option in zip(kept, options, strict=True)
    ]
    weights = [option.heaviest for option in options]
    lightest = least_where(weights, eligible)
    return [all_of(may, equal(weight, lightest)) for may, weight in zip(eligible, weights, strict=True)]
